import type { Table } from 'dexie';
import { WrittenDb } from './written-db.ts';

/** A reply that an agent has sent and proposes as a script. Redacted; it waits for whoever keeps the pack. */
export interface ProposalRow {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly console: string;
  readonly person: string | null;
  /** A pseudonym: whoever is erased takes the proposal along. */
  readonly conversation: string;
  /** What the buyer had asked. */
  readonly asked: string;
  readonly text: string;
}

/** So many wait at most: the oldest give way. */
const MOST = 500;

/** Proposed scripts. The background is the only writer; our pages read. */
export class ProposalDb extends WrittenDb {
  readonly proposals!: Table<ProposalRow, string>;

  constructor(name = 'counterside-proposals') {
    super(name);
    this.version(1).stores({ proposals: 'id, at, text, conversation' });
  }
}

/** All that wait, the latest first. */
export const readProposals = (db: ProposalDb): Promise<ProposalRow[]> =>
  db.proposals.orderBy('at').reverse().toArray();

/** Keeps a proposal; false if the same words wait already. */
export async function keepProposal(db: ProposalDb, row: ProposalRow): Promise<boolean> {
  db.assertWritable();
  return db.transaction('rw', db.proposals, async () => {
    if ((await db.proposals.where('text').equals(row.text).count()) > 0) return false;
    await db.proposals.put(row);
    const over = (await db.proposals.count()) - MOST;
    if (over > 0) await db.proposals.orderBy('at').limit(over).delete();
    return true;
  });
}

/** Takes a proposal back or away; with `conversation` only if it comes from there. */
export async function dropProposal(db: ProposalDb, id: string, conversation?: string): Promise<void> {
  db.assertWritable();
  await db.transaction('rw', db.proposals, async () => {
    const row = await db.proposals.get(id);
    if (row && (conversation === undefined || row.conversation === conversation))
      await db.proposals.delete(id);
  });
}

/** Forgets what comes from these conversations (pseudonyms). */
export async function forgetProposals(db: ProposalDb, conversations: readonly string[]): Promise<void> {
  db.assertWritable();
  await db.proposals.where('conversation').anyOf(conversations).delete();
}
