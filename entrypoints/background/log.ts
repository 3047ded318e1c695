import type { Observation } from '../../core/event.ts';
import { Refusal } from '../../messaging/serve.ts';
import { healing } from '../../storage/heal.ts';
import { type AppendContext, type Appended, append } from '../../storage/log/append.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { type Erased, eraseConversations } from '../../storage/log/expire.ts';
import { acknowledgeLoss } from '../../storage/log/sentinel.ts';
import type { OwnActs } from './duty.ts';
import { keeping, roomWatch } from './keeping.ts';

/** The way into the log: the one place that writes it. */
export interface LogWriter {
  /** Resolves after the commit. Refused while the disk has no room; without words while it has little. */
  append(observations: readonly Observation[], context: AppendContext): Promise<Appended>;
  /** Seals and signs all that there is. Gives the number of entries. */
  seal(): Promise<number>;
  /** Erases what conversations (pseudonyms) hold of a person, and notes that in the log. */
  erase(conversations: readonly string[]): Promise<Erased>;
  /** Somebody has seen the loss. */
  acknowledge(): Promise<void>;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
}

export function logWriter(db: LogDb, own: OwnActs, contextFor: () => Promise<AppendContext>): LogWriter {
  const room = roomWatch();
  const keeper = keeping({ db, own, contextFor });

  const under = new Set<Promise<unknown>>();

  const write: LogWriter['append'] = async (observations, context) => {
    const done = writeNow(observations, context);
    under.add(done);
    try {
      return await done;
    } finally {
      under.delete(done);
    }
  };

  const writeNow: LogWriter['append'] = async (observations, context) => {
    await keeper.ready;
    const left = await room();
    if (left === 'none') throw new Refusal('read-only', 'no room on the disk');
    const kept = left === 'tight' ? { ...context, keepText: false } : context;
    const done = await healing(db, () => append(db, observations, kept));
    keeper.written();
    return done;
  };

  return {
    append: write,
    seal: () => keeper.sealAll(),
    erase: async (conversations) => {
      await keeper.ready;
      const erased = await eraseConversations(db, conversations);
      const act = own.act({ kind: 'values-erased', reason: 'buyer', ...erased });
      await write([act], await contextFor());
      return erased;
    },
    acknowledge: () => acknowledgeLoss(db),
    idle: async () => {
      while (under.size > 0) await Promise.allSettled(under);
    },
  };
}
