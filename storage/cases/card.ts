import type { BuyerCard } from '../../core/desk.ts';
import { byDue } from '../../core/follow-ups/follow-up.ts';
import type { LogDb } from '../log/db.ts';
import type { BuyerRow, DeskDb } from './db.ts';

/** What is known of a conversation's buyer, by its pseudonym. */
export async function readCard(log: LogDb, desk: DeskDb, conversation: string): Promise<BuyerCard> {
  const [cases, followUps, buyer] = await Promise.all([
    log.cases.where('conversation').equals(conversation).toArray(),
    desk.followUps.where('conversation').equals(conversation).toArray(),
    desk.buyers.get(conversation),
  ]);
  const latest = cases.sort((a, b) => b.openedAt - a.openedAt);
  return {
    conversation,
    open: latest.find(({ closed }) => closed === null) ?? null,
    earlier: latest.filter(({ closed }) => closed !== null),
    followUps: followUps.filter(({ state }) => state === 'open').sort(byDue),
    tags: buyer?.tags ?? [],
    note: buyer?.note ?? '',
  };
}

/**
 * Keeps tags and a note; with neither the row goes.
 *
 * @throws ReadOnlyError if a newer version owns the database
 */
export async function saveBuyer(desk: DeskDb, row: BuyerRow): Promise<void> {
  desk.assertWritable();
  if (row.tags.length === 0 && row.note === '') await desk.buyers.delete(row.conversation);
  else await desk.buyers.put(row);
}

/**
 * Erases what the desk holds of a buyer, by the pseudonyms of conversations and the ids of their cases; the log erases
 * its own part. What the desk had not yet taken in of the log it would make anew: let it follow the log first.
 */
export async function forgetBuyer(
  desk: DeskDb,
  { conversations, cases }: { readonly conversations: readonly string[]; readonly cases: readonly string[] },
): Promise<void> {
  desk.assertWritable();
  await desk.transaction('rw!', desk.buyers, desk.followUps, desk.openCases, () =>
    Promise.all([
      desk.buyers.bulkDelete([...conversations]),
      desk.followUps.where('conversation').anyOf(conversations).delete(),
      desk.openCases.bulkDelete([...cases]),
    ]),
  );
}
