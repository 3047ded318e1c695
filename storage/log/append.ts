import type { Table } from 'dexie';
import { type Case, isCaseEvent, nextCase } from '../../core/cases.ts';
import type { ChatEvent, Observation, Signals } from '../../core/event.ts';
import { adoptRows } from './adopt.ts';
import { carry } from './carried.ts';
import { CHAIN, changed, keysFor, link, newChain } from './chain.ts';
import { commitAfter } from './commit.ts';
import type { LogDb } from './db.ts';
import { knownOf, recallQuestions } from './known.ts';
import { forget, keptRow, type Memory, memoryOf } from './memory.ts';
import { type Placed, place } from './place.ts';
import { type AppendContext, type Prepared, prepare } from './prepare.ts';
import { type Appended, type Asked, inTurn } from './queue.ts';
import { tailRows } from './tail.ts';

export type { AppendContext } from './prepare.ts';

export type { Appended } from './queue.ts';

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
  return inTurn(db, { observations, context }, (group) => keep(db, group));
}

/** Somebody else is met once or twice; a log that never holds still is at fault, and senders keep their facts. */
const MOST_TRIES = 20;

/** Keeps what some senders ask for, in one transaction. One whose facts can't be placed fails alone. */
async function keep(db: LogDb, group: readonly Asked[]): Promise<void> {
  await adoptRows(db);
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    db.assertWritable();
    const memory = await memoryOf(db);
    const made = await makeAll(db, memory, group);
    if (await writeOrForget(db, memory, made)) {
      for (const { asked, prepared } of made) asked.resolve(answerTo(asked, prepared));
      return;
    }
    // Another life of the writer, or somebody who erases, was there meanwhile.
    forget(db);
  }
  throw new Error('the log moves whenever it is written');
}

function answerTo({ observations }: Asked, prepared: readonly Prepared[]): Appended {
  const classes: Record<string, Signals['class']> = {};
  for (const { event, sender } of prepared)
    if (event.kind === 'message-seen') classes[sender] = event.signals.class;
  return { stored: observations.map(({ id }) => id), classes };
}

/** Who failed to write remembers nothing: whatever it was may be found out by reading. */
async function writeOrForget(...all: Parameters<typeof write>): Promise<boolean> {
  try {
    return await write(...all);
  } catch (error) {
    forget(all[0]);
    throw error;
  }
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
  // Else the tail's last row tells where the log stands.
  const needsRecord = memory.record === null || events.length === 0;
  const packs = [...packsIn(events)].filter((hash) => !memory.packs.has(hash));
  const cases = await casesAfter(db, events);
  const { tail, apart } = carry(tailRows(chain.n - linked.length + 1, linked), [...rows.values()], (id) =>
    keptRow(memory, id),
  );
  const puts = new Map<Table, readonly object[]>([
    [db.batches, tail],
    // A log file's header names the packs that were in force; this spares it reading the whole log for them.
    [
      db.values,
      [
        ...(needsRecord ? [{ key: CHAIN, value: chain }] : []),
        ...packs.map((hash) => ({ key: `pack ${hash}`, value: hash })),
      ],
    ],
    [db.conversations, apart],
    [db.aliases, aliases],
    [db.keys, fresh],
    [db.cases, cases],
  ]);
  for (const [table, all] of puts) if (all.length === 0) puts.delete(table);
  if (!(await commitAfter(db, memory, puts))) return false;
  memory.chain = chain;
  if (needsRecord) memory.record = chain;
  memory.hasAliases ||= aliases.length > 0;
  for (const { id } of events) memory.ids.add(id);
  for (const [id, row] of rows) {
    memory.conversations.set(id, row);
    if (apart.includes(row)) memory.carried.delete(id);
    else memory.carried.set(id, row);
  }
  for (const [name, key] of keys) memory.keys.set(name, key);
  for (const hash of packs) memory.packs.add(hash);
  return true;
}

/** The cases that these events begin or change, as they are after them. Whoever else changes one moves the chain's record. */
async function casesAfter(db: LogDb, events: readonly ChatEvent[]): Promise<readonly Case[]> {
  const acts = events.filter(isCaseEvent);
  if (acts.length === 0) return [];
  const names = [...new Set(acts.map((act) => act.case))];
  const cases = new Map((await db.cases.bulkGet(names)).map((known, at) => [names[at] ?? '', known ?? null]));
  for (const act of acts) cases.set(act.case, nextCase(cases.get(act.case) ?? null, act));
  return [...cases.values()].filter((one) => one !== null);
}

const packsIn = (events: readonly ChatEvent[]): Set<string> =>
  new Set(events.flatMap((event) => (event.kind === 'message-seen' ? [event.signals.packHash] : [])));
