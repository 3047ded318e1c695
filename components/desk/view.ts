import type { Metric } from '../../core/clock/metric.ts';
import type { LogExport } from '../../core/desk.ts';
import type { DayFigures } from '../../core/figures/day.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import type { DayRange } from '../ui/days.ts';
import type { NoticeView } from '../ui/Notice.tsx';

/** All that an agent's own page draws. */
export interface DeskView {
  readonly person: string | null;
  /** Null until it was counted. */
  readonly day: DayView | null;
  readonly log: LogView;
  /** Entries that the browser lost and that nobody has taken note of yet. */
  readonly loss: LossView | null;
  /** Whole days since the last export, or since the first entry, once that is long ago. */
  readonly reminder: { readonly days: number; readonly ever: boolean } | null;
  readonly exports: readonly LogExport[];
  /** What backups need of a person, if anything. */
  readonly backup: BackupNeed | null;
  readonly exporting: ExportView | null;
  readonly notice: NoticeView | null;
}

/** The folder must be allowed again, a download is due, or nothing was ever set up. */
export type BackupNeed =
  | { readonly kind: 'allow'; readonly folder: string }
  | { readonly kind: 'download' }
  | { readonly kind: 'set-up' };

/** All that the page's part on backups draws. */
export interface BackupView {
  /** Whether this browser can write a folder that a person has chosen. */
  readonly folders: boolean;
  readonly plan: { readonly folder: string | null; readonly allowed: boolean } | null;
  readonly last: { readonly at: number; readonly fileName: string } | null;
  /** Entries since the last backup, or in all. */
  readonly fresh: number;
  readonly state: 'idle' | 'writing' | 'reading' | 'restoring';
  /** A backup that was opened and waits for a yes. */
  readonly offer: {
    readonly label: string;
    readonly at: number;
    readonly entries: number;
    readonly range: { readonly from: number; readonly to: number };
  } | null;
  readonly restored: readonly { readonly at: number; readonly count: number }[];
  /** Why the file that was picked can't be used. */
  readonly refused: string | null;
}

export type BackupWish =
  | { readonly kind: 'backup-set-up'; readonly passphrase: string }
  | { readonly kind: 'backup-now' | 'backup-allow' | 'backup-stop' }
  | { readonly kind: 'restore-open'; readonly file: File; readonly passphrase: string }
  | { readonly kind: 'restore-go' | 'restore-leave' | 'restored-export' };

export interface LossView {
  readonly lost: number;
  readonly all: boolean;
  readonly knownAt: number;
}

/** One day of one person, with what is due. */
export interface DayView {
  readonly figures: DayFigures;
  readonly targetSeconds: number;
  readonly profiles: readonly { readonly id: string; readonly label: string; readonly metric: Metric }[];
  /** 重复咨询率 over this many days; null until the days before were counted, or where nobody came. */
  readonly repeat: number | null;
  readonly repeatDays: number;
  readonly followUps: readonly FollowUp[];
  readonly openCases: number;
  readonly unexported: number;
  readonly lists: readonly {
    readonly flow: string;
    readonly title: string;
    readonly items: readonly {
      readonly id: string;
      readonly title: string;
      readonly does: string;
      readonly done: boolean;
    }[];
  }[];
  readonly now: number;
}

export type Section = 'day' | 'cases' | 'calendar' | 'figures' | 'roster' | 'backup';

export type LogView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'failed'; readonly why: string }
  | {
      readonly kind: 'some';
      readonly events: number;
      readonly conversations: number;
      readonly days: DayRange;
      /** Wall time of the first and of the latest entry. */
      readonly since: number;
      readonly latest: number;
    };

/** Who a file is for and what it will hold. `days` null means all of them. */
export interface ExportChoice {
  readonly agent: string;
  readonly recipient: string;
  readonly purpose: string;
  /** `full` takes personal data along as it is stored, and needs a purpose. */
  readonly words: 'redacted' | 'full';
  readonly lock: ExportLock;
  readonly days: DayRange | null;
}

/** Who can open the file: whoever gets it, who knows the passphrase, or who has the key with this id. */
export type ExportLock =
  | { readonly kind: 'none' }
  | { readonly kind: 'passphrase'; readonly passphrase: string }
  /** Null until one is chosen. */
  | { readonly kind: 'key'; readonly id: string | null };

/** A supervisor's receiving key, as far as it can be seen. */
export interface Receiver {
  readonly id: string;
  readonly label: string;
  readonly fingerprint: string;
  /** Local day (YYYY-MM-DD). */
  readonly made: string;
}

export interface ReceiversView {
  readonly known: readonly Receiver[];
  /** A key that was read in and waits for its fingerprint to be compared, or why a file holds none. */
  readonly read:
    | { readonly kind: 'nothing' }
    | { readonly kind: 'offer'; readonly key: Receiver; readonly meets: 'none' | 'same' | 'clash' }
    | { readonly kind: 'refused'; readonly why: string };
}

export type ReceiverWish =
  | { readonly kind: 'receiver-read'; readonly file: File }
  | { readonly kind: 'receiver-keep' | 'receiver-leave' }
  | { readonly kind: 'receiver-forget'; readonly id: string };

export interface ExportView {
  readonly choice: ExportChoice;
  /** Events in the chosen days and the buyers they are about; null while they are counted. */
  readonly size: { readonly events: number; readonly buyers: number } | null;
  /** Whether the log keeps the words of messages (redacted), so that the file will hold them. */
  readonly hasText: boolean;
  readonly receivers: ReceiversView;
  readonly state: { readonly kind: 'asking' } | { readonly kind: 'writing'; readonly written: number };
}

export type DeskWish =
  | ReceiverWish
  | { readonly kind: 'person'; readonly person: string | null }
  | { readonly kind: 'open-export' }
  | { readonly kind: 'choose'; readonly choice: ExportChoice }
  | { readonly kind: 'export' }
  /** Ends the writing if it goes on, else closes the dialog. */
  | { readonly kind: 'close-export' }
  | { readonly kind: 'close-notice' }
  | { readonly kind: 'loss-read' }
  | { readonly kind: 'erase-buyer'; readonly buyer: string }
  | { readonly kind: 'section'; readonly section: Section }
  | { readonly kind: 'backup-now' | 'backup-allow' }
  | { readonly kind: 'follow-up'; readonly followUp: FollowUp; readonly how: 'done' | 'later' | 'drop' }
  | { readonly kind: 'tick'; readonly list: string; readonly item: string; readonly done: boolean };

export type DeskAct = (wish: DeskWish) => void;
