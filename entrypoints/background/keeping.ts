import { browser } from 'wxt/browser';
import { type AppendContext, append } from '../../storage/log/append.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { DEFAULT_LIVES } from '../../storage/log/expire.ts';
import { createKeeper, type Keeper } from '../../storage/log/keeper.ts';
import { currentRoom, type Room } from '../../storage/log/room.ts';
import type { Sentinel, SentinelStore } from '../../storage/log/sentinel.ts';
import type { OwnActs } from './duty.ts';

const ALARM = 'counterside-keep';
const EVERY_MINUTES = 5;
const SENTINEL = 'log-sentinel';

const sentinel: SentinelStore = {
  read: async () => (await browser.storage.local.get(SENTINEL))[SENTINEL],
  write: (value: Sentinel) => browser.storage.local.set({ [SENTINEL]: value }),
};

export interface Keeping {
  readonly db: LogDb;
  readonly own: OwnActs;
  readonly contextFor: () => Promise<AppendContext>;
}

/** The log's keeper with what it needs of a browser. Registers its alarm at once, as every life must. */
export function keeping({ db, own, contextFor }: Keeping): Keeper {
  const keeper = createKeeper({
    db,
    sentinel,
    app: browser.runtime.getManifest().version,
    now: Date.now,
    lives: async () => DEFAULT_LIVES,
    onLoss: async ({ lost }) => {
      await append(db, [own.act({ kind: 'loss-found', lost })], await contextFor());
    },
    onExpired: async (values, through) => {
      const act = own.act({ kind: 'values-erased', reason: 'expired', values, through });
      await append(db, [act], await contextFor());
    },
    onTrouble: (error) =>
      console.warn('counterside: the log was not tended', error instanceof Error ? error.name : typeof error),
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void keeper.tend().catch(() => undefined);
  });
  void browser.alarms.create(ALARM, { periodInMinutes: EVERY_MINUTES });
  // Firefox grants it to whoever holds `unlimitedStorage`, without asking anybody; Chromium's workers have no such call.
  if (import.meta.env.FIREFOX) void navigator.storage.persist();
  return keeper;
}

const ROOM_FOR_MS = 15_000;

/** How much room the disk has, asked for now and then. */
export function roomWatch(): () => Promise<Room> {
  let known: { readonly at: number; readonly room: Room } | undefined;
  return async () => {
    if (!known || Date.now() - known.at > ROOM_FOR_MS)
      known = { at: Date.now(), room: await currentRoom(() => navigator.storage.estimate()) };
    return known.room;
  };
}
