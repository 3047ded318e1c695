/** A reply that an agent proposes as a script, waiting to be judged. */
export interface ProposalView {
  readonly id: string;
  readonly at: number;
  readonly console: string;
  readonly person: string | null;
  readonly asked: string;
  readonly text: string;
}

export interface ProposalsView {
  /** Null while they are read. */
  readonly rows: readonly ProposalView[] | null;
  /** How many scripts were adopted and are in use. */
  readonly adopted: number;
}

export type ProposalWish =
  | {
      readonly kind: 'accept';
      readonly id: string;
      readonly title: string;
      readonly text: string;
      readonly asked: string;
    }
  | { readonly kind: 'reject'; readonly id: string }
  /** Saves the pack of adopted scripts as a file. */
  | { readonly kind: 'export' };

export type ProposalAct = (wish: ProposalWish) => void;
