import catalogue from 'virtual:seeds/desk';
import { liveQuery } from 'dexie';
import { useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { doneAct } from '../../components/case/FollowUps.tsx';
import { DeskPage } from '../../components/desk/DeskPage.tsx';
import type { DeskWish, ExportChoice, ExportView, LogView, Section } from '../../components/desk/view.ts';
import { say } from '../../components/i18n/say.ts';
import { PAGE_ZONE } from '../../components/ui/days.ts';
import { count, span } from '../../components/ui/format.ts';
import type { NoticeView } from '../../components/ui/Notice.tsx';
import { useLive, wordsOf } from '../../components/ui/use-live.ts';
import type { DeskDoing, LogExport } from '../../core/desk.ts';
import { dayOf } from '../../core/figures/days.ts';
import { call } from '../../messaging/call.ts';
import { readLoss } from '../../storage/log/sentinel.ts';
import { readPerson, readSettings } from '../../storage/settings.ts';
import { newActId } from './act-id.ts';
import { exportTo, sizeOf } from './export.ts';
import { lastExport, rememberExport } from './last-export.ts';
import { reminderOf } from './reminder.ts';
import { SectionPart } from './SectionPart.tsx';
import { exportsOf, summaryOf } from './summary.ts';
import { useBackup } from './use-backup.ts';
import { type DeskData, type Look, runOf, useDay } from './use-day.ts';
import { lockOf, useReceivers } from './use-receivers.ts';

type Exporting = Omit<ExportView, 'receivers'>;

/** The agent's desk, wired: reads the log live, and asks the background for everything that is written. */
export function Desk({ db, desk, first }: DeskData & { first: Promise<Look> }) {
  const watch = useMemo(
    () => ({
      log: () => liveQuery(() => summaryOf(db)),
      person: () => liveQuery(() => readPerson(db)),
      loss: () => liveQuery(() => readLoss(db)),
      exports: () => liveQuery(() => exportsOf(desk)),
    }),
    [db, desk],
  );
  const summary = useLive(watch.log);
  const onDuty = useLive(watch.person);
  const lost = useLive(watch.loss);
  const exported = useLive(watch.exports);
  const [{ section, opening }, setPlace] = useState<{ section: Section; opening: string | null }>({
    section: 'day',
    opening: null,
  });
  const go = (to: Section, conversation: string | null = null) =>
    setPlace({ section: to, opening: conversation });
  const [exporting, setExporting] = useState<Exporting | null>(null);
  const receivers = useReceivers();
  const writing = useRef<AbortController | null>(null);
  const [notice, setNotice] = useState<NoticeView | null>(null);

  const person = onDuty.kind === 'value' ? onDuty.value : null;
  const loss = lost.kind === 'value' ? lost.value : null;
  const log: LogView = summary.kind === 'value' ? summary.value : summary;

  const trouble = (error: unknown) =>
    setNotice({ text: say('page.failed', { why: wordsOf(error) }), tone: 'trouble', undo: false });
  const exports: readonly LogExport[] = exported.kind === 'value' ? exported.value : [];
  const reminder = exported.kind === 'value' ? reminderOf(log, exports, Date.now()) : null;
  const data = useMemo(() => ({ db, desk }), [db, desk]);
  const day = useDay(data, catalogue, first, trouble);
  const backing = useBackup(data, log, setNotice);

  async function choose(choice: ExportChoice): Promise<void> {
    // What is typed shows at once; only other days need another count.
    if (exporting?.choice.days === choice.days) {
      setExporting({ ...exporting, choice });
      return;
    }
    const hasText = exporting?.hasText ?? (await readSettings(db)).keepText;
    setExporting({ choice, hasText, state: { kind: 'asking' }, size: null });
    const size = await sizeOf(db, choice.days);
    setExporting((shown) => (shown && shown.choice.days === choice.days ? { ...shown, size } : shown));
  }

  async function write(view: Exporting): Promise<void> {
    if (writing.current) return;
    const ending = new AbortController();
    const { signal } = ending;
    writing.current = ending;
    const onProgress = (written: number) => setExporting({ ...view, state: { kind: 'writing', written } });
    onProgress(0);
    try {
      const app = browser.runtime.getManifest().version;
      const { lock, label } = await lockOf(view.choice.lock);
      const { file, events, range, head } = await exportTo(
        db,
        view.choice,
        { app, lock, onProgress },
        { signal },
      );
      rememberExport(view.choice);
      const what = { file, days: span(range.from, range.to), n: count(events), head: head.slice(0, 12) };
      setExporting(null);
      const opens = label === null ? '' : say('lock.exported', { label });
      setNotice({ text: say('desk.exported', what) + opens, tone: 'fine', undo: false });
    } catch (error) {
      if (!signal.aborted) throw error;
      setExporting({ ...view, state: { kind: 'asking' } });
      setNotice({ text: say('desk.exportStopped'), tone: 'fine', undo: false });
    } finally {
      writing.current = null;
    }
  }

  async function act(wish: DeskWish): Promise<void> {
    switch (wish.kind) {
      case 'person':
        await call('person.set', { person: wish.person });
        if (wish.person === null) await backing.shiftEnds();
        return;
      case 'backup-now':
      case 'backup-allow':
        return backing.now();
      case 'open-export':
        await receivers.act({ kind: 'receiver-leave' });
        return choose({
          agent: person ?? '',
          ...lastExport(),
          words: 'redacted',
          days: null,
        });
      case 'choose':
        return choose(wish.choice);
      case 'receiver-read':
      case 'receiver-keep':
      case 'receiver-leave':
      case 'receiver-forget': {
        const id = await receivers.act(wish);
        if (id !== undefined)
          setExporting(
            (shown) => shown && { ...shown, choice: { ...shown.choice, lock: { kind: 'key', id } } },
          );
        return;
      }
      case 'export':
        if (exporting) await write(exporting);
        return;
      case 'close-export':
        if (writing.current) writing.current.abort();
        else setExporting(null);
        return;
      case 'close-notice':
        setNotice(null);
        return;
      case 'loss-read':
        await call('loss.read', null);
        return;
      case 'erase-buyer': {
        const { conversations } = await call('buyer.erase', { buyer: wish.buyer });
        const text =
          conversations === 0 ? say('desk.erasedNone') : say('desk.erased', { n: count(conversations) });
        setNotice({ text, tone: 'fine', undo: false });
        return;
      }
      case 'section':
        go(wish.section);
        return;
      case 'follow-up':
        await call('desk.act', { id: newActId(), home: null, acts: [actOn(wish)] });
        return;
      case 'tick': {
        const { list, item, done } = wish;
        const run = runOf(dayOf(Date.now(), PAGE_ZONE), person);
        await call('checklist.tick', { id: newActId(), list, run, item, done, found: '' });
      }
    }
  }

  const asked: ExportView | null = exporting && { ...exporting, receivers: receivers.view };
  return (
    <DeskPage
      view={{ person, day, log, loss, reminder, exports, backup: backing.need, exporting: asked, notice }}
      section={section}
      act={(wish) => {
        act(wish).catch((error: unknown) => {
          setExporting(null);
          trouble(error);
        });
      }}
    >
      <SectionPart
        section={section}
        data={data}
        catalogue={catalogue}
        person={person}
        say={setNotice}
        go={go}
        opening={opening}
      />
    </DeskPage>
  );
}

const HOUR = 3_600_000;

/** What a press on a follow-up means. */
function actOn({ followUp, how }: Extract<DeskWish, { kind: 'follow-up' }>): DeskDoing {
  switch (how) {
    case 'done':
      return doneAct(followUp);
    case 'drop':
      return { kind: 'follow-up-done', followUp: followUp.id, outcome: 'dropped' };
    case 'later': {
      const due = Math.max(followUp.due ?? 0, Date.now()) + HOUR;
      return { kind: 'follow-up-moved', followUp: followUp.id, due };
    }
  }
}
