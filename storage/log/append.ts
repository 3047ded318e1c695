import { isCaseEvent, nextCase } from '../../core/cases.ts';
import type { ChatEvent, Observation, Signals } from '../../core/event.ts';
import { adoptRows } from './adopt.ts';
import { CHAIN, type Chain, changed, keysFor, link, newChain, readChain } from './chain.ts';
import type { ConversationRow, KeyRow, LogDb } from './db.ts';
import { knownOf, recallQuestions } from './known.ts';
import { forget, isSame, type Memory, memoryOf } from './memory.ts';
import { type Placed, place } from './place.ts';
import { type AppendContext, type Prepared, prepare } from './prepare.ts';
import { type Linked, tailRows } from './tail.ts';

export type { AppendContext } from './prepare.ts';

export interface Appended {
  /** The senders' own ids of all that is safe now, whether stored just now or before. */
  readonly stored: readonly string[];
  /** What kind of saying each message among them is, by the sender's own id. */
  readonly classes: Readonly<Record<string, Signals['class']>>;
}

/**
 * Keeps observations, each once: a retry, a reload and a second tab add nothing. Resolves after the commit. What comes
 * while a commit is under way goes into the next one together.
 *
 * @throws ReadOnlyError if a newer version owns the database; what the transaction failed with (see `isQuota`)
 */
export async function append(
  db: LogDb,
  observations: readonly Observation[],
  context: AppendContext,
): Promise<Appended> {
  db.assertWritable();
  if (observations.length === 0) return { stored: [], classes: {} };
  const done = new Promise<Appended>((resolve, reject) => {
    const waiting = queues.get(db);
    const asked: Asked = { observations, context, resolve, reject };
    if (waiting) waiting.push(asked);
    else {
      queues.set(db, [asked]);
      void drain(db);
    }
  });
  return done;
}

/** A sender's facts that wait to be kept. */
interface Asked {
  readonly observations: readonly Observation[];
  readonly context: AppendContext;
  resolve(done: Appended): void;
  reject(why: unknown): void;
}

/** Who waits for the commit that is under way. */
const queues = new WeakMap<LogDb, Asked[]>();
/** A commit takes no more than this, so that nobody waits for ever. */
const AT_ONCE = 2_000;

async function drain(db: LogDb): Promise<void> {
  const queue = queues.get(db) ?? [];
  while (queue.length > 0) {
    const group = queue.splice(0, groupSize(queue));
    try {
      await keep(db, group);
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

/** Keeps what some senders ask for, in one transaction. One whose facts can't be placed fails alone. */
async function keep(db: LogDb, group: readonly Asked[]): Promise<void> {
  await adoptRows(db);
  for (;;) {
    db.assertWritable();
    const memory = await memoryOf(db);
    const made = await makeAll(db, memory, group);
    const written = await write(db, memory, made);
    if (written) {
      for (const { asked, prepared } of made) asked.resolve(answerTo(asked, prepared));
      return;
    }
    // Another life of the writer, or somebody who erases, was there meanwhile.
    forget(db);
  }
}

function answerTo({ observations }: Asked, prepared: readonly Prepared[]): Appended {
  const classes: Record<string, Signals['class']> = {};
  for (const { event, sender } of prepared)
    if (event.kind === 'message-seen') classes[sender] = event.signals.class;
  return { stored: observations.map(({ id }) => id), classes };
}

interface Made {
  readonly asked: Asked;
  readonly prepared: readonly Prepared[];
  readonly placed: Placed;
}

/** All reading of texts happens out here: a transaction must hold nothing that takes time. */
async function makeAll(db: LogDb, memory: Memory, group: readonly Asked[]): Promise<Made[]> {
  const ready: { asked: Asked; prepared: readonly Prepared[] }[] = [];
  for (const asked of group) {
    await recallQuestions(db, memory, asked.observations, asked.context);
    attempt(asked, () => {
      ready.push({ asked, prepared: prepare(asked.observations, asked.context, memory.asked) });
    });
  }
  const known = await knownOf(
    db,
    memory,
    ready.flatMap(({ prepared }) => prepared),
  );
  const made: Made[] = [];
  for (const { asked, prepared } of ready)
    attempt(asked, () => {
      const placed = place(prepared, known, asked.context);
      made.push({ asked, prepared, placed });
      for (const [id, row] of placed.rows) known.rows.set(id, row);
      for (const [id, of] of placed.ids) known.ids.set(id, of);
    });
  return made;
}

function attempt({ reject }: Asked, work: () => void): void {
  try {
    work();
  } catch (error) {
    reject(error);
  }
}

/** One transaction over all that a group touches. False if the log was no longer as remembered: nothing is written. */
async function write(db: LogDb, memory: Memory, made: readonly Made[]): Promise<boolean> {
  const events = made.flatMap(({ placed }) => placed.events);
  const aliases = made.flatMap(({ placed }) => [...placed.aliases].map(([id, of]) => ({ id, of })));
  if (events.length === 0 && aliases.length === 0) return true;
  const rows = new Map(made.flatMap(({ placed }) => [...placed.rows]));
  const { keys, fresh } = await keysFor(db, events, memory.keys);
  const start = memory.chain ?? newChain(events[0]?.at ?? 0, null);
  const { linked, chain: moved } = link(start, events, keys);
  const chain = events.length > 0 ? moved : changed(start);
  const packs = [...packsIn(events)].filter((hash) => !memory.packs.has(hash));
  const done = await commit(db, { memory, events, linked, chain, rows, fresh, aliases, packs });
  if (!done) return false;
  memory.chain = chain;
  memory.hasAliases ||= aliases.length > 0;
  for (const { id } of events) memory.ids.add(id);
  for (const [id, row] of rows) memory.conversations.set(id, row);
  for (const [name, key] of keys) memory.keys.set(name, key);
  for (const hash of packs) memory.packs.add(hash);
  return true;
}

interface Writing {
  readonly memory: Memory;
  readonly events: readonly ChatEvent[];
  readonly linked: readonly Linked[];
  readonly chain: Chain;
  readonly rows: ReadonlyMap<string, ConversationRow>;
  readonly fresh: readonly KeyRow[];
  readonly aliases: readonly { readonly id: string; readonly of: string }[];
  readonly packs: readonly string[];
}

async function commit(db: LogDb, writing: Writing): Promise<boolean> {
  const { memory, events, linked, chain, rows, fresh, aliases, packs } = writing;
  const cases = events.filter(isCaseEvent);
  const tables = [
    db.batches,
    db.values,
    db.conversations,
    ...(aliases.length > 0 ? [db.aliases] : []),
    ...(fresh.length > 0 ? [db.keys] : []),
    ...(cases.length > 0 ? [db.cases] : []),
  ];
  const moved = new Error('the log has moved');
  try {
    await db.transaction('rw!', tables, async () => {
      // Asked for first and so answered first; the writes are on their way meanwhile and go with the transaction.
      const [now] = await Promise.all([
        readChain(db),
        db.batches.bulkPut(tailRows(chain.n - linked.length + 1, linked)),
        db.values.bulkPut([
          { key: CHAIN, value: chain },
          // A log file's header names the packs that were in force; this spares it reading the whole log for them.
          ...packs.map((hash) => ({ key: `pack ${hash}`, value: hash })),
        ]),
        db.conversations.bulkPut([...rows.values()]),
        aliases.length > 0 ? db.aliases.bulkPut([...aliases]) : undefined,
        fresh.length > 0 ? db.keys.bulkPut([...fresh]) : undefined,
        keepCases(db, cases),
      ]);
      if (!isSame(now, memory.chain)) throw moved;
    });
    return true;
  } catch (error) {
    if (error === moved) return false;
    throw error;
  }
}

async function keepCases(db: LogDb, events: readonly Extract<ChatEvent, { case: string }>[]): Promise<void> {
  for (const event of events) {
    const next = nextCase((await db.cases.get(event.case)) ?? null, event);
    if (next) await db.cases.put(next);
  }
}

const packsIn = (events: readonly ChatEvent[]): Set<string> =>
  new Set(events.flatMap((event) => (event.kind === 'message-seen' ? [event.signals.packHash] : [])));
