/**
 * A metric profile is data: one marketplace's (or one manual's) definition of how fast an agent answers.
 * The clock reads nothing else. See DESIGN.md §4; source of the definitions: each profile's own `source`.
 */
export interface MetricProfile {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  /** What one measured wait is. */
  readonly unit: 'turn' | 'message' | 'session' | 'conversation' | 'buyer-day';
  /** What starts the clock of a unit. */
  readonly startsAt: 'first-unanswered' | 'each-message' | 'session-start' | 'first-message';
  /** Who may answer. `assisted` is a suggestion that a person sent, so a human reply. */
  readonly answeredBy: readonly ('agent' | 'robot')[];
  /** `substantive` refuses a bare greeting as the answer. */
  readonly minimumSubstance: 'any' | 'not-greeting' | 'substantive';
  /** The figure: mean wait, or share answered within `targetSeconds`. */
  readonly measure: 'mean' | 'share-within';
  readonly targetSeconds: number;
  readonly capSeconds?: number;
  /** What an unanswered unit counts as. `beside` keeps it out of the figure and counts it beside. */
  readonly unanswered: 'beside' | 'cap' | 'missed';
  /** Local hours in which units count, half-open [from, to), and by what they are judged. */
  readonly hours?: {
    readonly from: string;
    readonly to: string;
    readonly judgedBy: 'unit-start' | 'session-start';
    readonly timeZone: string;
  };
  readonly dayBoundary?: { readonly at: string; readonly deadline: string };
  /** A pause longer than this starts a new session. */
  readonly sessionGapSeconds?: number;
  readonly windowDays?: number;
  /** Weight of the latest quarter against the rest (Shopee). */
  readonly latestQuarterWeight?: number;
  readonly excludes?: readonly ('seller-initiated' | 'robot-resolved' | 'goodbye' | 'thanks' | 'offline')[];
  /** Whether a buyer's goodbye or thanks needs no answer. */
  readonly goodbyeExempt: boolean;
  readonly source: string;
  readonly seenOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly note?: string;
}
