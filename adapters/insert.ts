import { compositionEnds } from './composition.ts';
import { get, visible } from './dom.ts';
import { putRich } from './insert-rich.ts';
import { putPlain } from './insert-textarea.ts';
import type { Composer, InsertOutcome } from './sighting.ts';

/** A text for one buyer's message box. */
export interface Insertion {
  readonly text: string;
  /** The key of the conversation that the text is meant for. */
  readonly expected: string;
  /** The key of the conversation that the page shows now, or null. Asked before the editor is touched. */
  readonly shows: () => string | null;
  /** What it takes the place of: a half-open span of `of`, the text as read. Without it, the selection or the caret. */
  readonly over?: { readonly start: number; readonly end: number; readonly of: string };
}

/**
 * Writes into the console's message box through the editor's own input path: one undo step. If the page shows another
 * conversation by now, the words are others than those to be replaced, or an input method won't end, nothing happens.
 */
export async function insert(
  composer: Composer,
  { text, expected, shows, over }: Insertion,
): Promise<InsertOutcome> {
  const { element, kind } = composer;
  if (!(await compositionEnds(get(element, 'ownerDocument')))) return { ok: false, reason: 'composing' };
  const trouble = () => {
    if (!visible(element)) return 'composer-missing';
    return shows() === expected ? null : 'conversation-changed';
  };
  const reason = trouble();
  if (reason) return { ok: false, reason };
  const before = composer.read();
  if (over && over.of !== before) return { ok: false, reason: 'not-taken' };
  const end = { start: before.length, end: before.length };
  const { start: from, end: to } = over ?? composer.selection() ?? end;
  get(element, 'focus').call(element, { preventScroll: true });
  composer.select(from, to);
  const wanted = before.slice(0, from) + text + before.slice(to);
  const put = kind === 'textarea' ? putPlain : putRich;
  const taken = await put(composer, text, wanted, () => trouble() === null);
  return taken ? { ok: true } : { ok: false, reason: trouble() ?? 'not-taken' };
}
