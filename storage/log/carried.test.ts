import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Observation } from '../../core/event.ts';
import { append } from './append.ts';
import { conversationsNow, takeCarried } from './carried.ts';
import { readChain, touchChain } from './chain.ts';
import { LogDb } from './db.ts';
import { conversationsOf, DEFAULT_LIVES, eraseConversations, expire } from './expire.ts';
import { forget } from './memory.ts';
import { context, sender } from './observed.fixture.ts';
import { eventsOf } from './read.ts';
import { sealTail } from './seal.ts';

let db: LogDb;
let databases = 0;
const fresh = () => new LogDb(`carried-${databases++}`);
beforeEach(() => {
  db = fresh();
});

const inTail = async () =>
  (await db.batches.toArray()).map(({ after = [] }) => after.map(({ lastSeq }) => lastSeq));
const kept = async () => (await db.conversations.toArray()).map(({ lastSeq, buyer }) => [lastSeq, buyer]);

describe('what a conversation’s next event must know', () => {
  it('goes with the tail’s row, but who it is with stands in its own place at once', async () => {
    const page = sender('a');
    await append(db, [page.message('一')], context);
    expect([await inTail(), await kept()]).toEqual([[[]], [[1, 'S***n']]]);
    await append(db, [page.message('二')], context);
    expect([await inTail(), await kept()]).toEqual([[[], [2]], [[1, 'S***n']]]);
    await append(db, [page.message('三', { buyer: 'T***o' })], context);
    expect([await inTail(), await kept()]).toEqual([[[], [2], []], [[3, 'T***o']]]);
    expect((await conversationsNow(db)).map(({ lastSeq }) => lastSeq)).toEqual([3]);
  });

  it('is moved to its own place by sealing, and the older never replaces the later', async () => {
    const page = sender('a');
    for (const words of ['一', '二', '三']) await append(db, [page.message(words)], context);
    await append(db, [page.message('四', { buyer: 'T***o' })], context);
    await sealTail(db, { entries: 2, keep: 2 });
    expect(await kept()).toEqual([[4, 'T***o']]);
    await append(db, [page.message('五', { buyer: 'T***o' })], context);
    await sealTail(db, { all: true });
    expect(await kept()).toEqual([[5, 'T***o']]);
  });

  it('holds nobody’s name after erasing, also where an event came meanwhile', async () => {
    const page = sender('a');
    for (const words of ['一', '二']) await append(db, [page.message(words)], context);
    const [id = ''] = await conversationsOf(db, 'S***n');
    await Promise.all([eraseConversations(db, [id]), append(db, [page.message('三')], context)]);
    await eraseConversations(db, [id]);
    const rows = [...(await db.conversations.toArray()), ...(await db.batches.toArray())];
    expect(JSON.stringify(rows)).not.toMatch(/S\*\*\*n|buyer-1/);
    expect(await conversationsOf(db, 'S***n')).toEqual([]);
  });
});

/** One step of a desk's day: facts, or something that happens to the database between them. */
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('facts' as const),
      facts: fc.array(fact(), { minLength: 1, maxLength: 6 }),
      lives: fc.constantFrom([0], [0], [1], [0, 1]),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      life: fc.constantFrom(0, 1),
      kind: fc.constantFrom('new-life', 'seal', 'seal-all', 'expire', 'take' as const),
    }),
  },
);

function fact() {
  return fc.record({
    what: fc.constantFrom('message', 'nameless', 'named', 'list', 'insert', 'open'),
    conversation: fc.constantFrom('k0', 'k1', 'k2'),
    words: fc.constantFrom('在吗', '马上安排发货', '好的'),
    buyer: fc.constantFrom('S***n', 'S***n', 'S***n', null, 'T***o'),
  });
}

it('is the same for a writer that remembers and for two that are ended, seal and tidy at any moment', async () => {
  const at = Date.UTC(2026, 10, 13, 6);
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const [plain, troubled] = [fresh(), fresh()];
      // Two lives of the writer at once, each sure of what it remembers.
      const lives = [troubled, new LogDb(troubled.name)];
      const lifeOf = (at: number): LogDb => lives[at] ?? troubled;
      const page = sender('p', at);
      for (const one of steps) {
        if (one.kind === 'facts') {
          const facts = one.facts.map((what): Observation => observed(page, what));
          await append(plain, facts, context);
          await Promise.all(one.lives.map((life) => append(lifeOf(life), facts, context)));
        } else await disturb(lifeOf(one.life), one.kind, at);
      }
      expect(await eventsOf(troubled)).toEqual(await eventsOf(plain));
      expect(await conversationsNow(troubled)).toEqual(await conversationsNow(plain));
      expect((await readChain(troubled))?.n).toBe((await readChain(plain))?.n);
      lives[1]?.close();
      await Promise.all([plain.delete(), troubled.delete()]);
    }),
    { numRuns: 60 },
  );
}, 60_000);

let own = 0;
type Fact = ReturnType<typeof fact> extends fc.Arbitrary<infer F> ? F : never;

function observed(page: ReturnType<typeof sender>, { what, conversation, words, buyer }: Fact): Observation {
  const about = { conversation, buyer };
  switch (what) {
    case 'nameless':
      return page.message(words, { ...about, key: { source: 'fingerprint', value: words } });
    case 'named':
      return page.message(words, {
        ...about,
        key: { source: 'platform', value: `${conversation} ${words}` },
      });
    case 'list':
      return page.act({
        kind: 'list-seen',
        unread: 1,
        rowTime: { precision: 'none', source: 'observed' },
        ...about,
      });
    case 'insert':
      return page.act({ kind: 'suggestion-inserted', script: 'ship', slots: 0, ...about });
    case 'open':
      return page.act({ kind: 'conversation-opened', ...about });
    default:
      return page.message(words, {
        ...about,
        by: 'agent',
        key: { source: 'platform', value: `own-${own++}` },
      });
  }
}

async function disturb(
  log: LogDb,
  what: 'new-life' | 'seal' | 'seal-all' | 'expire' | 'take',
  now: number,
): Promise<void> {
  if (what === 'new-life') forget(log);
  else if (what === 'seal') await sealTail(log, { entries: 2, keep: 3 });
  else if (what === 'seal-all') await sealTail(log, { all: true });
  else if (what === 'expire') await expire(log, DEFAULT_LIVES, now);
  else
    await log.transaction('rw', log.batches, log.conversations, log.values, async () => {
      await takeCarried(log);
      await touchChain(log);
    });
}
