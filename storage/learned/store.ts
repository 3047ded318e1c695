import type { By } from '../../core/event.ts';
import type { KeptIndex, KeptShelf, Learned, Remembered } from '../../scripts-library/suggest/remember.ts';
import type { LearnedDb, ReplyRow, TalkRow } from './db.ts';

/** A message as learning sees it: redacted, named by pseudonyms. */
export interface Heard {
  readonly id: string;
  readonly conversation: string;
  readonly at: number;
  readonly by: By;
  readonly text: string;
  /** For a message of ours that says something: what it teaches. */
  readonly teaches: {
    readonly personal: boolean;
    readonly scriptOf: (inserted: readonly string[]) => string | null;
  } | null;
}

/** Something that happened in a conversation, in order. */
export type Happened =
  | ({ readonly kind: 'message' } & Heard)
  | {
      readonly kind: 'inserted';
      readonly conversation: string;
      readonly at: number;
      readonly script: string;
    };

/** Messages before a reply that are learned with it. */
const CONTEXT = 10;
const INSERTED = 5;
/** So much is remembered; older replies go. */
const MOST = 100_000;
export const INDEX_VERSION = 3;

/** Takes in what happened and gives the replies that are new, each learned once however often it is seen. */
export async function takeIn(db: LearnedDb, happened: readonly Happened[]): Promise<ReplyRow[]> {
  db.assertWritable();
  if (happened.length === 0) return [];
  return db.transaction('rw', db.talks, db.replies, db.index, async () => {
    const names = [...new Set(happened.map(({ conversation }) => conversation))];
    const known = await db.talks.bulkGet(names);
    const talks = new Map(known.flatMap((talk) => (talk ? [[talk.conversation, talk]] : [])));
    const fresh: ReplyRow[] = [];
    for (const one of happened) {
      const talk = talks.get(one.conversation) ?? { ...one, turns: [], inserted: [] };
      const reply = one.kind === 'message' ? replyOf(talk, one) : null;
      if (reply) fresh.push(reply);
      talks.set(one.conversation, after(talk, one));
    }
    await db.talks.bulkPut([...talks.values()]);
    const there = await db.replies.bulkGet(fresh.map(({ id }) => id));
    const added = fresh.filter((_, at) => there[at] === undefined);
    await db.replies.bulkPut(added);
    if (added.length > 0) {
      const since = await db.index.get('fresh');
      const ids = [...(since?.key === 'fresh' ? since.ids : []), ...added.map(({ id }) => id)];
      await db.index.put({ key: 'fresh', ids });
    }
    return added;
  });
}

function replyOf(talk: TalkRow, heard: Heard): ReplyRow | null {
  const { id, conversation, at, by, text, teaches } = heard;
  if (teaches === null || by !== 'agent' || talk.turns.some((turn) => turn.id === id)) return null;
  if (!talk.turns.some((turn) => turn.by === 'buyer')) return null;
  const context = talk.turns.map((turn) => ({ by: turn.by, text: turn.text }));
  return {
    id,
    conversation,
    at,
    script: teaches.scriptOf(talk.inserted),
    text,
    personal: teaches.personal,
    context,
  };
}

function after(talk: TalkRow, one: Happened): TalkRow {
  const { conversation } = one;
  const at = Math.max(talk.at, one.at);
  if (one.kind === 'inserted')
    return { conversation, at, turns: talk.turns, inserted: [...talk.inserted, one.script].slice(-INSERTED) };
  if (talk.turns.some(({ id }) => id === one.id)) return { ...talk, conversation, at };
  const { id, by, text } = one;
  return {
    conversation,
    at,
    turns: [...talk.turns, { id, by, text }].slice(-CONTEXT),
    inserted: talk.inserted,
  };
}

/**
 * What the next life of the background starts from: the index as it was last kept, and the replies since. Without an
 * index, all replies.
 */
export async function recall(db: LearnedDb): Promise<Remembered & { readonly fresh: Learned[] }> {
  const [answered, since, shelf] = await db.index.bulkGet(['answered', 'fresh', 'shelf']);
  const kept = answered?.key === 'answered' && answered.version === INDEX_VERSION ? answered : null;
  const ids = since?.key === 'fresh' ? since.ids : [];
  const fresh = kept
    ? (await db.replies.bulkGet([...ids])).filter((row) => row !== undefined)
    : await db.replies.orderBy('at').toArray();
  return {
    kept,
    fresh: fresh.sort((a, b) => a.at - b.at),
    shelf: shelf?.key === 'shelf' && shelf.version === INDEX_VERSION ? shelf : null,
  };
}

/** The latest replies, oldest first. */
export const latestReplies = async (db: LearnedDb, most: number): Promise<ReplyRow[]> =>
  (await db.replies.orderBy('at').reverse().limit(most).toArray()).reverse();

/** Keeps the index for the next life of the background; it has learned these replies among others. */
export async function keepIndex(
  db: LearnedDb,
  index: KeptIndex,
  learned: ReadonlySet<string>,
): Promise<void> {
  db.assertWritable();
  await db.transaction('rw', db.index, async () => {
    const since = await db.index.get('fresh');
    const left = since?.key === 'fresh' ? since.ids.filter((id) => !learned.has(id)) : [];
    await db.index.bulkPut([
      { ...index, key: 'answered', version: INDEX_VERSION },
      { key: 'fresh', ids: left },
    ]);
  });
}

/** Keeps the scripts' part of the index. */
export async function keepShelf(db: LearnedDb, shelf: KeptShelf): Promise<void> {
  db.assertWritable();
  await db.index.put({ ...shelf, key: 'shelf', version: INDEX_VERSION });
}

/** Forgets what was learned in these conversations (pseudonyms). The index goes too: it is a sum over all of them. */
export async function forget(db: LearnedDb, conversations: readonly string[]): Promise<number> {
  db.assertWritable();
  return db.transaction('rw', db.talks, db.replies, db.index, async () => {
    await db.talks.bulkDelete([...conversations]);
    const gone = await db.replies.where('conversation').anyOf(conversations).delete();
    if (gone > 0) await db.index.clear();
    return gone;
  });
}

/** Forgets what is older than a moment (epoch ms), and the oldest of what is more than can be kept. */
export async function forgetBefore(db: LearnedDb, moment: number): Promise<number> {
  db.assertWritable();
  return db.transaction('rw', db.talks, db.replies, db.index, async () => {
    await db.talks.where('at').below(moment).delete();
    let gone = await db.replies.where('at').below(moment).delete();
    const over = (await db.replies.count()) - MOST;
    if (over > 0) gone += await db.replies.orderBy('at').limit(over).delete();
    if (gone > 0) await db.index.clear();
    return gone;
  });
}
