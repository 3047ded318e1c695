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

describe('what such a finding says', () => {
  const context = { by: 'agent', platform: 'x' } as const;
  const bare = (part: Parameters<typeof rule>[0]) =>
    nonAnswers([rule({ kind: 'non-answer', phrases: ['您好'], ...part })], '您好', context);

  it('spans the reply, has no folds, and has a replacement only if the rule has one', () => {
    expect(bare({ id: 'a', level: 'block' })).toStrictEqual([
      { rule: 'a', category: 'diversion', level: 'hint', start: 0, end: 2, folds: [] },
    ]);
    expect(bare({ id: 'a', replacement: '您好，马上查' })[0]?.replacement).toBe('您好，马上查');
  });

  it('comes from rules of its kind only', () => {
    expect(bare({ id: 'a', kind: 'required' })).toEqual([]);
    expect(bare({ id: 'a', phrases: [] })).toEqual([]);
    expect(nonAnswers([rule({ id: 'a', kind: 'non-answer' })], '', context)).toEqual([]);
  });

  it('asks who speaks, where, and at what stage', () => {
    expect(bare({ id: 'a', scope: { by: ['buyer'] } })).toEqual([]);
    expect(bare({ id: 'a', scope: { stages: ['售后'] } })).toEqual([]);
    const atStage = rule({ id: 'a', kind: 'non-answer', phrases: ['您好'], scope: { stages: ['售后'] } });
    expect(nonAnswers([atStage], '您好', { by: 'agent', stage: '售后' })).toHaveLength(1);
    expect(nonAnswers([atStage], '您好', { by: 'agent', stage: '售前' })).toEqual([]);
    const everywhere = rule({ id: 'a', kind: 'non-answer', phrases: ['您好'] });
    expect(nonAnswers([everywhere], '您好', { by: 'unknown' })).toHaveLength(1);
    expect(nonAnswers([everywhere], '您好', { by: 'buyer' })).toEqual([]);
    const placed = rule({ id: 'a', kind: 'non-answer', phrases: ['您好'], scope: { platforms: ['x'] } });
    expect(nonAnswers([placed], '您好', { by: 'agent' })).toEqual([]);
  });

  it('takes a phrase said in capitals, or full width', () => {
    const hi = rule({ id: 'a', kind: 'non-answer', phrases: ['HELLO'] });
    for (const said of ['hello', 'HELLO!', 'ｈｅｌｌｏ'])
      expect(nonAnswers([hi], said, context)).toHaveLength(1);
    const thanks = rule({ id: 'b', kind: 'required', phrases: ['STRASSE'] });
    expect(missingPhrases([thanks], { replies: ['strasse'], welcomed: false }, context)).toEqual([]);
    expect(missingPhrases([thanks], { replies: ['straße'], welcomed: false }, context)).toHaveLength(1);
  });
});

describe('a phrase that must be said', () => {
  const missing = (part: Parameters<typeof rule>[0], replies: readonly string[], welcomed = false) =>
    missingPhrases(
      [rule({ kind: 'required', phrases: ['谢谢', '感谢'], ...part })],
      { replies, welcomed },
      { by: 'agent' },
    );

  it('may be said anywhere where no stage is named', () => {
    expect(missing({ id: 'a' }, ['今天发', '谢谢', '好的'])).toEqual([]);
    expect(missing({ id: 'a', scope: {} }, ['今天发', '感谢您'])).toEqual([]);
    expect(missing({ id: 'a', scope: { stages: ['售后'] } }, ['今天发', '谢谢', '好的'])).toEqual([]);
    expect(missing({ id: 'a', scope: { stages: [] } }, ['今天发', '谢谢', '好的'])).toEqual([]);
  });

  it('is missing from the reply where it was wanted, which is what the finding spans', () => {
    expect(missing({ id: 'a', scope: { stages: ['closing'] } }, ['谢谢光临', '今天发'])).toMatchObject([
      { end: 3 },
    ]);
    expect(missing({ id: 'a', scope: { stages: ['greeting'] } }, ['今天就发', '谢谢'])).toMatchObject([
      { end: 4 },
    ]);
    expect(missing({ id: 'a' }, ['今天', '后天发'])).toMatchObject([{ end: 2 }]);
  });

  it('is a greeting only where the stage says so: a welcome message stands for that alone', () => {
    expect(missing({ id: 'a', scope: { stages: ['closing'] } }, ['今天发'], true)).toHaveLength(1);
    expect(missing({ id: 'a' }, ['今天发'], true)).toHaveLength(1);
    expect(missing({ id: 'a', scope: { stages: ['greeting'] } }, ['今天发'], true)).toEqual([]);
  });

  it('is asked of our side, named or not', () => {
    expect(missing({ id: 'a', scope: { by: ['buyer'] } }, ['今天发'])).toEqual([]);
    const one = rule({ id: 'a', kind: 'required', phrases: ['谢谢'] });
    expect(missingPhrases([one], { replies: ['今天发'], welcomed: false }, { by: 'unknown' })).toHaveLength(
      1,
    );
    expect(missingPhrases([one], { replies: ['今天发'], welcomed: false }, { by: 'buyer' })).toEqual([]);
  });

  it('is not missing where nothing was said', () => expect(missing({ id: 'a' }, [])).toEqual([]));
});

describe('how alike two replies are', () => {
  it('counts runs of two characters that both hold', () => {
    expect(similarity('一二三四五', '一二三四六')).toBeCloseTo(3 / 5);
    expect(similarity('一二三', '一二三四')).toBeCloseTo(2 / 3);
    expect(similarity('亲，一二三哦', '一二三')).toBe(1);
    expect(similarity('一二三', '三二一')).toBe(0);
    expect(similarity('', '一二三')).toBe(0);
    expect(similarity('一二三', '')).toBe(0);
    expect(similarity('', '')).toBe(0);
  });

  it('is enough at 0.85, and matters from eight characters on', () => {
    const again = [rule({ id: 'again', kind: 'repeat' })];
    const says = (reply: string, before: string) => repeats(again, reply, [before], { by: 'agent' }).length;
    // 17 of 20 runs are shared.
    expect(
      similarity('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申', '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未酉戌'),
    ).toBeCloseTo(17 / 20);
    expect(says('甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申', '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未酉戌')).toBe(
      1,
    );
    expect(says('甲乙丙丁戊己庚辛', '甲乙丙丁戊己庚辛')).toBe(1);
    expect(says('甲乙丙丁戊己庚', '甲乙丙丁戊己庚')).toBe(0);
    expect(says('亲，甲乙丙丁戊己庚', '亲，甲乙丙丁戊己庚')).toBe(0);
    expect(repeats(again, '甲乙丙丁戊己庚辛', [], { by: 'agent' })).toEqual([]);
    expect(repeats(again, '甲乙丙丁戊己庚辛', ['子丑', '甲乙丙丁戊己庚辛'], { by: 'agent' })).toHaveLength(1);
    expect(repeats([rule({ id: 'a' })], '甲乙丙丁戊己庚辛', ['甲乙丙丁戊己庚辛'], { by: 'agent' })).toEqual(
      [],
    );
    expect(repeats(again, '甲乙丙丁戊己庚辛', ['甲乙丙丁戊己庚辛'], { by: 'buyer' })).toEqual([]);
  });
});

it('an empty turn is no turn', () =>
  expect(
    judgeTurn(
      [rule({ id: 'a', kind: 'non-answer', phrases: ['x'] })],
      { replies: [], earlier: [], welcomed: false },
      { by: 'agent' },
    ),
  ).toEqual([]));
