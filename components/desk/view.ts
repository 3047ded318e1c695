import type { TodayFigures } from '../../core/desk.ts';
import type { DayRange } from '../ui/days.ts';
import type { NoticeView } from '../ui/Notice.tsx';

/** All that an agent's own page draws. */
export interface DeskView {
  readonly person: string | null;
  /** Null until the background answered. */
  readonly today: TodayFigures | null;
  readonly log: LogView;
  readonly exports: readonly ExportRow[];
  readonly exporting: ExportView | null;
  readonly notice: NoticeView | null;
}

export type LogView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly why: string }
  | {
      readonly kind: 'some';
      readonly events: number;
      readonly conversations: number;
      readonly days: DayRange;
      readonly since: number;
    };

export interface ExportRow {
  readonly id: string;
  readonly at: number;
  readonly recipient: string;
  readonly events: number;
}

/** What an export will hold. `days` null means all of them. */
export interface ExportChoice {
  readonly agent: string;
  readonly days: DayRange | null;
}

export interface ExportView {
  readonly choice: ExportChoice;
  /** Events in the chosen days; null while they are counted. */
  readonly events: number | null;
  /** Whether the log keeps the words of messages (redacted), so that the file will hold them. */
  readonly hasText: boolean;
  readonly state: 'asking' | 'writing';
}

export type DeskWish =
  | { readonly kind: 'person'; readonly person: string | null }
  | { readonly kind: 'open-export' }
  | { readonly kind: 'choose'; readonly choice: ExportChoice }
  | { readonly kind: 'export' }
  | { readonly kind: 'close-export' }
  | { readonly kind: 'close-notice' };

export type DeskAct = (wish: DeskWish) => void;
