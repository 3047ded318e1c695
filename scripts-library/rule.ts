import type { By, Level } from '../core/event.ts';

/** What a rule is about; the log and the CLI use these words, the UI translates them. */
export type Category =
  | 'taboo' | 'diversion' | 'review' | 'absolute' | 'promise' | 'pii' | 'abuse' | 'spam' | 'payment' | 'efficacy'
  | 'refund' | 'non-answer' | 'language';

/** The disguises that the engine can see through; a finding names those that it had to undo. */
export type Fold =
  | 'width' | 'case' | 'traditional' | 'digits' | 'invisible' | 'separator' | 'repeat' | 'homophone' | 'lookalike'
  | 'abbreviation' | 'pinyin' | 'split' | 'filler' | 'reversed' | 'entity' | 'emoji';

/**
 * One rule of a pack. Data: no regular expressions, no code. Every rule carries its own proof
 * (`trips` must raise it, `passes` must not) and says where it comes from.
 */
export interface Rule {
  readonly id: string;
  readonly kind: 'phrase' | 'substitution' | 'required' | 'pii' | 'repeat' | 'promise' | 'non-answer';
  readonly category: Category;
  readonly level: Level;
  /** Short name for the panel: 「反问买家」. */
  readonly title: string;
  /** What is wrong, to the agent, in one sentence. */
  readonly message: string;
  readonly why: string;
  readonly clause?: string;
  readonly penalty?: string;
  readonly phrases?: readonly string[];
  /** Allow spans: a hit wholly inside one of these is dropped. */
  readonly unless?: readonly string[];
  /** The wording to use instead; for `substitution` it may replace the hit alone. */
  readonly replacement?: string;
  readonly scope?: {
    readonly by?: readonly By[];
    readonly platforms?: readonly string[];
    readonly stages?: readonly string[];
    /** Only if the buyer's last message holds one of these. */
    readonly asked?: readonly string[];
    /** Dropped when a negation stands right before the hit (没有好评返现 is no offer). */
    readonly exceptNegated?: boolean;
  };
  /** Folds that this rule may not use; all others are on. */
  readonly withoutFolds?: readonly Fold[];
  readonly trips: readonly string[];
  readonly passes: readonly string[];
  readonly source: string;
  readonly seenOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
}
