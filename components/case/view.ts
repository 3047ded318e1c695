import type { Language } from '../i18n/language.ts';

/** All that the case form draws. Data in; {@link CaseWish}es out. */
export interface CaseFormView {
  readonly language: Language;
  /** The console's own key of the open conversation; null while none is. What is typed never follows into another. */
  readonly conversation: string | null;
  readonly case: CaseView;
  readonly notice: 'case-opened' | 'case-saved' | 'case-closed' | null;
}

export type CaseView =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'open';
      readonly id: string;
      readonly category: string;
      readonly note: string;
      readonly openedAt: number;
    };

/** The eight classes of 问题分类; ids as the `classify` door writes them. */
export const CASE_CATEGORIES = [
  'logistics',
  'payment_refund',
  'return_exchange',
  'product',
  'coupon_promotion',
  'order',
  'invoice',
  'complaint',
] as const;
export type CaseCategory = (typeof CASE_CATEGORIES)[number];

export const CASE_OUTCOMES = ['solved', 'handed-over', 'withdrawn'] as const;
export type CaseOutcome = (typeof CASE_OUTCOMES)[number];

/** The longest note of a case, in UTF-16 units. */
export const NOTE_MAX = 500;

/** Everything that a person can want from the case form. */
export type CaseWish =
  | { readonly kind: 'open-case'; readonly category: CaseCategory; readonly note: string }
  | { readonly kind: 'save-case'; readonly category: CaseCategory; readonly note: string }
  | { readonly kind: 'close-case'; readonly outcome: CaseOutcome };

/** How the form gives a wish back; `event` is the person's act, so that the wiring can ask `isTrusted`. */
export type OnCase = (wish: CaseWish, event: Event) => void;
