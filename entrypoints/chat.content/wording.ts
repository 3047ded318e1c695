import type { CompiledRules } from '../../scripts-library/screen/compile.ts';
import { engineHere, type Judge, type Readying } from './bridge.ts';

/**
 * The rules that drafts are judged by. Unpacking them takes a page some tens of milliseconds, which most pages that
 * are opened, or opened again, never need: it is done when a person first does something there, or words stand in
 * the editor, whichever comes first.
 */
export interface Wording {
  /** Takes the rules that hold from now on. Those in use are used until these are ready. */
  renew(rules: CompiledRules): void;
  /** What judges a draft; null while no rules are ready, which it sees to. */
  judge(): Judge | null;
  /** The same, at once if the rules have come at all: a send that is being made can't wait. */
  judgeNow(): Judge | null;
}

/** What a person does first on a page where they will write. */
const FIRST_ACTS = ['keydown', 'pointerdown', 'paste', 'drop'] as const;

/** `ready` is told each time that what judges is another than before. */
export function createWording(
  target: Window,
  ready: () => void,
  { signal }: { signal: AbortSignal },
): Wording {
  let judge: Judge | null = null;
  let next: Readying | null = null;
  let held = '';
  let wanted = false;

  const use = (from: Readying, made: Judge) => {
    // Newer rules may have come meanwhile, or the send that could not wait was here before.
    if (next !== from) return;
    next = null;
    judge = made;
    ready();
  };
  const want = () => {
    if (wanted) return;
    wanted = true;
    begin();
  };
  const begin = () => {
    const from = next;
    if (from && wanted) void from.soon().then((made) => use(from, made));
  };

  for (const type of FIRST_ACTS)
    target.addEventListener(type, ({ isTrusted }) => isTrusted && want(), {
      capture: true,
      passive: true,
      signal,
    });

  return {
    renew: (rules) => {
      const engine = engineHere();
      // Settings and duty change without the rules; the hash is the packs'.
      if (!engine || held === rules.packHash) return;
      held = rules.packHash;
      next = engine(rules);
      begin();
    },
    judge: () => {
      want();
      return judge;
    },
    judgeNow: () => {
      want();
      if (!judge && next) use(next, next.now());
      return judge;
    },
  };
}
