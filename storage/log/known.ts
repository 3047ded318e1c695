import type { ChatEvent, Observation } from '../../core/event.ts';
import type { LogDb } from './db.ts';
import type { AppendContext, Prepared } from './prepare.ts';
import { readEvents } from './read.ts';

/**
 * Ids that the log has under another name, each with that name. Only a message with the platform's id, or one that
 * is recalled, can have been met without it before.
 */
export async function otherNames(db: LogDb, prepared: readonly Prepared[]): Promise<Map<string, string>> {
  const ids = prepared.flatMap(({ event, nameless }) => {
    if (event.kind === 'message-recalled') return [event.message];
    return event.kind === 'message-seen' && !nameless ? [event.id] : [];
  });
  const found = ids.length > 0 ? await db.aliases.bulkGet(ids) : [];
  return new Map(found.flatMap((row): [string, string][] => (row ? [[row.id, row.of]] : [])));
}

/** What each conversation's buyer wrote last, for rules that depend on it. */
export async function lastQuestions(
  db: LogDb,
  observations: readonly Observation[],
  { names }: AppendContext,
): Promise<Map<string, string>> {
  const asked = new Map<string, string>();
  const answered = observations.filter((one) => one.kind === 'message-seen' && one.by === 'agent');
  const ids = new Set(
    answered.map((one) => ('conversation' in one ? names.conversation(one.place, one.conversation) : '')),
  );
  await Promise.all(
    [...ids].map(async (id) => {
      const question = await lastQuestion(db, id);
      if (question) asked.set(id, question);
    }),
  );
  return asked;
}

/** How far back a conversation's last question is looked for. */
const RECENT = 20;

async function lastQuestion(db: LogDb, conversation: string): Promise<string | undefined> {
  const fresh = await db.tail
    .where('[event.conversation+n]')
    .between([conversation, 0], [conversation, Infinity])
    .reverse()
    .limit(RECENT)
    .toArray();
  const isQuestion = (event: ChatEvent) => event.kind === 'message-seen' && event.by === 'buyer';
  const found = fresh.find(({ event }) => isQuestion(event))?.event;
  if (found || fresh.length === RECENT) return textOf(found);
  // The conversation's older half was sealed meanwhile.
  let left = RECENT - fresh.length;
  for await (const event of readEvents(db, { conversations: [conversation], latestFirst: true })) {
    if (isQuestion(event)) return textOf(event);
    left -= 1;
    if (left === 0) break;
  }
  return undefined;
}

const textOf = (event: ChatEvent | undefined): string | undefined =>
  event?.kind === 'message-seen' ? event.text : undefined;
