import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { eventSchema } from '../../core/event.schema.ts';
import type { ChatEvent, Observation } from '../../core/event.ts';
import { append } from './append.ts';
import { LogDb } from './db.ts';
import { context, sender } from './observed.fixture.ts';
import { eventsOf } from './read.ts';
import { sealTail } from './seal.ts';
import { wipeLog } from './wipe.ts';

let db: LogDb;
let databases = 0;
beforeEach(() => {
  db = new LogDb(`log-${databases++}`);
});

const events = async (): Promise<ChatEvent[]> => eventsOf(db);
const kinds = async () => (await events()).map(({ kind }) => kind);

describe('append', () => {
  it('stores what a schema of the log takes, in order, with the person on duty', async () => {
    const page = sender('a');
    const seen = [
      page.message('在吗'),
      page.act({ kind: 'conversation-opened' }),
      page.message('在的亲', { by: 'agent' }),
    ];
    expect(await append(db, seen, context)).toEqual({
      stored: ['a-1', 'a-2', 'a-3'],
      classes: { 'a-1': 'substantive', 'a-3': 'substantive' },
    });
    const stored = await events();
    for (const event of stored) expect(eventSchema.parse(event)).toEqual(event);
    expect(stored.map(({ seq, person }) => [seq, person])).toEqual([
      [1, '小李'],
      [2, '小李'],
      [3, '小李'],
    ]);
  });

  it('keeps neither the conversation nor the buyer in an event', async () => {
    await append(db, [sender('a').message('在吗')], context);
    expect(JSON.stringify(await events())).not.toMatch(/buyer-1|S\*\*\*n/);
    expect(await db.conversations.toArray()).toMatchObject([{ raw: 'buyer-1', buyer: 'S***n' }]);
  });

  it('adds nothing for a retry, a reload or a second tab, and says that all is safe', async () => {
    const page = sender('a');
    const seen = [page.message('在吗'), page.act({ kind: 'conversation-opened' })];
    await append(db, seen, context);
    expect((await append(db, seen, context)).stored).toEqual(['a-1', 'a-2']);
    const reloaded = sender('b').message('在吗', { seen: 'backfill' });
    expect(await append(db, [reloaded], context)).toEqual({
      stored: ['b-1'],
      classes: { 'b-1': 'substantive' },
    });
    expect(await kinds()).toEqual(['message-seen', 'conversation-opened']);
    expect((await events())[0]).toMatchObject({ seen: 'live', bootId: 'a' });
  });

  it('keeps a message once when one batch holds it twice and two batches race', async () => {
    const [one, two] = [sender('a'), sender('b')];
    await Promise.all([
      append(db, [one.message('在吗'), one.message('在吗')], context),
      append(db, [two.message('在吗'), two.message('有货吗')], context),
    ]);
    expect((await events()).map(({ seq }) => seq)).toEqual([1, 2]);
  });

  it('numbers conversations apart and the desk apart from them', async () => {
    const page = sender('a');
    await append(
      db,
      [page.message('x'), page.message('y', { conversation: 'buyer-2' }), page.message('z')],
      context,
    );
    const {
      conversation: _c,
      buyer: _b,
      ...desk
    } = page.act({ kind: 'adapter-healthy' }) as ReturnType<typeof page.act> & {
      conversation: string;
      buyer: string;
    };
    await append(db, [desk as never], context);
    expect((await events()).map(({ seq }) => seq)).toEqual([1, 1, 2, 1]);
    expect((await events()).at(-1)).not.toHaveProperty('conversation');
  });

  it('stores nothing of a batch that fails', async () => {
    const page = sender('a');
    const broken = {
      ...context,
      wordings: () => {
        throw new Error('no wordings');
      },
    };
    const batch = [
      page.act({ kind: 'suggestion-inserted', script: 'ship' }),
      page.message('马上安排发货', { by: 'agent' }),
    ];
    await expect(append(db, batch, broken)).rejects.toThrow('no wordings');
    expect(await events()).toEqual([]);
    expect(await db.conversations.count()).toBe(0);
    await append(db, batch, context);
    expect(await kinds()).toEqual(['suggestion-inserted', 'message-seen', 'suggestion-sent']);
  });

  it('hides personal values and moves the findings with them', async () => {
    const seen = sender('a').message('打13812345678或加我微信', { by: 'agent' });
    await append(db, [seen], context);
    const [message] = await events();
    if (message?.kind !== 'message-seen') throw new Error('no message');
    const [finding] = message.findings;
    expect(message.text).toBe('打⟦手机号⟧或加我微信');
    expect(message.text?.slice(finding?.start, finding?.end)).toBe('加我微信');
    expect(message.signals.chars).toBe(17);
  });

  it('keeps no text where policy keeps none', async () => {
    await append(db, [sender('a').message('在吗')], { ...context, keepText: false });
    expect((await events())[0]).not.toHaveProperty('text');
  });

  it('screens our side alone, and with what the buyer asked, also when that is in an earlier batch', async () => {
    const page = sender('a');
    await append(db, [page.message('加我微信')], context);
    await append(db, [page.message('加我微信1', { by: 'agent' })], context);
    await append(db, [page.message('不算')], context);
    await append(db, [page.message('加我微信2', { by: 'agent' })], context);
    expect((await events()).map((e) => (e.kind === 'message-seen' ? e.findings.length : -1))).toEqual([
      0, 1, 0, 0,
    ]);
  });

  it('replaces what has no UTF-8', async () => {
    await append(db, [sender('a').message('好\ud83d')], context);
    expect((await events())[0]).toMatchObject({ text: '好\ufffd' });
  });

  it('names the packs in force for the header of a log file', async () => {
    await append(db, [sender('a').message('在吗')], context);
    expect(await db.values.where('key').startsWith('pack ').toArray()).toEqual([
      { key: 'pack p1', value: 'p1' },
    ]);
  });
});

describe('a message that first had no id', () => {
  const nameless = { key: { source: 'fingerprint', value: '#1' } } as const;
  const named = { key: { source: 'platform', value: '42' } } as const;

  it('is the same when its id appears', async () => {
    await append(db, [sender('a').message('好的', { ...nameless, by: 'agent' })], context);
    await append(db, [sender('a').message('好的', { ...named, by: 'agent' })], context);
    await append(db, [sender('b').message('好的', { ...named, by: 'agent' })], context);
    expect(await kinds()).toEqual(['message-seen']);
  });

  it('is recalled under the name by which the log knows it', async () => {
    const page = sender('a');
    await append(db, [page.message('好的', nameless), page.message('好的', named)], context);
    await append(db, [page.act({ kind: 'message-recalled', ...named })], context);
    const [message, recall] = await events();
    expect(recall).toMatchObject({ kind: 'message-recalled', message: message?.id });
  });

  it('is another one if it says something else, or is claimed already', async () => {
    const page = sender('a');
    await append(db, [page.message('好的', nameless), page.message('好', named)], context);
    const other = { key: { source: 'platform', value: '43' } } as const;
    await append(
      db,
      [page.message('好的', other), page.message('好的', { key: { source: 'platform', value: '44' } })],
      context,
    );
    expect((await events()).length).toBe(3);
  });
});

describe('a waiting row', () => {
  const waiting = (unread: number, at = 1000) => ({
    kind: 'list-seen' as const,
    unread,
    rowTime: { precision: 'minute', source: 'page', at },
  });

  it('is kept once over a reload, again if more wait or our side was there meanwhile', async () => {
    await append(db, [sender('a').act(waiting(1))], context);
    await append(db, [sender('b').act(waiting(1, 61_000))], context);
    expect(await kinds()).toHaveLength(1);
    await append(db, [sender('c').act(waiting(2))], context);
    expect(await kinds()).toHaveLength(2);
    await append(
      db,
      [sender('d').act({ kind: 'conversation-opened' }), sender('e').act(waiting(1))],
      context,
    );
    expect(await kinds()).toHaveLength(4);
  });

  it('is kept when its time says that the buyer wrote anew', async () => {
    await append(db, [sender('a').act(waiting(1)), sender('b').act(waiting(1, 600_000))], context);
    expect(await kinds()).toHaveLength(2);
  });
});

describe('an inserted reply', () => {
  const insert = { kind: 'suggestion-inserted' as const, script: 'ship' };

  it('counts as sent when our side says it, with the letters changed; what fills a hole is no change', async () => {
    const page = sender('a');
    await append(db, [page.act(insert)], context);
    await append(db, [page.message('您好，亲，今天下午就帮您发货哦', { by: 'agent' })], context);
    const [, message, sent] = await events();
    expect(sent).toMatchObject({ kind: 'suggestion-sent', script: 'ship', editDistance: 2, seq: 3 });
    expect(message).toMatchObject({ signals: { script: 'ship' } });
  });

  it('counts once, though the page is reloaded', async () => {
    const page = sender('a');
    const sent = page.message('马上安排发货', { by: 'agent' });
    await append(db, [page.act(insert), sent], context);
    await append(db, [sender('b').message('马上安排发货', { by: 'agent', seen: 'backfill' })], context);
    expect((await kinds()).filter((kind) => kind === 'suggestion-sent')).toHaveLength(1);
  });

  it.each([
    ['when something else was sent', [insert], ['不好意思已经下架了', { by: 'agent' }]],
    ['when the buyer says it', [insert], ['马上安排发货', { by: 'buyer' }]],
    ['when nothing was inserted', [], ['马上安排发货', { by: 'agent' }]],
    [
      'when the message is older',
      [insert],
      ['马上安排发货', { by: 'agent', sentAt: { precision: 'second', source: 'page', at: 5 } }],
    ],
  ] as const)('does not count %s', async (_, acts, [words, about]) => {
    const page = sender('a');
    await append(db, [...acts.map((act) => page.act(act)), page.message(words, about)], context);
    expect(await kinds()).not.toContain('suggestion-sent');
  });
});

describe('cases', () => {
  it('stand beside the log as their events left them', async () => {
    const page = sender('a');
    await append(db, [page.act({ kind: 'case-opened', case: 'c1', category: '物流' })], context);
    await append(db, [page.act({ kind: 'case-changed', case: 'c1', fields: { note: '催件' } })], context);
    expect(await db.cases.toArray()).toMatchObject([{ id: 'c1', fields: { note: '催件' }, closed: null }]);
  });
});

it('keeps every fact exactly once however senders retry and batches overlap', async () => {
  const page = sender('p');
  const facts = Array.from({ length: 12 }, (_, at) =>
    at % 3 === 0
      ? page.act({ kind: 'conversation-opened' })
      : page.message(`m${at}`, { conversation: `k${at % 2}` }),
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.subarray(facts, { minLength: 1 }), { minLength: 1, maxLength: 6 }),
      async (batches) => {
        await wipeLog(db);
        const safe = new Set(
          (await Promise.all(batches.map((batch) => append(db, batch, context)))).flatMap(
            ({ stored }) => stored,
          ),
        );
        const stored = await events();
        expect(stored).toHaveLength(safe.size);
        for (const conversation of new Set(stored.map((e) => ('conversation' in e ? e.conversation : '')))) {
          const seqs = stored
            .filter((e) => 'conversation' in e && e.conversation === conversation)
            .map(({ seq }) => seq);
          expect(seqs).toEqual(seqs.map((_, at) => at + 1));
        }
      },
    ),
    { numRuns: 25 },
  );
});

it('knows what another life has added and sealed since it last looked, also where later rows are left', async () => {
  const other = new LogDb(db.name);
  const page = sender('p');
  const seen = Array.from({ length: 8 }, (_, at) => page.message(`第${at}句`));
  const [first, ...others] = seen;
  if (!first) throw new Error('no message');
  await append(db, [first], context);
  for (const one of others) await append(other, [one], context);
  expect(await sealTail(other, { entries: 2, keep: 3 })).toBeGreaterThan(1);
  await append(db, [page.message('最后')], context);
  expect((await events()).map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  other.close();
});

it('knows what another life of the writer has added since it last looked', async () => {
  const other = new LogDb(db.name);
  const page = sender('p');
  const [one, two, three] = ['a', 'b', 'c'].map((words) => page.message(words)) as [
    Observation,
    Observation,
    Observation,
  ];
  await append(db, [one], context);
  await append(other, [two], context);
  await append(db, [one, two, three], context);
  await append(other, [three, one], context);
  expect((await events()).map((event) => 'text' in event && event.text)).toEqual(['a', 'b', 'c']);
  other.close();
});
