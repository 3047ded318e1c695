import { zoneOf } from '../../core/clock/zone.ts';
import { csvBlob } from './csv.ts';
import { type Cell, moment, number, type Sheet, share, text } from './sheet.ts';
import { fill, type ReportWords } from './words.ts';
import { xlsxBlob } from './xlsx.ts';

/** What a saved scorecard says. Times are wall time in milliseconds, waits seconds, shares 0–1. */
export interface ScoreReport {
  readonly made: number;
  readonly rubric: string;
  readonly period: string;
  /** In which the times are written. */
  readonly timeZone: string;
  readonly targetSeconds: number;
  /** The rubric's criteria, in its order. */
  readonly criteria: readonly { readonly id: string; readonly title: string; readonly weight: number }[];
  readonly agents: readonly ReportAgent[];
  readonly turns: Iterable<ReportTurn>;
  readonly findings: Iterable<ReportFinding>;
  readonly logs: readonly ReportLog[];
}

export interface ReportAgent {
  readonly name: string;
  /** Null where nothing could be judged. */
  readonly points: number | null;
  readonly judged: number;
  readonly weight: number;
  readonly meanSeconds: number | null;
  /** Turns in the mean. */
  readonly turns: number;
  /** Turns judged by the target, unanswered ones included, and those of them answered in time. */
  readonly counted: number;
  readonly met: number;
  readonly messages: number;
  readonly sent: Readonly<Record<'block' | 'warn', number>>;
  readonly missed: number;
  readonly received: number;
  readonly verdict: string;
  /** By criterion id: points, null while to be entered, and the sentence that gives them. */
  readonly criteria: Readonly<Record<string, { readonly points: number | null; readonly formula: string }>>;
}

export interface ReportTurn {
  readonly agent: string;
  readonly conversation: string;
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly seconds: number | null;
  readonly result: string;
  readonly why: string;
}

export interface ReportFinding {
  readonly agent: string;
  readonly conversation: string;
  readonly at: number;
  readonly level: string;
  readonly rule: string;
  readonly category: string;
  /** As sent, redacted; null where the log kept no text. */
  readonly text: string | null;
}

export interface ReportLog {
  readonly agent: string;
  readonly file: string;
  readonly head: string;
  readonly events: number;
  readonly verdict: string;
}

const per1000 = (found: number, messages: number): Cell =>
  number(messages === 0 ? null : Number(((found / messages) * 1000).toFixed(2)));

const column = (title: string, width: number) => ({ title, width });

/** One agent a row, two columns a criterion. Also the whole of the CSV. */
export function scoreSheet(report: ScoreReport, words: ReportWords): Sheet {
  return {
    name: words.scores,
    columns: [
      column(words.agent, 18),
      column(words.score, 9),
      column(words.judged, 10),
      column(words.weight, 8),
      column(words.mean, 15),
      column(words.meanTurns, 10),
      column(words.counted, 10),
      column(words.met, 12),
      column(fill(words.within, { seconds: report.targetSeconds }), 16),
      column(words.messages, 10),
      column(words.block, 8),
      column(words.warn, 8),
      column(words.blockPer1000, 11),
      column(words.warnPer1000, 11),
      column(words.missed, 8),
      column(words.received, 9),
      column(words.log, 12),
      ...report.criteria.flatMap(({ title, weight }) => [
        column(fill(words.points, { criterion: title, weight }), 14),
        column(fill(words.formula, { criterion: title }), 40),
      ]),
    ],
    rows: report.agents.map((agent) => [
      text(agent.name),
      number(agent.points),
      number(agent.judged),
      number(agent.weight),
      number(agent.meanSeconds === null ? null : Number(agent.meanSeconds.toFixed(3))),
      number(agent.turns),
      number(agent.counted),
      number(agent.met),
      share(agent.counted === 0 ? null : agent.met / agent.counted),
      number(agent.messages),
      number(agent.sent.block),
      number(agent.sent.warn),
      per1000(agent.sent.block, agent.messages),
      per1000(agent.sent.warn, agent.messages),
      number(agent.missed),
      number(agent.received),
      text(agent.verdict),
      ...report.criteria.flatMap(({ id }) => {
        const given = agent.criteria[id];
        const points = given?.points ?? null;
        return [points === null ? text(words.toEnter) : number(points), text(given?.formula ?? null)];
      }),
    ]),
  };
}

function* mapped<T>(items: Iterable<T>, row: (item: T) => readonly Cell[]): Generator<readonly Cell[]> {
  for (const item of items) yield row(item);
}

const clockIn =
  ({ timeZone }: ScoreReport) =>
  (at: number | null): Cell =>
    moment(at === null ? null : zoneOf(timeZone).local(at));

function turnSheet(report: ScoreReport, words: ReportWords): Sheet {
  const shown = clockIn(report);
  return {
    name: words.turns,
    columns: [
      column(words.agent, 18),
      column(words.conversation, 18),
      column(words.began, 20),
      column(words.answered, 20),
      column(words.seconds, 11),
      column(words.result, 12),
      column(words.why, 60),
    ],
    rows: mapped(report.turns, (turn) => [
      text(turn.agent),
      text(turn.conversation),
      shown(turn.startedAt),
      shown(turn.answeredAt),
      number(turn.seconds),
      text(turn.result),
      text(turn.why),
    ]),
  };
}

function findingSheet(report: ScoreReport, words: ReportWords): Sheet {
  const shown = clockIn(report);
  return {
    name: words.findings,
    columns: [
      column(words.agent, 18),
      column(words.conversation, 18),
      column(words.at, 20),
      column(words.level, 9),
      column(words.category, 14),
      column(words.rule, 26),
      column(words.content, 60),
    ],
    rows: mapped(report.findings, (finding) => [
      text(finding.agent),
      text(finding.conversation),
      shown(finding.at),
      text(finding.level),
      text(finding.category),
      text(finding.rule),
      text(finding.text),
    ]),
  };
}

/** What the file is, what it is not, and the logs by which it can be checked. */
function aboutSheet(report: ScoreReport, words: ReportWords): Sheet {
  const said = (item: string, content: Cell): readonly Cell[] => [text(item), content];
  return {
    name: words.about,
    columns: [column(words.item, 24), column(words.content, 90)],
    rows: [
      said(words.about, text(words.view)),
      said('', text(words.limits)),
      said('', text(words.parts)),
      said(words.made, clockIn(report)(report.made)),
      said(words.rubric, text(report.rubric)),
      said(words.period, text(report.period)),
      ...report.logs.flatMap((log) => [
        said(words.file, text(`${log.file} · ${log.agent} · ${log.verdict}`)),
        said(words.events, number(log.events)),
        said(words.head, text(log.head)),
      ]),
    ],
  };
}

/** The scorecard as a workbook: scores, turns, findings, and what it is worth. */
export function scorecardXlsx(report: ScoreReport, words: ReportWords): Promise<Blob> {
  return xlsxBlob([
    scoreSheet(report, words),
    turnSheet(report, words),
    findingSheet(report, words),
    aboutSheet(report, words),
  ]);
}

/** The scores alone, for programs that read nothing else. */
export const scorecardCsv = (report: ScoreReport, words: ReportWords): Blob =>
  csvBlob(scoreSheet(report, words));
