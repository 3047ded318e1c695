import type { Level } from '../../core/event.ts';
import type { DayRange } from '../ui/days.ts';
import type { NoticeView } from '../ui/Notice.tsx';

/** All that the supervisor page draws. Data in; {@link SupervisorWish}es out. No storage, no browser, no clock. */
export interface SupervisorView {
  readonly agents: AgentsView;
  readonly imports: readonly ImportRow[];
  readonly period: Period;
  /** First and last local day in the logs (YYYY-MM-DD), to bound the date fields. */
  readonly days: DayRange | null;
  readonly rubricTitle: string;
  readonly scorecard: ScorecardView | null;
  readonly details: DetailsView | null;
  readonly rubric: RubricView | null;
  /** The drawer of receiving keys; null while it is closed. */
  readonly keys: KeysView | null;
  readonly notice: NoticeView | null;
}

export interface KeysView {
  /** Those in use first; null until they are read. */
  readonly list: readonly OwnKeyView[] | null;
  /** What was just done, or why it was not. */
  readonly told: { readonly text: string; readonly tone: 'fine' | 'trouble' } | null;
}

/** A key that logs are encrypted to; its private half is in this browser alone. */
export interface OwnKeyView {
  readonly id: string;
  readonly label: string;
  readonly fingerprint: string;
  readonly madeAt: number;
  readonly retired: boolean;
  /** The imported files that it opened, by name. */
  readonly files: readonly string[];
}

export type KeyWish =
  | { readonly kind: 'open-keys'; readonly open: boolean }
  | { readonly kind: 'key-make'; readonly label: string }
  | { readonly kind: 'key-rename'; readonly id: string; readonly label: string }
  | { readonly kind: 'key-retire'; readonly id: string; readonly retired: boolean }
  | { readonly kind: 'key-save' | 'key-remove'; readonly id: string };

/** Which part of the logs is counted. Days are local and both are counted: `to` is the last day. */
export type Period = { readonly kind: 'all' } | ({ readonly kind: 'days' } & DayRange);

export type AgentsView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly what: string }
  | {
      readonly kind: 'list';
      readonly turns: number;
      readonly logs: number;
      /** What `within` is judged by. */
      readonly targetSeconds: number;
      readonly rows: readonly AgentRow[];
    };

/** One file of an import, in the order dropped. `wrong` is one sentence; a wrong file changed nothing. */
export type ImportRow = { readonly id: string; readonly file: string } & (
  | { readonly kind: 'reading' }
  | { readonly kind: 'imported'; readonly agent: string; readonly events: number }
  | { readonly kind: 'already'; readonly agent: string }
  /** Encrypted. `tried` with a passphrase that did not open it. */
  | { readonly kind: 'locked'; readonly source: File; readonly tried: boolean }
  | { readonly kind: 'wrong'; readonly why: string }
);

/** What can be said of a log: 完整, 有缺口, 被改动, 分叉, 未锚定, or 未签名 where nobody vouches for it. */
export interface VerdictView {
  readonly kind: 'whole' | 'unsigned' | 'gaps' | 'changed' | 'forked' | 'unanchored';
  readonly detail: string;
}

/** Points given of the weight that could be judged; never stretched over what could not. */
export interface TotalView {
  readonly points: number;
  readonly judged: number;
  readonly weight: number;
}

export interface AgentRow {
  readonly id: string;
  readonly name: string;
  readonly seats: string;
  readonly total: TotalView | null;
  readonly mean: { readonly seconds: number; readonly turns: number; readonly late: boolean } | null;
  readonly within: { readonly share: number; readonly met: number; readonly counted: number } | null;
  /** Findings in messages as sent. */
  readonly sent: { readonly block: number; readonly warn: number; readonly messages: number };
  readonly missed: number;
  readonly received: number;
  readonly verdict: VerdictView;
}

export interface LogRow {
  readonly id: string;
  readonly file: string;
  readonly events: number;
  readonly from: number;
  readonly to: number;
  readonly verdict: VerdictView;
}

export interface ScorecardView {
  readonly agent: AgentRow;
  readonly rubricTitle: string;
  readonly criteria: readonly CriterionView[];
  readonly logs: readonly LogRow[];
  /** The criterion whose inputs are being entered, if any. */
  readonly editing: string | null;
}

export interface CriterionView {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly state:
    | { readonly kind: 'scored'; readonly points: number; readonly formula: string }
    | { readonly kind: 'missing'; readonly asks: string };
  /** What a person enters; empty where the log knows. */
  readonly inputs: readonly InputView[];
  /** The turns behind a measured figure. */
  readonly evidence: { readonly kind: 'turns'; readonly count: number } | null;
}

export interface InputView {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly whole: boolean;
}

export type FigureKind = 'mean' | 'within' | 'missed' | 'sent' | 'received';

/** What one figure was computed from. */
export interface DetailsView {
  readonly agent: string;
  readonly figure: FigureKind;
  /** Rows behind the figure, over all pages. */
  readonly total: number;
  /** The figure in one sentence, its inputs included. */
  readonly sentence: string;
  readonly order: 'time' | 'longest';
  readonly page: number;
  readonly pageSize: number;
  readonly list:
    | { readonly kind: 'turns'; readonly rows: readonly TurnRow[] }
    | { readonly kind: 'findings'; readonly rows: readonly FindingRow[] }
    | { readonly kind: 'conversations'; readonly rows: readonly ConversationRow[] };
}

export interface TurnRow {
  readonly id: string;
  readonly startedAt: number;
  readonly conversation: string;
  readonly seconds: number | null;
  readonly state: 'counted' | 'met' | 'late' | 'missed' | 'uncertain' | 'left-out';
  readonly why: string;
}

export interface FindingRow {
  readonly id: string;
  readonly at: number;
  readonly conversation: string;
  readonly level: Level;
  readonly rule: string;
  /** The rule's name, or its category where this pack does not know the rule. */
  readonly title: string;
  /** Redacted text with the half-open span that the rule objects to; null where the log holds no text. */
  readonly text: { readonly value: string; readonly start: number; readonly end: number } | null;
}

export interface ConversationRow {
  readonly id: string;
  readonly firstAt: number;
  readonly conversation: string;
  readonly turns: number;
  readonly messages: number;
}

/** The rubric as it can be changed here: numbers only, the criteria themselves come with the pack. */
export interface RubricView {
  readonly title: string;
  readonly shipped: boolean;
  readonly rows: readonly RubricRow[];
}

export interface RubricRow {
  readonly id: string;
  readonly title: string;
  readonly weight: number;
  readonly fields: readonly RubricField[];
}

export interface RubricField {
  readonly id: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number | null;
  /** May be left empty. */
  readonly optional: boolean;
  readonly min: number;
  readonly max: number;
}

/** Everything that a supervisor can want from the page. */
export type SupervisorWish =
  | KeyWish
  | { readonly kind: 'import'; readonly files: readonly File[] }
  | { readonly kind: 'unlock'; readonly id: string; readonly source: File; readonly passphrase: string }
  | { readonly kind: 'clear-imports' }
  | { readonly kind: 'period'; readonly period: Period }
  | { readonly kind: 'select'; readonly agent: string }
  | { readonly kind: 'open'; readonly agent: string; readonly figure: FigureKind }
  | { readonly kind: 'order'; readonly order: 'time' | 'longest' }
  | { readonly kind: 'page'; readonly page: number }
  | { readonly kind: 'close-details' }
  | { readonly kind: 'edit-inputs'; readonly criterion: string | null }
  | {
      readonly kind: 'save-inputs';
      readonly criterion: string;
      readonly values: Readonly<Record<string, number | null>>;
    }
  | { readonly kind: 'edit-rubric'; readonly open: boolean }
  | { readonly kind: 'save-rubric'; readonly values: RubricValues }
  | { readonly kind: 'reset-rubric' }
  | { readonly kind: 'save'; readonly as: 'xlsx' | 'csv' }
  | { readonly kind: 'remove-log'; readonly log: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'close-notice' };

/** Criterion id → field id → number; null empties the field. */
export type RubricValues = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

/** How every component of this page speaks up. */
export type Act = (wish: SupervisorWish) => void;
