const OTHERS = /[^\p{L}\p{N}\p{M}]+/gu;
const OTHER = /[^\p{L}\p{N}\p{M}]/u;

/** For each character whether it belongs to a word, looked up once: most of what is said uses few. */
const UNKNOWN = 0;
const OF_WORD = 1;
const BETWEEN = 2;
const kinds = new Uint8Array(0x10000);

/**
 * Puts one space for whatever stands between letters, numbers and marks. Half the time of the regular expression
 * {@link OTHERS}, which says the same and is left for pairs of surrogates.
 */
export function wordsApart(text: string): string {
  let apart = '';
  /** Where the word at hand began, -1 between words. */
  let from = -1;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if ((code & 0xf800) === 0xd800) return text.replace(OTHERS, ' ');
    let kind = kinds[code] ?? UNKNOWN;
    if (kind === UNKNOWN) {
      kind = OTHER.test(text.charAt(at)) ? BETWEEN : OF_WORD;
      kinds[code] = kind;
    }
    if (kind === OF_WORD) {
      if (from < 0) from = at;
    } else if (from >= 0 || at === 0) {
      if (from >= 0) apart += text.slice(from, at);
      apart += ' ';
      from = -1;
    }
  }
  return from < 0 ? apart : apart + text.slice(from);
}
