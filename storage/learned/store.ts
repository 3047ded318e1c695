import type { By } from '../../core/event.ts';
import type { IndexRow, LearnedDb, ReplyRow, TalkRow } from './db.ts';

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
export const INDEX_VERSION = 1;

/** Takes in what happened and gives the replies that are new, each learned once however often it is seen. */
export async function takeIn(db: LearnedDb, happened: readonly Happened[]): Promise<ReplyRow[]> {
  db.assertWritable();
  if (happened.length === 0) return [];
  return db.transaction('rw', db.talks, db.replies, async () => {
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

/** All that is remembered, oldest first, and the index as it was last kept. */
export async function recall(db: LearnedDb): Promise<{ replies: ReplyRow[]; kept: IndexRow | null }> {
  const [replies, kept] = await Promise.all([db.replies.orderBy('at').toArray(), db.index.get('answered')]);
  return { replies, kept: kept?.version === INDEX_VERSION ? kept : null };
}

/** Keeps the index for the next life of the background. */
export async function keepIndex(db: LearnedDb, row: Omit<IndexRow, 'key' | 'version'>): Promise<void> {
  db.assertWritable();
  await db.index.put({ ...row, key: 'answered', version: INDEX_VERSION });
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
