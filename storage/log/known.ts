import type { Observation } from '../../core/event.ts';
import type { LogDb } from './db.ts';
import type { AppendContext, Prepared } from './prepare.ts';

/** Which ids the log has, each with the id under which it has it. */
export async function knownIds(db: LogDb, prepared: readonly Prepared[]): Promise<Map<string, string>> {
  const ids = prepared.flatMap(({ event }) =>
    event.kind === 'message-recalled' ? [event.id, event.message] : [event.id],
  );
  const stored = (await db.tail.where('event.id').anyOf(ids).keys()) as unknown as string[];
  const aliases = await db.aliases.where('id').anyOf(ids).toArray();
  return new Map([
    ...stored.map((id): [string, string] => [id, id]),
    ...aliases.map(({ id, of }): [string, string] => [id, of]),
  ]);
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
  for (const id of ids) {
    const latest = await db.tail
      .where('[event.conversation+n]')
      .between([id, 0], [id, Infinity])
      .reverse()
      .limit(20)
      .toArray();
    const question = latest.find(({ event }) => event.kind === 'message-seen' && event.by === 'buyer');
    if (question?.event.kind === 'message-seen' && question.event.text) asked.set(id, question.event.text);
  }
  return asked;
}
