import type { Language } from '../i18n/language.ts';

/** What became of the wish to save a sent reply. */
export type Outcome = 'kept' | 'waiting' | 'known' | 'failed';

/** The line under the replies that offers to save what was just sent. */
export interface ProposingView {
  readonly language: Language;
  readonly line:
    | { readonly kind: 'none' }
    | { readonly kind: 'offer'; readonly text: string }
    | { readonly kind: 'done'; readonly outcome: Outcome };
  /** The key that saves; null where the console has that key for itself. */
  readonly key: string | null;
}

export type ProposingWish = 'save' | 'not' | 'undo';

export type OnProposing = (wish: ProposingWish, event: Event) => void;
