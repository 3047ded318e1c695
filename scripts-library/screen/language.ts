/** Word lists of the engine as they travel: sources of patterns that only our own code writes, never a pack. */
export interface Language {
  readonly deniesBefore: string;
  readonly deniesAfter: string;
  readonly deniesFromNext: string;
  readonly deniesAnew: string;
  readonly notDenials: string;
  readonly salutations: string;
  readonly otherNumber: string;
  readonly calling: string;
  readonly banking: string;
  /** Lengths of a phone number's pieces, `3-4-4`, parted by spaces. */
  readonly phoneBreaks: string;
  /** Words that say how a number goes on between its pieces, and what after it says that it counts something. */
  readonly joins: string;
  readonly counts: string;
  readonly afterWeak: string;
  /** Ways to write each digit as a character, from 0 on, parted by spaces. */
  readonly digits: string;
  /** The at sign is its first group. */
  readonly email: string;
  /** The service's name and the account's are its groups; the third is an account's that stands before its call. */
  readonly account: string;
  /** What people call each platform, by the console's id. */
  readonly platforms: Readonly<Record<string, string>>;
}

/** The word lists made ready. */
export interface Words {
  readonly deniesBefore: RegExp;
  readonly deniesAfter: RegExp;
  readonly deniesFromNext: RegExp;
  readonly deniesAnew: RegExp;
  readonly notDenials: RegExp;
  readonly salutations: RegExp;
  readonly otherNumber: RegExp;
  readonly calling: RegExp;
  readonly banking: RegExp;
  readonly phoneBreaks: ReadonlySet<string>;
  readonly joins: RegExp;
  readonly counts: RegExp;
  readonly afterWeak: ReadonlySet<number>;
  /** A character to the figure that it may stand for. */
  readonly digits: ReadonlyMap<string, string>;
  readonly email: RegExp;
  readonly account: RegExp;
  readonly platforms: ReadonlyMap<string, RegExp>;
}

/** Makes the word lists ready for use. */
export const loadLanguage = (language: Language): Words => ({
  deniesBefore: new RegExp(language.deniesBefore),
  deniesAfter: new RegExp(language.deniesAfter),
  deniesFromNext: new RegExp(language.deniesFromNext),
  deniesAnew: new RegExp(language.deniesAnew),
  notDenials: new RegExp(language.notDenials, 'g'),
  salutations: new RegExp(language.salutations),
  otherNumber: new RegExp(language.otherNumber, 'i'),
  calling: new RegExp(language.calling),
  banking: new RegExp(language.banking),
  phoneBreaks: new Set(language.phoneBreaks.split(' ')),
  joins: new RegExp(language.joins),
  counts: new RegExp(language.counts),
  afterWeak: new Set(Array.from(language.afterWeak, (char) => char.charCodeAt(0))),
  digits: new Map(
    language.digits.split(' ').flatMap((forms, digit) => Array.from(forms, (form) => [form, `${digit}`])),
  ),
  email: new RegExp(language.email, 'gi'),
  account: new RegExp(language.account, 'g'),
  platforms: new Map(Object.entries(language.platforms).map(([id, names]) => [id, new RegExp(names)])),
});
