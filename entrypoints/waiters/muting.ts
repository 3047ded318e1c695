import { MUTE_MINUTES } from '../../components/waiters/view.ts';
import type { Waiter } from '../panel/waits.ts';

/** What an agent wants no reminder of. Of this page life: a new page reminds again. */
export interface Muting {
  /** Those of whom may be reminded at `now` (epoch milliseconds). Who waits no more may be reminded of again. */
  audible(waiters: readonly Waiter[], now: number): readonly Waiter[];
  muteOne(waiter: Waiter): void;
  muteAll(now: number): void;
}

export function createMuting(): Muting {
  const silent = new Set<string>();
  let until = Number.NEGATIVE_INFINITY;
  return {
    audible: (waiters, now) => {
      const here = new Set(waiters.map(({ conversation }) => conversation.key));
      for (const key of silent) if (!here.has(key)) silent.delete(key);
      return now < until ? [] : waiters.filter(({ conversation }) => !silent.has(conversation.key));
    },
    muteOne: ({ conversation }) => void silent.add(conversation.key),
    muteAll: (now) => {
      until = now + MUTE_MINUTES * 60_000;
    },
  };
}
