import type { Observation } from '../core/event.ts';
import { CallError } from './call.ts';

type Without<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** An observation before the outbox stamps it with its id, both clocks and this script's life. */
export type Unstamped = Without<Observation, 'id' | 'at' | 'mono' | 'bootId'>;

/** One question carries at most this many observations; the receiver refuses more. */
export const BATCH = 500;
const GATHER_MS = 250;
const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
const ANSWER_LIMIT_MS = 20_000;

export interface OutboxOptions {
  /** Asks the background to keep these; resolves with the ids that are safe. */
  readonly send: (observations: readonly Observation[]) => Promise<readonly string[]>;
  /** Called with the number of observations that are not safe yet, at each change. */
  readonly onCount: (unsaved: number) => void;
  /** Called once when this script can never save again: `left` would go with the page, and `refused` were malformed. */
  readonly onOrphaned?: (left: readonly Observation[], refused: number) => void;
  /** Wall time and a monotonic clock, both in milliseconds. */
  readonly now: () => { readonly at: number; readonly mono: number };
  readonly signal: AbortSignal;
}

export interface Outbox {
  /** Stamps and keeps a fact until the background has committed it. Returns it as sent. */
  add(fact: Unstamped): Observation;
  /** Sends what waits without delay and without waiting for the answers. */
  flush(): void;
  /** Gives up: the extension that would take the facts is gone. */
  leave(): void;
  readonly bootId: string;
}

function senderId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

/**
 * Keeps facts in memory until the background says that they are stored. Ids are made here, so sending again
 * after a lost answer changes nothing. Facts that the background refuses as malformed stay counted, never
 * dropped in silence. Ends with `signal`, after a last flush.
 */
export function createOutbox({ send, onCount, onOrphaned, now, signal }: OutboxOptions): Outbox {
  const bootId = senderId();
  const waiting = new Map<string, Observation>();
  let refused = 0;
  let counter = 0;
  let batchSize = BATCH;
  let pause = 0;
  let busy = false;
  let ended = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const count = () => onCount(waiting.size + refused);

  function settle(stored: readonly string[]): void {
    let known = false;
    for (const id of stored) known = waiting.delete(id) || known;
    if (known) count();
  }

  /** Plans the next send: after the pause that failures ask for, at once when a batch is full, else soon. */
  function plan(): void {
    clearTimeout(timer);
    timer = undefined;
    if (ended || busy || waiting.size === 0) return;
    timer = setTimeout(drain, pause || (waiting.size >= batchSize ? 0 : GATHER_MS));
  }

  async function drain(): Promise<void> {
    timer = undefined;
    busy = true;
    const batch = [...waiting.values()].slice(0, batchSize);
    try {
      settle(await limited(send(batch)));
      // An answer that names none of the batch is no progress: slow down as after a failure.
      const stuck = batch.every(({ id }) => waiting.has(id));
      pause = stuck ? nextPause(pause) : 0;
      if (!stuck) batchSize = BATCH;
    } catch (error) {
      suffer(error, batch);
    }
    busy = false;
    plan();
  }

  function suffer(error: unknown, batch: readonly Observation[]): void {
    const code = error instanceof CallError ? error.code : 'unreachable';
    if (code === 'orphaned' || code === 'protocol') {
      leave();
      return;
    }
    if (code !== 'bad-input') {
      pause = nextPause(pause);
      return;
    }
    // One malformed fact must not hold back the others: halve until it stands alone.
    if (batch.length > 1) {
      batchSize = Math.ceil(batch.length / 2);
      return;
    }
    for (const { id } of batch) waiting.delete(id);
    refused += batch.length;
    batchSize = BATCH;
  }

  function flush(): void {
    const all = [...waiting.values()];
    // A failure here needs no plan of its own: what is still waiting goes with the next drain, if there is one.
    for (let from = 0; from < all.length; from += BATCH)
      send(all.slice(from, from + BATCH)).then(settle, plan);
  }

  const leave = () => end(() => onOrphaned?.([...waiting.values()], refused));

  function end(last: () => void): void {
    if (ended) return;
    ended = true;
    clearTimeout(timer);
    last();
  }

  // Who leaves the page may look at the log next.
  globalThis.addEventListener?.('pagehide', flush, { signal });
  globalThis.document?.addEventListener('visibilitychange', () => document.hidden && flush(), { signal });
  signal.addEventListener('abort', () => end(flush), { once: true });

  return {
    bootId,
    flush,
    leave,
    add(fact) {
      counter += 1;
      const observation = { ...fact, ...now(), id: `${bootId}-${counter}`, bootId } as Observation;
      waiting.set(observation.id, observation);
      count();
      if (timer === undefined || (waiting.size === BATCH && pause === 0)) plan();
      return observation;
    },
  };
}

const nextPause = (pause: number): number => Math.min(LAST_RETRY_MS, pause * 2 || FIRST_RETRY_MS);

/** A background that never answers counts as unreachable; a late answer is harmless, since ids repeat. */
function limited<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new CallError('unreachable', 'no answer in time')), ANSWER_LIMIT_MS);
  });
  return Promise.race([answer, limit]).finally(() => clearTimeout(timer));
}
