import type { Measured } from './duration.ts';
import type { ClockEvent } from './timeline.ts';

/** Something that happened on the way of a unit, for whoever asks why it counts as it does. */
export type Reason =
  | { readonly kind: 'ignored'; readonly what: Ignored; readonly times: number }
  | { readonly kind: 'more-messages'; readonly times: number }
  | { readonly kind: 'unanswered'; readonly as: 'beside' | 'missed' }
  | { readonly kind: 'unanswered'; readonly as: 'cap'; readonly seconds: number }
  | { readonly kind: 'capped'; readonly capSeconds: number }
  | { readonly kind: 'late'; readonly deadline: number }
  | { readonly kind: 'transferred'; readonly to: string | null }
  | { readonly kind: 'session-over' }
  | { readonly kind: 'session-began'; readonly at: number }
  | { readonly kind: 'handover-unseen' }
  | { readonly kind: 'holding' }
  | { readonly kind: 'uncertain' }
  | { readonly kind: 'still-open' }
  | { readonly kind: 'tied' }
  /** Begun while nobody was on duty; or nobody knows who was. */
  | { readonly kind: 'left' | 'duty-unknown' }
  | { readonly kind: 'excluded'; readonly why: Exclusion };

/** What neither starts nor answers: our side's welcome, robots, system notes, senders whom the page does not name. */
export type Ignored = 'welcome' | 'robot' | 'system' | 'unknown' | 'greeting' | 'holding';

export type Exclusion =
  | 'outside-hours'
  | 'offline'
  | 'seller-initiated'
  | 'robot-resolved'
  | 'goodbye'
  | 'outside-window';

/** Seconds; a pair is an interval that nobody can tell closer. */
export type Seconds = number | readonly [low: number, high: number];

/** One measured wait. */
export interface Unit {
  readonly conversation: string;
  /** The conversation across consoles and shops, as the timeline knows it. */
  readonly key: string;
  readonly startedAt: number;
  readonly answeredAt: number | null;
  /** As counted, so capped where the profile caps; null where an unanswered unit has no value. */
  readonly seconds: Seconds | null;
  /** From start to answer as it was; null where none came. */
  readonly waited: Seconds | null;
  readonly measured: Measured | null;
  readonly counts: boolean;
  /** Whether it was answered in time; null where the profile has no target or nobody can tell. */
  readonly met: boolean | null;
  /** Beside the platform's clock: until the first reply that was more than a greeting or a holding reply. */
  readonly substantive: { readonly at: number; readonly seconds: Seconds } | null;
  readonly reasons: readonly Reason[];
  /** Who answered, or who was there when it began. */
  readonly seat: string | null;
  readonly person: string | null;
  readonly shop: string | null;
  readonly start: ClockEvent;
  readonly answer: ClockEvent | null;
}
