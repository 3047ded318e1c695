import type { Language } from '../i18n/language.ts';

/** One reminder for all who have waited too long in the console's list. */
export interface WaitersView {
  readonly language: Language;
  /** Null while there is nobody to remind of, or the agent wants no reminder now. */
  readonly late: {
    /** How many have waited longer than the profile's target. */
    readonly count: number;
    /** The one who has waited longest, as the console shows the name. */
    readonly name: string | null;
    readonly seconds: number;
  } | null;
  /** The key that opens the longest waiter; null where the console has that key for itself. */
  readonly key: string | null;
  /** Why the key opened nothing: the row was not there, or the page takes only clicks of a person's hand. */
  readonly trouble: 'missing' | 'unheard' | null;
}

export type WaitersWish = 'mute-one' | 'mute-all';

export type OnWaiters = (wish: WaitersWish, event: Event) => void;

/** For so long nobody is reminded of anybody. */
export const MUTE_MINUTES = 10;
