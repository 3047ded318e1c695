/** What a phrase in the trie means, packed into 32 bits. */
export const HIT = 0;
export const UNLESS = 1;
export const ASKED = 2;
export const NEAR = 3;
export const ALIAS = 4;

export interface Meaning {
  readonly role: number;
  /** The rule's index; for an alias the word's. */
  readonly index: number;
  /** Which of the rule's `near` conditions. */
  readonly group: number;
  /** The phrase stands reversed. */
  readonly reversed: boolean;
  /** An alias that counts only inside a longer phrase. */
  readonly weak: boolean;
}

export const packMeaning = ({ role, index, group, reversed, weak }: Meaning): number =>
  (index << 9) | (role << 6) | (group << 2) | (reversed ? 2 : 0) | (weak ? 1 : 0);

export const roleOf = (meaning: number): number => (meaning >> 6) & 7;
export const indexOf = (meaning: number): number => meaning >>> 9;
export const groupOf = (meaning: number): number => (meaning >> 2) & 15;
export const isReversed = (meaning: number): boolean => (meaning & 2) !== 0;
export const isWeak = (meaning: number): boolean => (meaning & 1) !== 0;

/** Aliases hang below this symbol, which no text holds. */
export const ALIAS_ROOT = 0;
/** `#` in a phrase: any number, in figures or characters. */
export const ANY_NUMBER = 35;
