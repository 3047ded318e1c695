import type { By, Signals } from '../event.ts';

/**
 * What the clock reads, whatever it was made from. `at` is where the event stands in time (milliseconds, the page's
 * clock where the page tells); it happened between `earliest` and `latest`, which are the same unless nobody knows
 * better.
 */
export interface ClockEvent {
  /** Events of one conversation share it; `conversation` is how the source calls it. */
  readonly key: string;
  readonly conversation: string;
  readonly kind: 'message' | 'transfer' | 'session-start' | 'session-end';
  readonly by: By;
  readonly class: Signals['class'];
  /** Begins with a greeting, whatever follows. */
  readonly greets: boolean;
  readonly at: number;
  readonly earliest: number;
  readonly latest: number;
  /** By which clock `at` was read; `wall` is this machine's at the moment of seeing, `range` nobody's. */
  readonly clock: 'page' | 'id' | 'wall' | 'range';
  /** This machine's clocks when it saw the message come; null where it was not there. */
  readonly wall: number | null;
  readonly mono: number | null;
  readonly boot: string | null;
  /** Order given by the source; null where its lines only stand in order. */
  readonly seq: number | null;
  readonly id: string | null;
  readonly seat: string | null;
  readonly person: string | null;
  /** The 子账号 that a transfer went to. */
  readonly to: string | null;
  /** The console and shop that it belongs to, to find who was on duty there; null in the short form. */
  readonly shop: string | null;
  /** Place among the timeline's events. */
  readonly index: number;
}

/** The wall clock moved: no wall time before compares with one after. */
export interface ClockJump {
  readonly from: number;
  readonly to: number;
}

/** Somebody was there to answer, from ≤ t < to. `null` stands for any. */
export interface DutySpan {
  readonly shop: string | null;
  readonly seat: string | null;
  readonly person: string | null;
  readonly from: number;
  readonly to: number;
}

/** One conversation's events in order, without repetitions. */
export interface Strand {
  readonly events: readonly ClockEvent[];
  /** Events whose place among others of the same moment only the input tells. */
  readonly tied: ReadonlySet<ClockEvent>;
}

/** Facts in order, ready for any number of profiles. */
export interface Timeline {
  /** Conversations in the order in which they first appear. */
  readonly strands: readonly Strand[];
  /** When the newest event was; minus infinity for none. */
  readonly newest: number;
  readonly jumps: readonly ClockJump[];
  /** From 上岗/交班 in the log; empty if the log has none. */
  readonly duty: readonly DutySpan[];
}
