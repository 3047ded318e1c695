import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MetricProfile } from '../core/profile.ts';
import { append } from './log/append.ts';
import { LogDb } from './log/db.ts';
import { context, sender } from './log/observed.fixture.ts';
import { eventsBetween, openCase, todayFigures } from './queries.ts';

const profile: MetricProfile = {
  id: 'manual-mean-response',
  label: '平均响应时间',
  labelEn: 'Mean response',
  unit: 'turn',
  startsAt: 'first-unanswered',
  answeredBy: ['agent'],
  minimumSubstance: 'any',
  measure: 'mean',
  targetSeconds: 30,
  unanswered: 'beside',
  goodbyeExempt: false,
  timeZone: 'Asia/Shanghai',
  source: 'test',
  seenOn: '2026-11-13',
  confidence: 'high',
};
const NOON = Date.UTC(2026, 10, 13, 4);
const MIDNIGHT = NOON - 12 * 3_600_000;

let db: LogDb;
let databases = 0;
beforeEach(() => {
  db = new LogDb(`queries-${databases++}`);
});

const today = (person: string | null = null) =>
  todayFigures(db, { profile, since: MIDNIGHT, console: 'pinduoduo', person });

describe('today', () => {
  it('is empty on an empty log', async () => {
    expect(await today()).toEqual({
      conversations: 0,
      turns: 0,
      meanSeconds: null,
      withinTarget: 0,
      targetSeconds: 30,
      sentFindings: 0,
      fixedDrafts: 0,
      openCases: 0,
    });
  });

  it('counts answered turns, what was sent with findings, fixed drafts and open cases', async () => {
    const page = sender('a', NOON);
    const finding = { kind: 'finding-fixed' as const, draft: 'd', rule: 'x' };
    await append(
      db,
      [
        page.message('在吗'),
        page.message('在的亲', { by: 'agent' }),
        page.message('能便宜吗', { conversation: 'buyer-2' }),
        page.message('加我微信', { by: 'agent', conversation: 'buyer-2' }),
        page.message('没人理我', { conversation: 'buyer-3' }),
        page.act(finding),
        page.act(finding),
        page.act({ kind: 'case-opened', case: 'c1', category: '物流' }),
        page.act({ kind: 'case-opened', case: 'c2', category: '发票' }),
        page.act({ kind: 'case-closed', case: 'c2', outcome: '已解决' }),
      ],
      context,
    );
    expect(await today()).toEqual({
      conversations: 3,
      turns: 2,
      meanSeconds: 1,
      withinTarget: 2,
      targetSeconds: 30,
      sentFindings: 1,
      fixedDrafts: 1,
      openCases: 1,
    });
    expect(await today('小李')).toMatchObject({ turns: 2, openCases: 1 });
    expect(await today('小王')).toMatchObject({ turns: 0, sentFindings: 0, fixedDrafts: 0, openCases: 0 });
  });

  it('leaves out yesterday, other consoles and what was there before we looked', async () => {
    const early = sender('y', MIDNIGHT - 3_600_000);
    await append(db, [early.message('昨天'), early.message('昨天答', { by: 'agent' })], context);
    const page = sender('a', NOON);
    const elsewhere = { ...page.message('别处'), place: { console: 'feige', shop: 's', seat: 'x' } };
    const old = page.message('加我微信', { by: 'agent', seen: 'backfill', conversation: 'buyer-9' });
    await append(db, [elsewhere, old], context);
    expect(await today()).toMatchObject({ conversations: 0, turns: 0, sentFindings: 0 });
  });
});

describe('a conversation’s open case', () => {
  const conversation = context.names.conversation(
    { console: 'pinduoduo', shop: '小店', seat: '' },
    'buyer-1',
  );

  it('is the latest that was not closed', async () => {
    const page = sender('a');
    expect(await openCase(db, conversation)).toBeNull();
    await append(
      db,
      [
        page.act({ kind: 'case-opened', case: 'c1', category: '物流' }),
        page.act({ kind: 'case-opened', case: 'c2', category: '发票' }),
        page.act({ kind: 'case-changed', case: 'c2', fields: { note: '抬头' } }),
      ],
      context,
    );
    expect(await openCase(db, conversation)).toMatchObject({
      id: 'c2',
      category: '发票',
      fields: { note: '抬头' },
    });
    await append(db, [page.act({ kind: 'case-closed', case: 'c2', outcome: '已开' })], context);
    expect(await openCase(db, conversation)).toMatchObject({ id: 'c1' });
  });
});

it('gives a half-open span of events in log order', async () => {
  const page = sender('a', 0);
  await append(db, [page.message('1'), page.message('2'), page.message('3')], context);
  expect((await eventsBetween(db, 1000, 3000)).map(({ at }) => at)).toEqual([1000, 2000]);
});
