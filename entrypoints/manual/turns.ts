import type { By, SentAt } from '../../core/event.ts';
import type { PastedTurn } from '../../core/pasted-chat.ts';

/** A turn of manual mode. */
export interface Turn {
  readonly id: string;
  /** The same for the same turn however often it is pasted; a turn without a time is another one each time. */
  readonly key: string;
  readonly name: string | null;
  readonly by: By;
  readonly text: string;
  /** When it came here; wall time, milliseconds. */
  readonly at: number;
  /** When it was written, as far as it says. */
  readonly shownAt: number | null;
  readonly seen: 'live' | 'backfill';
  readonly sentAt: SentAt;
  /** Its id in the log, once it is there. */
  readonly logged: string | null;
}

const UNDATED: SentAt = { precision: 'none', source: 'observed' };

/** Something that one side says now. */
export function turnOf(by: By, text: string): Turn {
  const id = crypto.randomUUID();
  return {
    id,
    key: id,
    name: null,
    by,
    text,
    at: Date.now(),
    shownAt: null,
    seen: 'live',
    sentAt: UNDATED,
    logged: null,
  };
}

/**
 * Pasted turns, each with its writer: what a person said of the name, else our side where the paste shows it, else the
 * buyer if our side is known, else unknown. Words that nobody is named above are the buyer's: that is what one copies.
 */
export function pasted(
  read: readonly PastedTurn[],
  own: ReadonlySet<string>,
  said: ReadonlyMap<string, By>,
): Turn[] {
  const times = new Map<string, number>();
  return read.map(({ name, at, text }) => {
    const guess: By = own.size === 0 ? 'unknown' : own.has(name ?? '') ? 'agent' : 'buyer';
    const by = name === null ? 'buyer' : (said.get(name) ?? guess);
    if (at === null) return { ...turnOf(by, text), name };
    const base = `${at} ${name} ${text}`;
    const again = times.get(base) ?? 0;
    times.set(base, again + 1);
    return {
      ...turnOf(by, text),
      key: `${base} ${again}`.slice(0, 300),
      name,
      shownAt: at,
      seen: 'backfill' as const,
      sentAt: { precision: 'second', source: 'page', at },
    };
  });
}
