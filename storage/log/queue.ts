import type { Observation, Signals } from '../../core/event.ts';
import type { LogDb } from './db.ts';
import type { AppendContext } from './prepare.ts';

export interface Appended {
  /** The senders' own ids of all that is safe now, whether stored just now or before. */
  readonly stored: readonly string[];
  /** What kind of saying each message among them is, by the sender's own id. */
  readonly classes: Readonly<Record<string, Signals['class']>>;
}

/** A sender's facts that wait to be kept. */
export interface Asked {
  readonly observations: readonly Observation[];
  readonly context: AppendContext;
  resolve(done: Appended): void;
  reject(why: unknown): void;
}

/** Who waits for the commit that is under way. */
const queues = new WeakMap<LogDb, Asked[]>();
/** A commit takes no more than this, so that nobody waits for ever. */
const AT_ONCE = 2_000;

/** Waits for `keep`, which answers a group of senders: one at a time, in order, those that wait meanwhile together. */
export function inTurn(
  db: LogDb,
  { observations, context }: Pick<Asked, 'observations' | 'context'>,
  keep: (group: readonly Asked[]) => Promise<void>,
): Promise<Appended> {
  return new Promise<Appended>((resolve, reject) => {
    const asked: Asked = { observations, context, resolve, reject };
    const waiting = queues.get(db);
    if (waiting) waiting.push(asked);
    else {
      queues.set(db, [asked]);
      void drain(db, keep);
    }
  });
}

async function drain(db: LogDb, keep: (group: readonly Asked[]) => Promise<void>): Promise<void> {
  const queue = queues.get(db) ?? [];
  while (queue.length > 0) {
    const group = queue.splice(0, groupSize(queue));
    try {
      await keep(group);
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  }
  queues.delete(db);
}

function groupSize(queue: readonly Asked[]): number {
  let facts = 0;
  for (let size = 0; size < queue.length; size++) {
    facts += queue[size]?.observations.length ?? 0;
    if (facts > AT_ONCE) return Math.max(1, size);
  }
  return queue.length;
}
