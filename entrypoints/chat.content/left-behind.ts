import type { Observation } from '../../core/event.ts';
import { call } from '../../messaging/call.ts';
import { type LeftKey, sealLeft } from '../../messaging/left-behind.ts';
import { insist } from './insist.ts';

/** Where a script that an update ends leaves what it could not send. */
export interface LeavePlace {
  /** Takes the key, and passes on what an ended script has left in this tab. */
  learn(key: LeftKey): void;
  /** Leaves facts for the next script of this tab, as ciphertext. False where that can't be: then they are lost. */
  leave(facts: readonly Observation[]): Promise<boolean>;
}

/** What can be left in this tab by the script of this life (`boot`). Until it knows its key, nothing can. */
export function leavePlace(boot: string, life: { signal: AbortSignal }): LeavePlace {
  let known: LeftKey | undefined;
  return {
    learn(key) {
      if (known) return;
      known = key;
      void insist(async () => {
        const left = sessionStorage.getItem(key.place);
        if (left === null) return;
        await call('left.take', { left: left.split('\n') });
        sessionStorage.removeItem(key.place);
      }, life);
    },
    async leave(facts) {
      if (!known) return false;
      try {
        const left = await sealLeft(facts, boot, known.key);
        const before = sessionStorage.getItem(known.place);
        sessionStorage.setItem(known.place, before === null ? left : `${before}\n${left}`);
        return true;
      } catch (error) {
        // No secure page, or its storage is full or closed: the panel says that they are lost.
        console.debug('counterside: nothing was left behind', error instanceof Error ? error.name : '');
        return false;
      }
    },
  };
}
