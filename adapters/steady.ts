import type { PageState } from './sighting.ts';

/** A page between two conversations, in milliseconds: longer than this and what it shows is what it means. */
const SETTLES = 1_000;
/** So long a page may blink before anyone hears of it. */
const BLINK = 300;
/** A part that is missing for so long is gone. */
const GONE = 10_000;
/** Consoles mount their chat late, on slow mornings after a minute. */
const MOUNTS = 60_000;

/** What to make of a look at the page. */
export interface Steady {
  /** What the page is, as far as it is worth telling. */
  readonly state: PageState;
  /** Whether its messages may be taken as the named conversation's. */
  readonly steady: boolean;
  /** Ask again after so many milliseconds even if nothing changes. */
  readonly wake: number | null;
}

/**
 * Keeps a page's blinks from being told as states: a re-mount, half a switch of conversation, a slow start. `doubt`
 * says what speaks against the page showing what it seems to show, or null; `clock` is monotonic milliseconds.
 */
export function steadily(): (seen: PageState, doubt: string | null, clock: number) => Steady {
  let told: PageState = { kind: 'loading' };
  let cause: string | null = null;
  let since = 0;
  let mounted = false;

  const decide = (seen: PageState, elapsed: number): Steady => {
    const until = (state: PageState, limit: number) => ({
      state,
      steady: false,
      wake: Math.max(0, limit - elapsed),
    });
    const at = (state: PageState, steady = false) => ({ state, steady, wake: null });
    /** Nothing can be said yet: what was said holds for a blink, then we don't know. */
    const interim = (limit: number) =>
      (told.kind === 'ready' || told.kind === 'no-conversation') && elapsed < BLINK
        ? until(told, BLINK)
        : until({ kind: 'loading' }, limit);

    if (seen.kind === 'unusable') return at(seen);
    if (seen.kind === 'ready') {
      if (cause === null || elapsed >= SETTLES) return at(seen, true);
      const same = told.kind === 'ready' && told.conversation.key === seen.conversation.key;
      return same ? until(told, SETTLES) : interim(SETTLES);
    }
    if (seen.kind === 'no-conversation')
      return told.kind === 'ready' && elapsed < BLINK ? until(told, BLINK) : at(seen);
    if (seen.kind === 'broken') return elapsed >= GONE || told.kind === 'broken' ? at(seen) : interim(GONE);
    if (mounted) return interim(MOUNTS);
    return elapsed >= MOUNTS ? at({ kind: 'broken', missing: ['ready'] }) : interim(MOUNTS);
  };

  return (seen, doubt, clock) => {
    const next = seen.kind === 'ready' ? doubt : seen.kind;
    if (next !== cause || since === 0) {
      cause = next;
      since = clock;
    }
    mounted ||= seen.kind !== 'loading' && seen.kind !== 'unusable';
    const result = decide(seen, clock - since);
    told = result.state;
    return result;
  };
}
