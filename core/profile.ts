/**
 * A metric profile is data: one marketplace's (or one manual's) definition of how fast an agent answers. The clock
 * reads nothing else. Definitions are second-hand or official as each profile's `source` and `confidence` say.
 */
export interface MetricProfile {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  /**
   * What one measured wait is: a `turn` (a buyer's run of messages up to the reply), each `message`, a `session`
   * (see `sessionGapSeconds`), a whole `conversation`, or a `buyer-day` (one conversation in one day, see
   * `dayBoundary`).
   */
  readonly unit: 'turn' | 'message' | 'session' | 'conversation' | 'buyer-day';
  /**
   * What starts the clock of a unit: the first buyer message that nobody answered, each buyer message, the first
   * buyer message of the unit, or the hand-over to a person (转人工; the first buyer message where none was seen).
   */
  readonly startsAt: 'first-unanswered' | 'each-message' | 'first-message' | 'handover';
  /** Who may answer. A suggestion that a person sent is the agent's. */
  readonly answeredBy: readonly ('agent' | 'robot')[];
  /** `not-greeting` refuses a bare greeting as the answer, `substantive` a holding reply too. */
  readonly minimumSubstance: 'any' | 'not-greeting' | 'substantive';
  /** The figure: mean wait, share answered in time, or share of units begun while nobody was on duty (留言). */
  readonly measure: 'mean' | 'share-within' | 'share-left';
  /** In time is up to and including this. A `buyer-day` has its deadline instead. */
  readonly targetSeconds: number;
  /** No unit counts for more. */
  readonly capSeconds?: number;
  /** What an unanswered unit counts as. `beside` keeps it out of the figure and counts it beside. */
  readonly unanswered: 'beside' | 'cap' | 'missed';
  /** Where local hours and days are read. */
  readonly timeZone: string;
  /** Local hours in which units count, half-open [from, to), judged by the start of the unit or of its session. */
  readonly hours?: {
    readonly from: string;
    readonly to: string;
    readonly judgedBy: 'unit-start' | 'session-start';
  };
  /**
   * A day ends at `at` local time; a buyer who writes after it begins a new unit. A `buyer-day` may be answered up
   * to and including `graceSeconds` after the day's end.
   */
  readonly dayBoundary?: { readonly at: string; readonly graceSeconds: number };
  /** A buyer message this long after the session's last word (or its close) begins a new session. */
  readonly sessionGapSeconds?: number;
  /** A conversation's next unit begins with a buyer message this long after our last reply or the unit's start. */
  readonly restartSeconds?: number;
  /** Another 子账号 is another turn: a transfer without a reply leaves the turn unanswered. */
  readonly turnsBySeat?: boolean;
  /** A unit begun on a local Saturday or Sunday may be answered until this time on Monday. */
  readonly mondayDeadline?: string;
  /** Only units that began this many days before the newest event, or later. */
  readonly windowDays?: number;
  /** Weight of the latest quarter of units against that of all (Shopee). */
  readonly latestQuarterWeight?: number;
  /** What the platform shows where there is something, but fewer than `units`. */
  readonly tooFew?: { readonly units: number; readonly value: number };
  readonly excludes?: readonly ('seller-initiated' | 'robot-resolved' | 'offline')[];
  /** Whether a buyer's goodbye or thanks needs no answer. */
  readonly goodbyeExempt: boolean;
  readonly source: string;
  /** Year and month in which the source was read. */
  readonly seenOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Where sources conflict and what was taken; what is our reading. */
  readonly note?: string;
}
