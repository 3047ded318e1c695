import { describe, expect, it } from 'vitest';
import { judgeTurn, missingPhrases, nonAnswers, repeats, similarity } from './after-turn.ts';
import { rule } from './rules.for-tests.ts';

const greeting = rule({
  id: 'non-answer',
  kind: 'non-answer',
  phrases: ['{您好|hello}'],
  scope: { platforms: ['tiktok'] },
});

describe('a non-answer', () => {
  const context = { by: 'agent', platform: 'tiktok' } as const;
  it('is a bare greeting, salutations aside', () => {
    expect(nonAnswers([greeting], 'Hello!', context)).toMatchObject([
      { rule: 'non-answer', level: 'hint', start: 0, end: 6 },
    ]);
    expect(nonAnswers([greeting], '亲，您好哦~', context)).toHaveLength(1);
  });
  it('is no reply that says more, and none where the platform has no such rule', () => {
    expect(nonAnswers([greeting], '您好，今天发货', context)).toEqual([]);
    expect(nonAnswers([greeting], '您好', { by: 'agent', platform: 'pdd' })).toEqual([]);
    expect(nonAnswers([greeting], '您好', { by: 'agent' })).toEqual([]);
  });
});

describe('a required phrase', () => {
  const hello = rule({ id: 'hello', kind: 'required', phrases: ['您好'], scope: { stages: ['greeting'] } });
  const bye = rule({ id: 'bye', kind: 'required', phrases: ['感谢'], scope: { stages: ['closing'] } });
  it('is looked for where its stage wants it', () => {
    const missing = (replies: string[], welcomed = false) =>
      missingPhrases([hello, bye], { replies, welcomed }, { by: 'agent' }).map((finding) => finding.rule);
    expect(missing(['您好', '明天发', '感谢支持'])).toEqual([]);
    expect(missing(['明天发', '您好，感谢支持'])).toEqual(['hello']);
    expect(missing(['您好，感谢支持', '明天发'])).toEqual(['bye']);
    expect(missing(['明天发', '感谢'], true)).toEqual([]);
    expect(missing([])).toEqual([]);
  });
});

describe('a repeat', () => {
  const again = rule({ id: 'again', kind: 'repeat' });
  const said = ['您的包裹已经到达本市分拨中心，预计下午派送'];
  it.each([
    ['您的包裹已经到达本市分拨中心，预计下午派送', 1],
    ['亲，您的包裹已经到达本市分拨中心，预计下午派送哦~', 1],
    ['刚刚联系了快递员，他会在六点前送到您家', 0],
  ])('%s', (reply, count) => expect(repeats([again], reply, said, { by: 'agent' })).toHaveLength(count));

  it('is never a short filler', () =>
    expect(repeats([again], '在的亲', ['在的亲'], { by: 'agent' })).toEqual([]));

  it('is measured from 0 to 1, the same both ways', () => {
    expect(similarity('今天下午发货', '今天下午发货')).toBe(1);
    expect(similarity('今天下午发货', '退款已经到账')).toBe(0);
    expect(similarity('今天下午发货', '今天上午发货')).toBe(similarity('今天上午发货', '今天下午发货'));
    expect(similarity('好', '好')).toBe(0);
  });
});

describe('a turn that is over', () => {
  const rules = [
    {
      id: 'open',
      kind: 'required',
      level: 'hint',
      category: 'language',
      phrases: ['您好'],
      scope: { stages: ['greeting'] },
    },
    {
      id: 'close',
      kind: 'required',
      level: 'hint',
      category: 'language',
      phrases: ['再见'],
      scope: { stages: ['closing'] },
    },
    { id: 'again', kind: 'repeat', level: 'hint', category: 'language' },
    {
      id: 'bare',
      kind: 'non-answer',
      level: 'hint',
      category: 'non-answer',
      phrases: ['您好'],
      scope: { platforms: ['x'] },
    },
  ] as unknown as Parameters<typeof judgeTurn>[0];
  const LONG = '您的订单正在打包，今天就能发出';
  const says = (replies: string[], earlier: string[] = [], welcomed = false, platform = 'x') =>
    judgeTurn(rules, { replies, earlier, welcomed }, { by: 'agent', platform }).map(({ rule }) => rule);

  it.each([
    [['今天发'], [], false, ['open']],
    [['今天发'], [], true, []],
    [['今天发'], ['您好'], false, []],
    [['您好'], [], false, ['bare']],
    [['您好', '今天发'], [], false, []],
    [[LONG], [`亲，${LONG}`], false, ['again']],
    [['您好', LONG, LONG], [], false, ['again']],
  ])('%j after %j, welcomed: %s', (replies, earlier, welcomed, rules) => {
    expect(says(replies, earlier, welcomed)).toEqual(rules);
  });

  it('counts a bare greeting only where the marketplace does', () => {
    expect(says(['您好'], [], false, 'y')).toEqual([]);
  });
});
