import { append } from '../../storage/log/append.ts';
import { LogDb } from '../../storage/log/db.ts';
import { expire } from '../../storage/log/expire.ts';
import { context, sender } from '../../storage/log/observed.fixture.ts';
import { eventsOf } from '../../storage/log/read.ts';
import { sealTail } from '../../storage/log/seal.ts';

const NEVER = { raw: 1e6, text: 1e6, case: 1e6 };

/**
 * Two lives of the writer on one log at once, each sure of what it remembers, while the log is sealed and tidied. Gives
 * what is kept in the end: the words in order, and the numbers of the log's entries. `commitsEarly` as in `LogDb`.
 */
async function race(rounds: number, commitsEarly: boolean): Promise<{ words: string[]; seqs: number[] }> {
  const name = 'lives';
  const lives = [new LogDb(name, commitsEarly), new LogDb(name, commitsEarly)] as const;
  const page = sender('p');
  for (let round = 0; round < rounds; round++) {
    const own = lives.map((_, life) => page.message(`第${round}轮，第${life}个`));
    const both = page.message(`第${round}轮，都说`);
    const work: Promise<unknown>[] = lives.map((db, life) =>
      append(db, [...own.slice(life, life + 1), both], context),
    );
    const other = lives[round % 2] ?? lives[0];
    if (round % 3 === 1) work.push(sealTail(other, { entries: 2, keep: round % 4 }));
    if (round % 5 === 2) work.push(expire(other, NEVER, Date.now()));
    await Promise.all(work);
  }
  const events = await eventsOf(lives[0]);
  for (const db of lives) db.close();
  await lives[0].delete();
  return {
    words: events.flatMap((event) => ('text' in event && event.text ? [event.text] : [])),
    seqs: events.map(({ seq }) => seq),
  };
}

export const lives = { race };
Object.assign(globalThis, { lives });
