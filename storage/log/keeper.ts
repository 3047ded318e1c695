import { adoptRows } from './adopt.ts';
import { readChain } from './chain.ts';
import { signCheckpoint } from './checkpoint.ts';
import type { LogDb } from './db.ts';
import { expire, type Lives } from './expire.ts';
import { SEGMENT_ENTRIES, sealTail, tailLength } from './seal.ts';
import { findLoss, type Loss, remember, type SentinelStore } from './sentinel.ts';

/** So many entries stay in the tail: the ones that the next reply, recall or retry speaks of. */
const FRESH = 200;
/** In a rush facts come first: so many entries may wait until no fact came for so long. */
const RUSH = 20_000;
const QUIET_MS = 1_000;
const CHECKPOINT_MS = 5 * 60_000;
const SENTINEL_MS = 2_000;

export interface KeeperOptions {
  readonly db: LogDb;
  readonly sentinel: SentinelStore;
  /** Version of this extension. */
  readonly app: string;
  readonly now: () => number;
  readonly lives: () => Promise<Lives>;
  /** Told of a loss once, to put it into the log. */
  readonly onLoss: (loss: Loss) => Promise<void>;
  /** Told what was dropped because its time was over. */
  readonly onExpired: (values: number, through: number) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
}

/** Looks after the log behind its writer's back: seals, signs, remembers, and lets go what has had its time. */
export interface Keeper {
  /** Must end before the first entry is written: it finds out whether the log is the one that we left. */
  readonly ready: Promise<void>;
  /** After a commit. Returns at once. */
  written(): void;
  /** What an alarm is for: everything that is due. */
  tend(): Promise<void>;
  /** Seals and signs all, so that it can be exported. Gives the number of entries. */
  sealAll(): Promise<number>;
}

export function createKeeper(options: KeeperOptions): Keeper {
  const { db, sentinel, app, now, onTrouble } = options;
  let busy: Promise<unknown> = Promise.resolve();
  let rememberedAt = 0;
  let writtenAt = -Infinity;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  /** One thing at a time; a failure is told and stops nothing after it. */
  function next<T>(work: () => Promise<T>): Promise<T> {
    const done = busy.then(work);
    busy = done.catch(onTrouble);
    return done;
  }

  async function open(): Promise<void> {
    const loss = await findLoss(db, sentinel, now());
    await adoptRows(db);
    if (loss) await options.onLoss(loss);
  }

  async function save(): Promise<void> {
    rememberedAt = now();
    await remember(db, sentinel, app, rememberedAt);
  }

  async function keepUp(): Promise<void> {
    const entries = await tailLength(db);
    const due = entries >= SEGMENT_ENTRIES + FRESH;
    const rush = entries < RUSH && Math.abs(now() - writtenAt) < QUIET_MS;
    if (due && !rush) await sealTail(db, { keep: FRESH });
    const last = await db.checkpoints.orderBy('n').last();
    if (now() - (last?.at ?? 0) >= CHECKPOINT_MS) await signCheckpoint(db, now());
    await save();
    if (due && rush) plan();
  }

  function plan(): void {
    if (waiting !== undefined) return;
    const pause = Math.max(0, rememberedAt + SENTINEL_MS - now());
    waiting = setTimeout(() => {
      waiting = undefined;
      next(keepUp).catch(() => undefined);
    }, pause);
  }

  const ready = next(open);
  ready.catch(onTrouble);

  return {
    ready,
    written() {
      writtenAt = now();
      plan();
    },
    tend: () =>
      next(async () => {
        await keepUp();
        const { values, through } = await expire(db, await options.lives(), now());
        if (values > 0) await options.onExpired(values, through);
      }),
    sealAll: () =>
      next(async () => {
        await sealTail(db, { all: true });
        await signCheckpoint(db, now());
        await save();
        return (await readChain(db))?.n ?? 0;
      }),
  };
}
