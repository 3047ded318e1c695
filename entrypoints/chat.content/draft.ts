import type { Composer } from '../../adapters/sighting.ts';
import type { FindingFact } from '../../core/event.ts';
import type { Finding } from '../../scripts-library/screen/finding.ts';

/** A text being written: one id from its first character until it is sent or emptied. */
export interface Draft {
  readonly id: string;
  readonly conversation: string | null;
  readonly text: string;
  readonly findings: readonly Finding[];
}

export const NO_DRAFT: Draft = { id: '', conversation: null, text: '', findings: [] };

/** The words that a finding is about, in the draft it was found in. */
export function matchOf(draft: Draft, finding: FindingFact): string {
  return draft.text.slice(finding.start, finding.end);
}

/** One finding, wherever in the draft it has moved to by now. */
export function findingKey(draft: Draft, finding: FindingFact): string {
  return `${finding.rule}\n${matchOf(draft, finding)}`;
}

/** Findings of `after` that `before` did not have, each once. */
export function newFindings(before: Draft, after: Draft): Finding[] {
  const known = new Set(before.id === after.id ? before.findings.map((f) => findingKey(before, f)) : []);
  return after.findings.filter((finding) => {
    const key = findingKey(after, finding);
    return known.has(key) ? false : known.add(key) && true;
  });
}

export interface DraftWatch {
  /** Reads the composer again: after a gesture, a switch of conversation, a sent message. */
  refresh(): void;
  /** Whether an input method was composing at a moment (an event's `timeStamp`): then nothing of ours acts. */
  composing(at: number): boolean;
}

/** An input method's closing Enter may come just after `compositionend`. */
const AFTER_COMPOSITION_MS = 80;

/**
 * Follows the text in the console's composer. `onText` hears every change outside a composition, of the text or
 * of the composer that holds it; an empty text when there is no composer.
 */
export function followDraft(
  page: Document,
  composer: () => Composer | null,
  onText: (text: string, composer: Composer | null) => void,
  { signal }: { signal: AbortSignal },
): DraftWatch {
  let inComposition = false;
  let composedAt = Number.NEGATIVE_INFINITY;
  let last: { readonly text: string; readonly element: Element | null } | null = null;

  const read = () => {
    if (inComposition) return;
    const found = composer();
    const next = { text: found?.read() ?? '', element: found?.element ?? null };
    // An empty composer that has come is news too: until then wording was not checked.
    if (next.text === last?.text && next.element === last.element) return;
    last = next;
    onText(next.text, found);
  };
  const ours = (event: Event) => {
    const element = composer()?.element;
    return element !== undefined && event.composedPath().includes(element);
  };
  const options = { capture: true, signal };
  // On the window, as early as can be: a page may stop what it hears there.
  const hears = page.defaultView ?? page;
  hears.addEventListener('input', (event) => ours(event) && queueMicrotask(read), options);
  hears.addEventListener('focusin', (event) => ours(event) && read(), options);
  hears.addEventListener(
    'compositionstart',
    (event) => {
      // A page that forges one would have us look away.
      if (event.isTrusted) inComposition = ours(event);
    },
    options,
  );
  hears.addEventListener(
    'compositionend',
    (event) => {
      // Chromium's own is not trusted; one without a beginning is the page's.
      if (!inComposition) return;
      inComposition = false;
      composedAt = event.timeStamp;
      queueMicrotask(read);
    },
    options,
  );
  return {
    refresh: read,
    composing: (at) => inComposition || at - composedAt < AFTER_COMPOSITION_MS,
  };
}
