import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { DeskPage } from '../../components/desk/DeskPage.tsx';
import type { DeskWish, ExportChoice, ExportRow, ExportView, LogView } from '../../components/desk/view.ts';
import { say } from '../../components/i18n/say.ts';
import { count } from '../../components/ui/format.ts';
import type { NoticeView } from '../../components/ui/Notice.tsx';
import { useLive, wordsOf } from '../../components/ui/use-live.ts';
import { call } from '../../messaging/call.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { readPerson, readSettings } from '../../storage/settings.ts';
import { countIn, exportTo } from './export.ts';
import { exportsOf, summaryOf } from './summary.ts';
import { useToday } from './use-today.ts';

/** The agent's desk, wired: reads the log live, and asks the background for everything that is written. */
export function Desk({ db }: { db: LogDb }) {
  const watch = useMemo(
    () => ({
      log: () => liveQuery(() => summaryOf(db)),
      person: () => liveQuery(() => readPerson(db)),
    }),
    [db],
  );
  const summary = useLive(watch.log);
  const onDuty = useLive(watch.person);
  const [exports, setExports] = useState<readonly ExportRow[]>([]);
  const [exporting, setExporting] = useState<ExportView | null>(null);
  const [notice, setNotice] = useState<NoticeView | null>(null);

  const person = onDuty.kind === 'value' ? onDuty.value : null;
  const log: LogView = summary.kind === 'value' ? summary.value : summary;
  const today = useToday(`${person} ${log.kind === 'some' ? log.events : 0}`);

  const trouble = (error: unknown) =>
    setNotice({ text: say('page.failed', { why: wordsOf(error) }), tone: 'trouble', undo: false });
  const readExports = () => exportsOf(db).then(setExports, trouble);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, and again after each export
  useEffect(() => void readExports(), []);

  async function choose(choice: ExportChoice): Promise<void> {
    const { keepText } = await readSettings(db);
    setExporting({ choice, events: null, hasText: keepText, state: 'asking' });
    const events = await countIn(db, choice.days);
    setExporting((shown) => (shown && shown.choice === choice ? { ...shown, events } : shown));
  }

  async function write(view: ExportView): Promise<void> {
    setExporting({ ...view, state: 'writing' });
    const { file, events } = await exportTo(db, view.choice, browser.runtime.getManifest().version);
    setExporting(null);
    setNotice({ text: say('desk.exported', { file, n: count(events) }), tone: 'fine', undo: false });
    await readExports();
  }

  async function act(wish: DeskWish): Promise<void> {
    switch (wish.kind) {
      case 'person':
        await call('person.set', { person: wish.person });
        return;
      case 'open-export':
        return choose({ agent: person ?? '', days: null });
      case 'choose':
        return choose(wish.choice);
      case 'export':
        if (exporting) await write(exporting);
        return;
      case 'close-export':
        setExporting(null);
        return;
      case 'close-notice':
        setNotice(null);
    }
  }

  return (
    <DeskPage
      view={{ person, today, log, exports, exporting, notice }}
      act={(wish) => {
        act(wish).catch((error: unknown) => {
          setExporting(null);
          trouble(error);
        });
      }}
    />
  );
}
