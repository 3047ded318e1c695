import type { By, Level } from '../core/event.ts';

/** What a rule is about; the log and the CLI use these words, the UI translates them. */
export type Category =
  | 'taboo'
  | 'diversion'
  | 'review'
  | 'absolute'
  | 'promise'
  | 'pii'
  | 'abuse'
  | 'spam'
  | 'payment'
  | 'efficacy'
  | 'refund'
  | 'non-answer'
  | 'language';

/** The disguises that the engine can see through; a finding names those that it had to undo. */
export type Fold =
  | 'width'
  | 'case'
  | 'traditional'
  | 'digits'
  | 'invisible'
  | 'separator'
  | 'repeat'
  | 'homophone'
  | 'lookalike'
  | 'abbreviation'
  | 'pinyin'
  | 'split'
  | 'filler'
  | 'reversed'
  | 'entity'
  | 'emoji';

/**
 * Personal data that has a shape rather than a wording; found by the engine itself (`pii` rules). A handle is an
 * account's name that nothing around calls one, or a number as long as one: for rules that know what was asked.
 */
export type Shape = 'mobile' | 'id-card' | 'bank-card' | 'email' | 'account' | 'handle';

/** Something else that must stand near the hit, in either order, within so many characters of the message. */
export interface Near {
  readonly phrases: readonly string[];
  readonly within: number;
}

/**
 * Signs that say little alone. The hit stands when those within so many characters of it add up to `enough`; each of
 * them counts once, and one with negative points speaks for the sentence. In a rule without phrases any sign may be
 * the hit, and counts.
 */
export interface Clues {
  readonly within: number;
  readonly enough: number;
  readonly signs: readonly { readonly points: number; readonly phrases: readonly string[] }[];
}

/**
 * One rule of a pack. Data: no regular expressions, no code. Every rule carries its own proof
 * (`trips` must raise it, `passes` must not) and says where it comes from.
 *
 * A phrase may hold alternatives: `{加|扫}{一下|}微信` stands for four phrases (phrase.ts). `#` is any number.
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
  /** For `pii`: the shapes to look for, beside or instead of phrases. */
  readonly shapes?: readonly Shape[];
  /** Each of these must stand near the hit too; the finding spans both. */
  readonly near?: readonly Near[];
  /** What must add up around the hit; the finding spans what counted against it. */
  readonly clues?: Clues;
  /** Allow spans: a hit wholly inside one of these is dropped. */
  readonly unless?: readonly string[];
  /** The hit is dropped when one of these stands right before or right after it (增|加微信, 微信|支付). */
  readonly notAfter?: readonly string[];
  readonly notBefore?: readonly string[];
  /** Only where a disguise had to be undone: 微信 alone is a word, 微.信 alone is an intention. */
  readonly disguised?: boolean;
  /** Only where the hit is the whole message, salutations and particles aside. */
  readonly whole?: boolean;
  /** The wording to use instead; for `substitution` it may replace the hit alone. */
  readonly replacement?: string;
  readonly scope?: {
    /** Who must have written it. Default: our side (agent, robot) and unknown; never buyer or system. */
    readonly by?: readonly By[];
    readonly platforms?: readonly string[];
    readonly stages?: readonly string[];
    /** Only if the buyer's last message holds one of these. */
    readonly asked?: readonly string[];
    /** Dropped when the clause denies or forbids it (没有好评返现 is no offer). */
    readonly exceptNegated?: boolean;
    /** Dropped when the only platform that it names is the one it is said on (抖音下单 is no way out of 抖店). */
    readonly exceptOwnPlatform?: boolean;
  };
  /** Folds that this rule may not use; all others are on. */
  readonly withoutFolds?: readonly Fold[];
  readonly trips: readonly string[];
  readonly passes: readonly string[];
  readonly source: string;
  readonly seenOn: string;
  readonly confidence: 'high' | 'medium' | 'low';
}
