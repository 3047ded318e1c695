import { isCaseEvent, nextCase } from '../../core/cases.ts';
import type { ChatEvent, Observation, Signals } from '../../core/event.ts';
import { adoptRows } from './adopt.ts';
import { chainOn, standingOf } from './chain.ts';
import { after, newConversation, sameMessage, sameWait, scriptSent } from './conversation.ts';
import type { ConversationRow, LogDb } from './db.ts';
import { lastQuestions, otherNames } from './known.ts';
import { type AppendContext, type Prepared, prepare } from './prepare.ts';
import { type Sealed, sealedIds, sealedUpTo } from './sealed-ids.ts';
import { forgetTail, isTailAt, type TailIds, tailIds } from './tail-ids.ts';

export type { AppendContext } from './prepare.ts';

export interface Appended {
  /** The senders' own ids of all that is safe now, whether stored just now or before. */
  readonly stored: readonly string[];
  /** What kind of saying each message among them is, by the sender's own id. */
  readonly classes: Readonly<Record<string, Signals['class']>>;
}

/**
 * Keeps observations, each once: a retry, a reload and a second tab add nothing. Resolves after the commit.
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
  await adoptRows(db);
  // All reading of texts happens out here: a transaction must hold nothing that takes time.
  const prepared = prepare(observations, context, await lastQuestions(db, observations, context));
  const events = prepared.map(({ event }) => event);
  let again = false;
  for (;;) {
    const [tail, sealed] = await Promise.all([tailIds(db), sealedIds(db, events, { again })]);
    const done = await commit(db, prepared, context, tail, sealed);
    if (done) {
      for (const id of done.ids) tail.ids.add(id);
      tail.hash = done.hash;
      break;
    }
    forgetTail(db);
    again = true;
  }
  const classes: Record<string, Signals['class']> = {};
  prepared.forEach(({ event, sender }) => {
    if (event.kind === 'message-seen') classes[sender] = event.signals.class;
  });
  return { stored: observations.map(({ id }) => id), classes };
}

/** What was added, and where the log stands then. */
interface Done {
  readonly ids: readonly string[];
  readonly hash: Uint8Array | undefined;
}

/** One transaction over all that a batch touches. Null if the log has moved since `tail` and `sealed` were looked up. */
function commit(
  db: LogDb,
  prepared: readonly Prepared[],
  context: AppendContext,
  tail: TailIds,
  sealed: Sealed,
): Promise<Done | null> {
  const tables = [db.tail, db.conversations, db.aliases, db.cases, db.values, db.keys, db.directory];
  const events = prepared.map(({ event }) => event);
  return db.transaction('rw!', tables, async () => {
    const [upTo, known, batch, standing] = await Promise.all([
      sealedUpTo(db),
      otherNames(db, prepared),
      openBatch(db, prepared),
      standingOf(db, events),
    ]);
    if (upTo !== sealed.upTo || !isTailAt(tail, standing.chain?.hash)) return null;
    for (const { event } of prepared) {
      const names = event.kind === 'message-recalled' ? [event.id, event.message] : [event.id];
      for (const id of names)
        if (!known.has(id) && (tail.ids.has(id) || sealed.ids.has(id))) known.set(id, id);
    }
    for (const one of prepared) place(one, known, batch, context);
    if (batch.events.length === 0 && batch.aliases.size === 0) return { ids: [], hash: standing.chain?.hash };
    const [chain] = await Promise.all([
      batch.events.length > 0 ? chainOn(db, batch.events, standing) : standing.chain,
      db.conversations.bulkPut([...batch.rows.values()]),
      batch.aliases.size > 0
        ? db.aliases.bulkPut([...batch.aliases].map(([id, of]) => ({ id, of })))
        : undefined,
      keepCases(db, batch.events),
      keepPacks(db, batch.events),
    ]);
    return { ids: batch.events.map(({ id }) => id), hash: chain?.hash };
  });
}

interface Batch {
  readonly rows: Map<string, ConversationRow>;
  readonly events: ChatEvent[];
  readonly aliases: Map<string, string>;
}

const rowId = ({ event }: Prepared): string => ('conversation' in event ? event.conversation : '');

/** Gives one prepared event its place in the log, or finds that the log has it. */
function place(one: Prepared, known: Map<string, string>, batch: Batch, context: AppendContext): void {
  const { event } = one;
  const row = batch.rows.get(rowId(one));
  if (!row || known.has(event.id)) return;
  if (event.kind === 'list-seen' && sameWait(row, event.bootId, event)) return;
  const twin = one.nameless ? null : sameMessage(row, one);
  if (twin) {
    known.set(event.id, twin.id);
    batch.aliases.set(event.id, twin.id);
    batch.rows.set(row.id, { ...row, nameless: row.nameless.filter(({ id }) => id !== twin.id) });
    return;
  }
  const sent = scriptSent(row, one, context.wordings);
  const seq = row.lastSeq + 1;
  known.set(event.id, event.id);
  batch.events.push(numbered(event, seq, sent?.script, known));
  let next = after(row, one, seq);
  if (sent && event.kind === 'message-seen') {
    const { id, at, mono, bootId, person, conversation, place: where } = event;
    const stamp = {
      id: context.names.derived('sent', id),
      at,
      mono,
      bootId,
      person,
      conversation,
      place: where,
    };
    batch.events.push({ ...stamp, kind: 'suggestion-sent', ...sent, seq: seq + 1 });
    next = {
      ...next,
      lastSeq: seq + 1,
      inserted: next.inserted.filter(({ script }) => script !== sent.script),
    };
  }
  batch.rows.set(row.id, next);
}

function numbered(
  event: Prepared['event'],
  seq: number,
  script: string | undefined,
  known: ReadonlyMap<string, string>,
): ChatEvent {
  if (event.kind === 'message-seen' && script !== undefined)
    return { ...event, seq, signals: { ...event.signals, script } };
  // The recalled message may be kept under the name that it had before its id was known.
  if (event.kind === 'message-recalled')
    return { ...event, seq, message: known.get(event.message) ?? event.message };
  return { ...event, seq } as ChatEvent;
}

async function openBatch(db: LogDb, prepared: readonly Prepared[]): Promise<Batch> {
  const ids = [...new Set(prepared.map(rowId))];
  const found = await db.conversations.bulkGet(ids);
  const rows = new Map(found.flatMap((row) => (row ? [[row.id, row]] : [])));
  for (const one of prepared)
    if (!rows.has(rowId(one))) {
      const { console, shop } = one.event.place;
      rows.set(rowId(one), newConversation(rowId(one), console, shop, one.raw?.conversation ?? ''));
    }
  return { rows, events: [], aliases: new Map() };
}

async function keepCases(db: LogDb, events: readonly ChatEvent[]): Promise<void> {
  for (const event of events.filter(isCaseEvent)) {
    const next = nextCase((await db.cases.get(event.case)) ?? null, event);
    if (next) await db.cases.put(next);
  }
}

/** A log file's header names the packs that were in force; this spares it reading the whole log for them. */
async function keepPacks(db: LogDb, events: readonly ChatEvent[]): Promise<void> {
  const met = new Set(
    events.flatMap((event) => (event.kind === 'message-seen' ? [event.signals.packHash] : [])),
  );
  if (met.size > 0) await db.values.bulkPut([...met].map((hash) => ({ key: `pack ${hash}`, value: hash })));
}
