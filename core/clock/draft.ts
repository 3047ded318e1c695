import type { Period } from './period.ts';
import type { ClockEvent } from './timeline.ts';

/** How often what doesn't count was met so far in a conversation. A unit keeps two readings; the rest is taking away. */
export interface Tally {
  welcome: number;
  robot: number;
  /** Robot messages that said something, so may have settled the matter. */
  robotAnswer: number;
  system: number;
  unknown: number;
  greeting: number;
  holding: number;
  buyer: number;
}

export const NOTHING_YET: Readonly<Tally> = {
  welcome: 0,
  robot: 0,
  robotAnswer: 0,
  system: 0,
  unknown: 0,
  greeting: 0,
  holding: 0,
  buyer: 0,
};

/** How a unit ended. */
export type Ending =
  | { readonly kind: 'open' }
  | { readonly kind: 'answered'; readonly by: ClockEvent }
  | { readonly kind: 'transferred'; readonly to: string | null }
  | { readonly kind: 'session-over' }
  /** A goodbye that the profile lets stand: never open. */
  | { readonly kind: 'exempt' };

/** A unit in the making. */
export interface Draft {
  start: ClockEvent;
  readonly period: Period;
  readonly day: number;
  readonly inHours: boolean;
  readonly before: Readonly<Tally>;
  after: Readonly<Tally>;
  ending: Ending;
  /** Whether the buyer asked for more than a courtesy. */
  asked: boolean;
  substantive: ClockEvent | null;
}
