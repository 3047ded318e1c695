/** A reply that an agent has sent and proposes as a script. Redacted; it waits for whoever keeps the pack. */
export interface Proposal {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly console: string;
  readonly person: string | null;
  /** A pseudonym: whoever is erased takes the proposal along. */
  readonly conversation: string;
  /** What the buyer had asked. */
  readonly asked: string;
  readonly text: string;
}
