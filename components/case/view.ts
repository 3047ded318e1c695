import type { BuyerCard, DeskCatalogue, DeskDoing } from '../../core/desk.ts';
import type { HandOver } from '../../core/hand-over.ts';
import type { CaseKey, SayCase } from '../i18n/case.ts';
import type { Language } from '../i18n/language.ts';

/** All that the case part draws, in the panel and on the desk. Data in; {@link CaseWish}es out. */
export interface CaseFormView {
  readonly language: Language;
  /** Names the conversation; what is typed never follows into another. Null while none is open. */
  readonly conversation: string | null;
  readonly card: CardView;
  /** What the page shows, for a case that is opened. */
  readonly known: Readonly<Record<string, string>>;
  /** The class that the conversation seems to be about, if anyone can tell. */
  readonly suggested: string | null;
  readonly notice: CaseNotice | null;
  /** Who is on duty here. */
  readonly person: string | null;
  /** Wall time, epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
}

export type CardView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'known'; readonly card: BuyerCard; readonly catalogue: DeskCatalogue };

export interface CaseNotice {
  readonly key: Extract<CaseKey, `note.${string}`>;
  readonly n?: number;
}

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

/** The longest note of a case, in UTF-16 units. */
export const NOTE_MAX = 500;

/** Everything that a person can want here. `said` is what to say when it is kept. */
export type CaseWish =
  | { readonly kind: 'act'; readonly acts: readonly DeskDoing[]; readonly said: CaseNotice }
  | { readonly kind: 'buyer'; readonly tags: readonly string[]; readonly note: string }
  /** Hands the case over and puts the text for the other person on the clipboard. */
  | { readonly kind: 'hand'; readonly acts: readonly DeskDoing[]; readonly text: string }
  /** Hands the case over and saves the file that the other person takes it over from. */
  | { readonly kind: 'hand-file'; readonly acts: readonly DeskDoing[]; readonly file: HandOver };

/** What to say once an act is kept. */
export function noticeOf(wish: Exclude<CaseWish, { kind: 'buyer' }>): CaseNotice {
  if (wish.kind === 'act') return wish.said;
  return { key: wish.kind === 'hand' ? 'note.handed' : 'note.filed' };
}

/** How a wish is given back; `event` is the person's act, so that the wiring can ask `isTrusted`. */
export type OnCase = (wish: CaseWish, event: Event) => void;

/** What every part of the case needs to speak and to be heard. */
export interface CaseUi {
  readonly say: SayCase;
  readonly language: Language;
  readonly catalogue: DeskCatalogue;
  readonly on: OnCase;
  readonly newId: () => string;
  readonly person: string | null;
  readonly now: number;
  readonly timeZone: string;
}

/** A form's entries as text, by name. */
export const entriesOf = (form: HTMLFormElement): Record<string, string> =>
  Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, `${value}`]));

/** 11-21 14:02 as the language has it. */
export const shortTime = (
  at: number,
  { language, timeZone }: Pick<CaseUi, 'language' | 'timeZone'>,
): string =>
  new Date(at).toLocaleString(language, {
    timeZone,
    month: 'numeric',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });

/** A thing's title in the agent's language. */
export const titleOf = (
  one: { title: string; titleEn: string },
  { language }: Pick<CaseUi, 'language'>,
): string => (language === 'en' ? one.titleEn : one.title);
