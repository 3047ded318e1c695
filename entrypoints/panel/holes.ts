import type { Composer } from '../../adapters/sighting.ts';
import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';

/** The marks that a script leaves where the agent must fill something in, in the order of the text. */
export function holesOf({ text, slots }: Suggestion): string[] {
  return slots.filter(({ state }) => state === 'missing').map(({ start, end }) => text.slice(start, end));
}

/** Where the next unfilled mark stands, from `caret` on and then from the start; null when none is left. */
export function nextHole(
  text: string,
  holes: readonly string[],
  caret: number,
): { readonly start: number; readonly end: number } | null {
  const places = [...new Set(holes)].flatMap((hole) => {
    const after = text.indexOf(hole, caret);
    const start = after >= 0 ? after : text.indexOf(hole);
    return start >= 0 ? [{ start, end: start + hole.length }] : [];
  });
  const turn = ({ start }: { start: number }) => (start >= caret ? start : start + text.length);
  return places.sort((a, b) => turn(a) - turn(b))[0] ?? null;
}

/** Selects the next mark in the editor, so that typing fills it. False when none is left. */
export function selectHole(composer: Composer, holes: readonly string[]): boolean {
  const selection = composer.selection();
  const text = composer.read();
  const first = selection === null || selection.start === text.length;
  const hole = nextHole(text, holes, first ? 0 : selection.end);
  if (hole) composer.select(hole.start, hole.end);
  return hole !== null;
}
