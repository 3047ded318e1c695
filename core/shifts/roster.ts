/**
 * A roster (排班表) is data: which shifts a shop has, and who works which on what day. Local clock times; a shift
 * that ends after midnight ends on the next day.
 */
export interface Shift {
  readonly id: string;
  readonly title: string;
  readonly titleEn: string;
  /** `HH:mm`, half-open. */
  readonly from: string;
  readonly to: string;
  /** Part-time and overlapping shifts count by their hours all the same. */
  readonly kind: 'day' | 'half-day' | 'evening' | 'other';
  /** Lunch and the like, inside the shift: nobody is expected to answer. */
  readonly pauses: readonly { readonly from: string; readonly to: string }[];
}

/** One person's shifts of one day; empty is a day of rest. */
export interface RosterDay {
  readonly person: string;
  /** `YYYY-MM-DD`. */
  readonly day: string;
  readonly shifts: readonly string[];
}

export interface Roster {
  readonly shifts: readonly Shift[];
  readonly days: readonly RosterDay[];
  /** Which 子账号 a person uses, from a day on. */
  readonly seats: readonly { readonly person: string; readonly seat: string; readonly from: string }[];
}
