import { useCallback, useState } from 'preact/hooks';
import { say, spoken } from '../../components/i18n/say.ts';
import { SupervisorPage } from '../../components/supervisor/SupervisorPage.tsx';
import type {
  AgentsView,
  ImportRow,
  Period,
  SupervisorView,
  SupervisorWish,
} from '../../components/supervisor/view.ts';
import { day } from '../../components/ui/days.ts';
import { download } from '../../components/ui/download.ts';
import type { NoticeView } from '../../components/ui/Notice.tsx';
import { wordsOf } from '../../components/ui/use-live.ts';
import { scorecardCsv, scorecardXlsx } from '../../storage/reports/scorecard.ts';
import { reportWords } from '../../storage/reports/words.ts';
import { saveInputs, saveRubric } from '../../storage/supervisor/store.ts';
import { criterionView, keptWith, logsOf, targetOf } from './cards.ts';
import { type DetailsAsk, detailsOf, type Known } from './details.ts';
import { importAll, importOne, type Outcome, rowWith, type Stores } from './imports.ts';
import { shippedProfiles, shippedRubric, titleOf } from './known.ts';
import type { Machine } from './machines.ts';
import { type Judged, periodText, reportOf } from './report.ts';
import { editedOf, labelOf, rubricView } from './rubric.ts';
import { periodKey, useInputs, useJudged, usePeople, useRubric } from './use-judged.ts';
import { useKeys } from './use-keys.ts';
import { useMachines } from './use-machines.ts';
import { useRemoval } from './use-removal.ts';

const NONE: readonly Machine[] = [];

function agentsView(
  machines: ReturnType<typeof useMachines>,
  judged: readonly Judged[],
  { within }: Known,
): AgentsView {
  if (machines.kind === 'loading') return { kind: 'loading' };
  if (machines.kind === 'failed') return { kind: 'failed', what: machines.why };
  if (machines.value.length === 0) return { kind: 'empty' };
  return {
    kind: 'list',
    turns: judged.reduce((sum, { row }) => sum + (row.mean?.turns ?? 0), 0),
    logs: machines.value.reduce((sum, { logs }) => sum + logs.length, 0),
    targetSeconds: within.targetSeconds,
    rows: judged.map(({ row }) => row),
  };
}

function daysOf(machines: readonly Machine[]): SupervisorView['days'] {
  const ranges = machines.flatMap(({ logs }) => logs.map(({ header }) => header.range));
  if (ranges.length === 0) return null;
  const from = Math.min(...ranges.map((range) => range.from));
  const to = Math.max(...ranges.map((range) => range.to));
  return { from: day(from), to: day(Math.max(from, to - 1)) };
}

/** The supervisor's page, wired: the only writer of the supervisor's database. */
export function Supervisor({ db, keys, signal }: Stores & { signal: AbortSignal }) {
  const [period, setPeriod] = useState<Period>({ kind: 'all' });
  const [selected, setSelected] = useState<string | null>(null);
  const [asked, setAsked] = useState<(DetailsAsk & { readonly agent: string }) | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [editsRubric, setEditsRubric] = useState(false);
  const [imports, setImports] = useState<readonly ImportRow[]>([]);
  const [notice, setNotice] = useState<NoticeView | null>(null);
  const fine = (text: string) => setNotice({ text, tone: 'fine', undo: false });
  const trouble = useCallback(
    (error: unknown) =>
      setNotice({ text: say('page.failed', { why: wordsOf(error) }), tone: 'trouble', undo: false }),
    [],
  );

  const { leaving, remove, undo, settle } = useRemoval(db, trouble);
  const machines = useMachines(db, leaving?.id ?? null);
  const { rubric, settings } = useRubric(db, shippedRubric);
  const inputs = useInputs(db, period);
  const present = machines.kind === 'value' ? machines.value : NONE;
  const receiving = useKeys(
    keys,
    present.flatMap(({ logs }) => logs),
  );
  const people = usePeople(present, shippedProfiles, period);
  const judged = useJudged(people, rubric, inputs);
  const known: Known = { ...shippedProfiles, target: targetOf(rubric), titleOf };

  const chosen = judged.find(({ row }) => row.id === selected) ?? judged[0];
  const opened = asked && judged.find(({ row }) => row.id === asked.agent);

  async function save(as: 'xlsx' | 'csv'): Promise<void> {
    const report = reportOf(judged, rubric, period, known, Date.now());
    const words = reportWords(spoken());
    const file = `counterside-${labelOf(rubric)}-${period.kind === 'all' ? day(Date.now()) : periodText(period)}.${as}`;
    download(as === 'xlsx' ? await scorecardXlsx(report, words) : scorecardCsv(report, words), file);
    fine(say('sup.savedFile', { file }));
  }

  async function act(wish: SupervisorWish): Promise<void> {
    switch (wish.kind) {
      case 'import':
        await settle();
        return importAll({ db, keys }, wish.files, setImports, { signal });
      case 'unlock': {
        const { id, source, passphrase } = wish;
        const put = (end: Outcome) =>
          setImports((rows) => rows.map((row) => (row.id === id ? rowWith(row, end) : row)));
        put({ kind: 'reading' });
        await settle();
        return put(await importOne({ db, keys }, source, { passphrase }, { signal }));
      }
      case 'clear-imports':
        return setImports([]);
      case 'period':
        setAsked(null);
        return setPeriod(wish.period);
      case 'select':
        setEditing(null);
        setSelected(wish.agent);
        // Beside the table it is in sight; below it, on a narrow window, it would not be.
        requestAnimationFrame(() => document.querySelector('.card')?.scrollIntoView({ block: 'nearest' }));
        return;
      case 'open':
        setSelected(wish.agent);
        return setAsked({ agent: wish.agent, figure: wish.figure, order: 'time', page: 0 });
      case 'order':
        return setAsked(asked && { ...asked, order: wish.order, page: 0 });
      case 'page':
        return setAsked(asked && { ...asked, page: wish.page });
      case 'close-details':
        return setAsked(null);
      case 'edit-inputs':
        return setEditing(wish.criterion);
      case 'save-inputs': {
        if (!chosen) return;
        const kept = keptWith(inputs.get(chosen.row.id) ?? {}, wish.criterion, wish.values);
        await saveInputs(db, chosen.row.id, periodKey(period), kept);
        return setEditing(null);
      }
      case 'edit-rubric':
        return setEditsRubric(wish.open);
      case 'save-rubric':
        await saveRubric(db, rubric.id, editedOf(rubric, wish.values));
        setEditsRubric(false);
        return fine(say('sup.saved'));
      case 'reset-rubric':
        await saveRubric(db, rubric.id, null);
        setEditsRubric(false);
        return fine(say('sup.reset'));
      case 'save':
        return save(wish.as);
      case 'remove-log': {
        const log = present.flatMap(({ logs }) => logs).find(({ id }) => id === wish.log);
        if (!log) return;
        await remove({ id: log.id, file: log.fileName });
        return setNotice({ text: say('sup.removed', { file: log.fileName }), tone: 'fine', undo: true });
      }
      case 'open-keys':
      case 'key-make':
      case 'key-rename':
      case 'key-retire':
      case 'key-save':
      case 'key-remove':
        return receiving.act(wish);
      case 'undo':
        undo();
        return setNotice(null);
      case 'close-notice':
        return setNotice(null);
    }
  }

  const view: SupervisorView = {
    agents: agentsView(machines, judged, known),
    imports,
    period,
    days: daysOf(present),
    rubricTitle: labelOf(rubric),
    scorecard: chosen
      ? {
          agent: chosen.row,
          rubricTitle: labelOf(rubric),
          criteria: chosen.card.rows.map(criterionView),
          logs: logsOf(chosen.person),
          editing,
        }
      : null,
    details: asked && opened ? detailsOf(opened.person, asked, known) : null,
    rubric: editsRubric ? rubricView(rubric, settings) : null,
    keys: receiving.view,
    // The way back closes when the log is really gone.
    notice: notice?.undo && !leaving ? { ...notice, undo: false } : notice,
  };
  return <SupervisorPage view={view} act={(wish) => void act(wish).catch(trouble)} />;
}
