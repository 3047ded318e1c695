import { NotebookPen, Plus } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import '../../components/case/case.css';
import { CaseForm } from '../../components/case/CaseForm.tsx';
import { saveHandOver } from '../../components/case/save-hand-over.ts';
import { type CaseNotice, type CaseWish, noticeOf } from '../../components/case/view.ts';
import { CasesTable } from '../../components/desk/CasesTable.tsx';
import { type CaseFilter, filterCases } from '../../components/desk/case-rows.ts';
import { MergeCase } from '../../components/desk/MergeCase.tsx';
import { caseText } from '../../components/i18n/case.ts';
import { say, spoken } from '../../components/i18n/say.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Dialog } from '../../components/ui/Dialog.tsx';
import { PAGE_ZONE } from '../../components/ui/days.ts';
import { Empty } from '../../components/ui/Empty.tsx';
import { moment } from '../../components/ui/format.ts';
import { Skeleton } from '../../components/ui/Skeleton.tsx';
import type { Case } from '../../core/cases.ts';
import type { BuyerCard } from '../../core/desk.ts';
import type { ChatEvent, Place } from '../../core/event.ts';
import { call } from '../../messaging/call.ts';
import { readCard } from '../../storage/cases/card.ts';
import { readEvents } from '../../storage/log/read.ts';
import { newActId } from './act-id.ts';
import { RegisterPart } from './RegisterPart.tsx';
import type { SectionProps } from './SectionPart.tsx';
import { TakeOverPart } from './TakeOverPart.tsx';

/** A case that is looked at, or one that is about to be opened by hand. */
interface Looking {
  readonly conversation: string;
  readonly home: {
    readonly place: Place;
    readonly conversation: string;
    readonly buyer: string | null;
  } | null;
  readonly card: BuyerCard;
  readonly timeline: readonly ChatEvent[];
  readonly notice: CaseNotice | null;
}

/** Cases of all conversations: found, filtered, looked at, worked on, and written out as registers. */
export function CasesSection({ data, catalogue, person, say: tell, opening }: SectionProps) {
  const { db, desk } = data;
  const [all, setAll] = useState<readonly Case[] | null>(null);
  const [filter, setFilter] = useState<CaseFilter>({ words: '', state: 'open', category: '' });
  const [looking, setLooking] = useState<Looking | null>(null);
  const trouble = (error: unknown) =>
    tell({
      text: say('page.failed', { why: error instanceof Error ? error.message : String(error) }),
      tone: 'trouble',
      undo: false,
    });
  const read = () => db.cases.toArray().then(setAll, trouble);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, and again after each act
  useEffect(() => {
    void read();
    if (opening !== null) void open(opening).catch(trouble);
  }, []);

  async function open(conversation: string): Promise<void> {
    const [row, card] = await Promise.all([
      db.conversations.get(conversation),
      readCard(db, desk, conversation),
    ]);
    const timeline: ChatEvent[] = [];
    for await (const event of readEvents(db, { conversations: [conversation] })) timeline.push(event);
    const home = row && {
      place: { console: row.console, shop: row.shop, seat: 'unknown' },
      conversation: row.raw,
      buyer: row.buyer,
    };
    setLooking({ conversation, home: home ?? null, card, timeline, notice: null });
  }

  const byHand = (): void => {
    const home = {
      place: { console: 'by-hand', shop: '', seat: 'unknown' },
      conversation: `case ${newActId()}`,
      buyer: null,
    };
    const card = { conversation: '', open: null, earlier: [], followUps: [], tags: [], note: '' };
    setLooking({ conversation: home.conversation, home, card, timeline: [], notice: null });
  };

  async function keep(wish: CaseWish, { home }: Looking): Promise<void> {
    if (!home) return;
    if (wish.kind === 'buyer') {
      const { tags, note } = wish;
      await call('buyer.save', { place: home.place, conversation: home.conversation, tags, note });
      const card = await call('desk.card', { place: home.place, conversation: home.conversation });
      setLooking((shown) => shown && { ...shown, card, notice: { key: 'note.kept' } });
      return;
    }
    const card = await call('desk.act', { id: newActId(), home, acts: wish.acts });
    if (wish.kind === 'hand') await navigator.clipboard.writeText(wish.text);
    if (wish.kind === 'hand-file') saveHandOver(wish.file);
    if (card) setLooking((shown) => shown && { ...shown, card, notice: noticeOf(wish) });
    await read();
  }

  async function merge({ home, card }: Looking, into: Case): Promise<void> {
    if (!card.open) return;
    const acts = [{ kind: 'case-merged', case: card.open.id, into: into.id } as const];
    const merged = await call('desk.act', { id: newActId(), home, acts });
    if (merged) setLooking((shown) => shown && { ...shown, card: merged });
    tell({ text: say('cases.merged'), tone: 'fine', undo: false });
    await read();
  }

  if (!all) return <Skeleton />;
  return (
    <section class="cases-part">
      <div class="reports">
        <Button look="main" icon={Plus} onClick={byHand}>
          {say('cases.new')}
        </Button>
        <RegisterPart
          cases={all}
          catalogue={catalogue}
          say={tell}
          changed={() => void read()}
          failed={trouble}
        />
        <TakeOverPart
          casesNow={() => db.cases.toArray()}
          catalogue={catalogue}
          say={tell}
          taken={async (conversation) => {
            await read();
            await open(conversation);
          }}
          failed={trouble}
        />
      </div>
      {all.length === 0 ? (
        <Empty icon={NotebookPen} title={say('cases.none')}>
          <p>{say('cases.noneHow')}</p>
        </Empty>
      ) : (
        <CasesTable
          cases={filterCases(all, filter)}
          filter={filter}
          catalogue={catalogue}
          now={Date.now()}
          onFilter={setFilter}
          onOpen={(one) => void open(one.conversation).catch(trouble)}
        />
      )}
      {looking && (
        <Dialog
          title={looking.home?.buyer ?? say('desk.nav.cases')}
          place="side"
          onClose={() => {
            setLooking(null);
            void read();
          }}
        >
          <CaseForm
            newId={newActId}
            view={{
              language: spoken(),
              conversation: looking.conversation,
              card: { kind: 'known', card: looking.card, catalogue },
              known: {},
              suggested: null,
              notice: looking.notice,
              person,
              now: Date.now(),
              timeZone: PAGE_ZONE,
            }}
            on={(wish) => {
              keep(wish, looking).catch((error: unknown) => {
                trouble(error);
                setLooking((shown) => shown && { ...shown, notice: { key: 'note.failed' } });
              });
            }}
          />
          {looking.card.open && (
            <MergeCase
              one={looking.card.open}
              all={all}
              onMerge={(into) => void merge(looking, into).catch(trouble)}
            />
          )}
          <Timeline events={looking.timeline} />
        </Dialog>
      )}
    </section>
  );
}

/** The conversation as the log has it: who said what when, and what was done about it. */
function Timeline({ events }: { events: readonly ChatEvent[] }) {
  const words = caseText(spoken());
  const lines = events.flatMap((event) => {
    if (event.kind === 'message-seen')
      return [
        {
          id: event.id,
          at: event.sentAt.precision === 'none' ? event.at : event.sentAt.at,
          who: say(`cases.by.${event.by}`),
          text: event.text ?? '…',
        },
      ];
    if (event.kind === 'promise-made')
      return [{ id: event.id, at: event.at, who: words('follow.promise'), text: event.words ?? '' }];
    if (event.kind === 'case-noted')
      return [{ id: event.id, at: event.at, who: words('log.note'), text: event.text }];
    if (event.kind === 'case-node' && event.done)
      return [{ id: event.id, at: event.at, who: words('flow.name'), text: event.node }];
    return [];
  });
  return (
    <section>
      <h2>{say('cases.timeline')}</h2>
      {lines.length === 0 && <p class="muted">{say('cases.timelineNone')}</p>}
      <div class="timeline">
        {lines.map(({ id, at, who, text }) => (
          <p key={id}>
            <span class="muted">
              {moment(at)} {who}
            </span>{' '}
            {text}
          </p>
        ))}
      </div>
    </section>
  );
}
