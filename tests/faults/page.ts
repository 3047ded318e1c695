import Dexie from 'dexie';
import type { ChatEvent, Observation } from '../../core/event.ts';
import { chainStart } from '../../core/evidence/chain.ts';
import { call } from '../../messaging/call.ts';
import { createOutbox } from '../../messaging/outbox.ts';
import { adoptRows } from '../../storage/log/adopt.ts';
import { append } from '../../storage/log/append.ts';
import { CHAIN, keysFor, link, readChain } from '../../storage/log/chain.ts';
import { LogDb } from '../../storage/log/db.ts';
import { context, sender } from '../../storage/log/observed.fixture.ts';
import { eventsOf } from '../../storage/log/read.ts';
import { readLoss } from '../../storage/log/sentinel.ts';
import { tailRows } from '../../storage/log/tail.ts';
import { toBase64 } from '../../storage/log-file/base64.ts';
import { exportLog } from '../../storage/log-file/export.ts';

/** What the fault suites run in a page of the extension: a sender as a console's script has it, and looks at the log. */

const db = new LogDb();
const acknowledged = new Map<string, number>();
const added = new Map<string, number>();
let unsaved = 0;
let count = 0;

const outbox = createOutbox({
  send: async (observations) => {
    const { stored } = await call('append', { observations });
    for (const id of stored) if (!acknowledged.has(id)) acknowledged.set(id, performance.now());
    return stored;
  },
  onCount: (left) => {
    unsaved = left;
  },
  now: () => ({ at: Date.now(), mono: performance.now() }),
  signal: new AbortController().signal,
});

function add(events: number, tag: string): void {
  for (let n = 0; n < events; n++) {
    const value = `${tag}-${count++}`;
    const fact = {
      kind: 'message-seen',
      place: { console: 'pinduoduo', shop: '小店', seat: '客服一号' },
      conversation: `buyer-${count % 12}`,
      buyer: 'S***n',
      key: { source: 'platform', value },
      by: count % 2 === 0 ? 'buyer' : 'agent',
      content: 'text',
      text: `第${value}句，请问什么时候发货`,
      seen: 'live',
      sentAt: { precision: 'none', source: 'observed' },
    } as const;
    const { id } = outbox.add(fact);
    added.set(id, performance.now());
  }
}

/** Sends until all is acknowledged. */
async function drained(mostMs: number): Promise<void> {
  const end = performance.now() + mostMs;
  while (unsaved > 0) {
    if (performance.now() > end) throw new Error(`${unsaved} are not saved`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Time from adding to acknowledgement, milliseconds, in order of size. */
const latencies = (): number[] =>
  [...acknowledged].map(([id, at]) => at - (added.get(id) ?? at)).sort((a, b) => a - b);

const texts = async (): Promise<string[]> =>
  (await eventsOf(db)).flatMap((event) => (event.kind === 'message-seen' && event.text ? [event.text] : []));

/** What was said, with the conversation that the log gives it to. */
async function said(): Promise<{ conversation: string; text: string }[]> {
  return (await eventsOf(db)).flatMap((event) =>
    event.kind === 'message-seen' ? [{ conversation: event.conversation, text: event.text ?? '' }] : [],
  );
}

async function state() {
  const chain = await readChain(db);
  const events = await eventsOf(db);
  return {
    n: chain?.n ?? 0,
    events: events.length,
    kinds: events.map(({ kind }) => kind),
    ids: events.map(({ id }) => id),
    sent: added.size,
    acknowledged: acknowledged.size,
    segments: await db.segments.count(),
    loss: await readLoss(db),
    follows: chain?.after !== null && chain?.after !== undefined,
  };
}

/** The log as a file, base64. */
async function file(): Promise<string> {
  await call('log.seal', null);
  const { stream } = await exportLog(db, { agentLabel: '小李', app: '1.0.0' });
  const bytes = await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer();
  return toBase64(new Uint8Array(bytes));
}

/**
 * What an agent with developer tools can do: changes events, hashes everything anew and lets our own code sign it. The
 * device's key can be used like this, but not copied.
 */
async function rewrite(change: 'faster' | 'delete-last' | 'delete-first'): Promise<void> {
  const events = await eventsOf(db);
  const before = await readChain(db);
  if (!before) throw new Error('no log');
  const changed: ChatEvent[] =
    change === 'faster'
      ? events.map((event, n) => (n === 1 ? { ...event, at: event.at - 1 } : event))
      : change === 'delete-last'
        ? events.slice(0, -1)
        : events.slice(1);
  // The keys of the commitments stay: with others, words that nobody touched would give another chain.
  const { keys } = await keysFor(db, changed, new Map());
  const start = { ...before, n: 0, hash: chainStart(before.log, before.after) };
  const { linked, chain } = link(start, changed, keys);
  const tables = [db.batches, db.segments, db.directory, db.blocks, db.checkpoints];
  await db.transaction('rw', [...tables, db.values], async () => {
    await Promise.all(tables.map((table) => table.clear()));
    await db.batches.bulkAdd(tailRows(1, linked));
    await db.values.put({ key: CHAIN, value: chain });
  });
}

/** A database of the first version with so many rows. */
async function makeOld(name: string, rows: number): Promise<void> {
  const old = new Dexie(name);
  old.version(1).stores({
    tail: '++n, &event.id, event.at, [event.conversation+n]',
    conversations: 'id',
    aliases: 'id',
    cases: 'id, conversation',
    values: 'key',
  });
  const scratch = new LogDb(`${name}-scratch`);
  const page = sender('0123456789abcdef');
  for (let n = 0; n < rows; n += 200)
    await append(
      scratch,
      Array.from(
        { length: Math.min(200, rows - n) },
        (_, at): Observation => page.message(`旧的第${n + at}句`),
      ),
      context,
    );
  const events = await eventsOf(scratch);
  await old.table('tail').bulkAdd(events.map((event) => ({ event })));
  await old.table('conversations').bulkAdd(await scratch.conversations.toArray());
  old.close();
  await scratch.delete();
}

async function upgrade(name: string): Promise<{ n: number; texts: string[]; hashed: number; left: number }> {
  const upgraded = new LogDb(name);
  await adoptRows(upgraded);
  const events = await eventsOf(upgraded);
  const rows = await upgraded.batches.toArray();
  const result = {
    n: (await readChain(upgraded))?.n ?? 0,
    texts: events.flatMap((event) => (event.kind === 'message-seen' && event.text ? [event.text] : [])),
    hashed: rows.reduce((sum, { count }) => sum + count, 0),
    left: await upgraded.tail.count(),
  };
  upgraded.close();
  return result;
}

/** An old page's write after a newer version has taken the database over: the name of what it failed with. */
async function writeAfterUpgrade(name: string): Promise<string> {
  const old = new LogDb(name);
  await append(old, [sender('00000000000000aa').message('升级之前')], context);
  const newer = new Dexie(name);
  newer.version(9).stores({ batches: 'n' });
  await newer.open();
  const said = await append(old, [sender('00000000000000bb').message('升级之后')], context).then(
    () => 'written',
    (error: Error) => error.name,
  );
  const rows = (await newer.table('batches').count()) as number;
  newer.close();
  await Dexie.delete(name);
  return `${said} ${rows}`;
}

export const faults = {
  add,
  flush: () => outbox.flush(),
  drained,
  latencies,
  texts,
  said,
  state,
  file,
  rewrite,
  makeOld,
  upgrade,
  writeAfterUpgrade,
};
(globalThis as { faults?: typeof faults }).faults = faults;
