import type { Screen } from '../../scripts-library/screen/scan.ts';
import { normalised } from './peers.ts';

/** A phrase in a text, as found by looking for every phrase at every place. */
export interface Place {
  readonly message: number;
  readonly start: number;
  readonly end: number;
}

/** Every place of every phrase, found word by word. Latin phrases count where they stand as a word of their own. */
export function bruteForce(phrases: readonly string[], messages: readonly string[]): Place[] {
  const places: Place[] = [];
  messages.forEach((text, message) => {
    for (const phrase of phrases) {
      for (let start = text.indexOf(phrase); start >= 0; start = text.indexOf(phrase, start + 1)) {
        const end = start + phrase.length;
        const latin = /[a-z]{2}/i;
        const cut = latin.test(text.slice(start - 1, start + 1)) && start > 0;
        if (!cut && !latin.test(text.slice(end - 1, end + 1))) places.push({ message, start, end });
      }
    }
  });
  return places;
}

/** How many of the places the engine does not report. */
export function missed(engine: Screen, messages: readonly string[], places: readonly Place[]): number {
  const found = new Set<string>();
  messages.forEach((text, message) => {
    const units = engine.read(text);
    for (const { from, to } of engine.find(units))
      found.add(`${message} ${units.start[from]} ${units.end[to - 1]}`);
  });
  return places.filter(({ message, start, end }) => !found.has(`${message} ${start} ${end}`)).length;
}

/**
 * Messages in which the composition finds a phrase and the engine does not find it: as far as no sentence ends
 * inside it, which the engine does not read over.
 */
export function missedOfComposition(
  engine: Screen,
  words: (text: string) => string[],
  messages: readonly string[],
): { readonly found: number; readonly missed: readonly string[] } {
  let found = 0;
  const left: string[] = [];
  for (const text of messages) {
    const units = engine.read(text);
    const own = engine
      .find(units)
      .map(({ from, to }) =>
        normalised(text.slice(units.start[from] as number, units.end[to - 1] as number)),
      );
    for (const word of new Set(words(text))) {
      found++;
      if (!own.some((hit) => hit.includes(word))) left.push(`${word} in ${text}`);
    }
  }
  return { found, missed: left };
}
