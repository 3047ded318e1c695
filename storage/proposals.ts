import type { Table } from 'dexie';
import type { Proposal } from '../core/proposal.ts';
import { WrittenDb } from './written-db.ts';

/** So many wait at most: the oldest give way. */
const MOST = 500;

/** Proposed scripts. The background is the only writer; our pages read. */
export class ProposalDb extends WrittenDb {
  readonly proposals!: Table<Proposal, string>;

  constructor(name = 'counterside-proposals') {
    super(name);
    this.version(1).stores({ proposals: 'id, at, text, conversation' });
  }
}

/** All that wait, the latest first. */
export const readProposals = (db: ProposalDb): Promise<Proposal[]> =>
  db.proposals.orderBy('at').reverse().toArray();

/** Keeps a proposal; false if the same words wait already. */
export async function keepProposal(db: ProposalDb, row: Proposal): Promise<boolean> {
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
