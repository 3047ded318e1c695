/** Thrown for a phrase whose braces don't match or that stands for too many phrases. */
export class PhraseError extends Error {}

/** More phrases than this in one are a mistake of its author. */
const MOST = 20_000;

/**
 * Spells out a phrase with alternatives: `{加|扫}{一下|}微信` stands for 加微信, 加一下微信, 扫微信, 扫一下微信.
 * Braces nest. Throws {@link PhraseError}.
 */
export function spellOut(phrase: string): string[] {
  let at = 0;

  /** Alternatives up to the closing brace (or the end): each a product of texts and groups. */
  function choices(depth: number): string[] {
    const done: string[] = [];
    let current = [''];
    for (; at < phrase.length; at++) {
      const char = phrase.charAt(at);
      if (char === '{') {
        at++;
        const group = choices(depth + 1);
        current = current.flatMap((start) => group.map((end) => start + end));
        if (current.length > MOST) throw new PhraseError(`over ${MOST} phrases in "${phrase}"`);
      } else if (char === '}') {
        if (depth === 0) throw new PhraseError(`a closing brace too many in "${phrase}"`);
        return [...done, ...current];
      } else if (char === '|' && depth > 0) {
        done.push(...current);
        current = [''];
      } else {
        current = current.map((start) => start + char);
      }
    }
    if (depth > 0) throw new PhraseError(`a brace is not closed in "${phrase}"`);
    return current;
  }

  return choices(0);
}
