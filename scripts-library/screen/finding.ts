import type { By, FindingFact } from '../../core/event.ts';
import type { Category, Fold } from '../rule.ts';

/** A place in the text as typed that a rule objects to: a half-open span in UTF-16 units. */
export interface Finding extends FindingFact {
  readonly category: Category;
  readonly folds: readonly Fold[];
  /** What to write instead of the span (`substitution`) or of the whole sentence. */
  readonly replacement?: string;
}

/** What the engine may take into account beside the text. */
export interface ScreenContext {
  readonly by: By;
  readonly platform?: string;
  readonly stage?: string;
  /** The buyer's last message. */
  readonly asked?: string;
}

/** What the panel says of a rule; travels with the compiled rules. */
export interface RuleNote {
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly clause?: string;
  readonly penalty?: string;
  readonly replacement?: string;
  /** What the replacement takes the place of; `substitution` rules swap the hit alone. */
  readonly replaces: 'hit' | 'sentence';
}
