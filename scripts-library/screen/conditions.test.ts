import { describe, expect, it } from 'vitest';
import type { Rule } from '../rule.ts';
import type { ScreenContext } from './finding.ts';
import { engineOf, lazily, rule } from './rules.for-tests.ts';
import { screen } from './scan.ts';

type Part = Partial<Rule>;
/** What rules select in a text, each place as the rule's id and the words. */
const finding = (...rules: readonly Part[]) => {
  const engine = lazily(() => engineOf(...rules.map((part, i) => rule({ id: 'abcdef'.charAt(i), ...part }))));
  return (text: string, context: Partial<ScreenContext> = {}): string[] =>
    screen(engine(), text, { by: 'agent', ...context }).map(
      ({ rule: id, start, end }) => `${id} ${text.slice(start, end)}`,
    );
};

describe('a rule speaks', () => {
  it('on its platforms only, if it names any', () => {
    const find = finding({ phrases: ['转账'], scope: { platforms: ['pdd', 'jd'] } });
    expect(find('转账', { platform: 'jd' })).toEqual(['a 转账']);
    expect(find('转账', { platform: 'feige' })).toEqual([]);
    expect(find('转账')).toEqual([]);
  });
  it('of other platforms than the one it is said on, if it is told so', () => {
    const phrases = ['{抖音|快手|闲鱼|}{上|}{买|搜我们}'];
    const find = finding({ phrases, scope: { exceptOwnPlatform: true } }, { phrases: ['快手搜'] });
    expect(find('抖音上买', { platform: 'kuaishou' })).toEqual(['a 抖音上买']);
    expect(find('抖音上买', { platform: 'feige' })).toEqual([]);
    expect(find('快手搜我们', { platform: 'kuaishou' })).toEqual(['b 快手搜']);
    for (const platform of ['feige', 'own-shop.example'])
      expect(find('闲鱼上买', { platform }), platform).toEqual(['a 闲鱼上买']);
    expect(find('抖音上买')).toEqual(['a 抖音上买']);
    expect(find('上买', { platform: 'feige' })).toEqual(['a 上买']);
  });
  it('of the own platform too where another one is named beside it', () => {
    const find = finding({ phrases: ['抖音搜#店', '抖音搜{淘宝|}店'], scope: { exceptOwnPlatform: true } });
    expect(find('抖音搜店', { platform: 'feige' })).toEqual([]);
    expect(find('抖音搜淘宝店', { platform: 'feige' })).toEqual(['a 抖音搜淘宝店']);
  });
  it('at its stages only, if it names any', () => {
    const find = finding({ phrases: ['转账'], scope: { stages: ['售后'] } });
    expect(find('转账', { stage: '售后' })).toEqual(['a 转账']);
    expect(find('转账', { stage: '售前' })).toEqual([]);
    expect(find('转账')).toEqual([]);
  });
  it('of our side where it names nobody, the robot included', () => {
    const find = finding({ phrases: ['转账'] });
    for (const by of ['agent', 'robot', 'unknown'] as const)
      expect(find('转账', { by }), by).toEqual(['a 转账']);
    expect(find('转账', { by: 'buyer' })).toEqual([]);
  });
  it('after its question only, and never of the question’s words', () => {
    const find = finding({ phrases: ['随便'], scope: { asked: ['退吗'] } }, { phrases: ['快点'] });
    expect(find('随便', { asked: '能退吗' })).toEqual(['a 随便']);
    expect(find('随便', { asked: '随便' })).toEqual([]);
    expect(find('随便')).toEqual([]);
    expect(find('退吗', { asked: '退吗' })).toEqual([]);
    expect(find('快点', { asked: '能退吗' })).toEqual(['b 快点']);
    expect(find('快点，随便', { asked: '能退吗，快点' })).toEqual(['b 快点', 'a 随便']);
    expect(find('随便随便', { asked: '能退吗'.repeat(200) })).toEqual(['a 随便', 'a 随便']);
  });
});

describe('an excuse', () => {
  const find = finding({ phrases: ['加微信', '微信号'], unless: ['参加微信活动', '微信号段'] });
  it('drops what lies within it', () => {
    expect(find('参加微信活动')).toEqual([]);
    expect(find('微信号段')).toEqual([]);
    expect(find('参 加 微信活动')).toEqual([]);
  });
  it('and nothing that goes beyond it', () => {
    expect(find('参加微信')).toEqual(['a 加微信']);
    expect(find('加微信号段')).toEqual(['a 加微信']);
    expect(find('加微信，参加微信活动')).toEqual(['a 加微信']);
    expect(find('参加微信活动，加微信')).toEqual(['a 加微信']);
  });
  it('is none where it only sounds, looks or is spelt so', () => {
    expect(find('餐加微信活动')).toEqual(['a 加微信']);
    expect(find('can加微信活动')).toEqual(['a 加微信']);
  });
  it('is the rule’s own', () => {
    const both = finding(
      { phrases: ['加微信'], unless: ['参加微信'] },
      { category: 'payment', phrases: ['加微信'] },
    );
    expect(both('参加微信')).toEqual(['b 加微信']);
  });
  it('of all hits is none by itself', () => {
    expect(finding({ phrases: ['转账'], unless: ['活动'] })('活动')).toEqual([]);
  });
});

describe('something that must stand near', () => {
  const near = (within: number, ...more: { phrases: string[]; within: number }[]) =>
    finding({ phrases: ['好评'], near: [{ phrases: ['红包', '返现'], within }, ...more] });

  it('may stand on either side, so many characters away', () => {
    expect(near(3)('好评一二三红包')).toEqual(['a 好评一二三红包']);
    expect(near(3)('好评一二三四红包')).toEqual([]);
    expect(near(3)('红包一二三好评')).toEqual(['a 红包一二三好评']);
    expect(near(3)('红包一二三四好评')).toEqual([]);
    expect(near(0)('好评红包')).toEqual(['a 好评红包']);
    expect(near(0)('红包好评')).toEqual(['a 红包好评']);
    expect(near(9)('好评')).toEqual([]);
    expect(near(9)('红包')).toEqual([]);
  });
  it('is farther away over the end of a sentence or line, not over a comma', () => {
    expect(near(6)('好评。红包')).toEqual(['a 好评。红包']);
    expect(near(5)('好评。红包')).toEqual([]);
    expect(near(6)('红包\n好评')).toEqual(['a 红包\n好评']);
    expect(near(5)('红包\n好评')).toEqual([]);
    expect(near(0)('好评，红包')).toEqual(['a 好评，红包']);
    expect(near(12)('好评。天。红包')).toEqual([]);
    expect(near(13)('好评。天。红包')).toEqual(['a 好评。天。红包']);
    expect(near(1)('。好评天红包')).toEqual(['a 好评天红包']);
    expect(near(7)('好评天天天天天天       红包')).toEqual([]);
  });
  it('is the nearest of several', () => {
    expect(near(9)('红包天天天好评天返现')).toEqual(['a 好评天返现']);
    expect(near(9)('红包天好评天天天返现')).toEqual(['a 红包天好评']);
  });
  it('is beside it, not within or across', () => {
    expect(
      finding({ phrases: ['好评红包'], near: [{ phrases: ['红包', '包邮'], within: 5 }] })('好评红包邮'),
    ).toEqual([]);
    expect(
      finding({ phrases: ['好评红包'], near: [{ phrases: ['红包', '包邮'], within: 5 }] })('好评红包包邮'),
    ).toEqual(['a 好评红包包邮']);
  });
  it('is all that must', () => {
    const find = near(3, { phrases: ['截图'], within: 3 });
    expect(find('好评红包')).toEqual([]);
    expect(find('好评截图')).toEqual([]);
    expect(find('截图好评红包')).toEqual(['a 截图好评红包']);
    expect(find('好评红包截图')).toEqual(['a 好评红包截图']);
  });
  it('takes its folds with it', () => {
    const engine = engineOf(
      rule({
        id: 'a',
        phrases: ['好评'],
        near: [{ phrases: ['红包'], within: 5 }],
        withoutFolds: ['lookalike'],
      }),
    );
    const [found] = screen(engine, '好 评紅包', { by: 'agent' });
    expect(found?.folds).toEqual(['traditional', 'separator']);
  });
});

describe('a denial', () => {
  it('of the one or the other denies both', () => {
    const find = finding({
      phrases: ['好评'],
      near: [{ phrases: ['红包'], within: 8 }],
      scope: { exceptNegated: true },
    });
    expect(find('好评有红包')).toEqual(['a 好评有红包']);
    expect(find('好评没有红包')).toEqual([]);
    expect(find('没有好评红包')).toEqual([]);
  });
  it('counts only where the rule says so', () => {
    expect(finding({ phrases: ['返现'] })('没有返现')).toEqual(['a 返现']);
    expect(finding({ phrases: ['返现'], scope: { exceptNegated: true } })('没有返现')).toEqual([]);
  });
});

describe('what stands right beside', () => {
  const find = finding({ phrases: ['加'], notAfter: ['参', '更'], notBefore: ['班', '急单'] });
  it('excuses', () => {
    for (const text of ['参加', '更加', '加班', '加急单', '参加班']) expect(find(text), text).toEqual([]);
    for (const text of ['加', '加急', '再加', '参，加', '加，班']) expect(find(text), text).toEqual(['a 加']);
  });
});

describe('a rule of disguises', () => {
  const find = finding({ phrases: ['微信聊'], disguised: true });
  it('lets pass what a keyboard does by itself', () => {
    for (const text of ['微信聊', '微微信聊']) expect(find(text), text).toEqual([]);
    for (const text of ['微.信聊', '微信\u200b聊', 'wei信聊']) expect(find(text), text).toHaveLength(1);
  });
});

describe('a rule without a fold', () => {
  it('is not tripped where it takes that', () => {
    const find = finding({
      phrases: ['转账给'],
      shapes: ['mobile'],
      withoutFolds: ['separator', 'homophone'],
    });
    expect(find('转账给')).toEqual(['a 转账给']);
    expect(find('转 账给')).toEqual([]);
    expect(find('赚账给')).toEqual([]);
    expect(find('13912345678')).toEqual(['a 13912345678']);
    expect(find('139 1234 5678')).toEqual([]);
    expect(find('转账给13912345678')).toEqual(['a 转账给', 'a 13912345678']);
  });
});

describe('shapes', () => {
  it('are each the rule’s that names them', () => {
    const find = finding({ shapes: ['mobile'] }, { shapes: ['email'] }, { phrases: ['电话'] });
    expect(find('电话13912345678，a1@b.com')).toEqual(['c 电话', 'a 13912345678', 'b a1@b.com']);
    expect(find('12345')).toEqual([]);
    expect(finding({ phrases: ['电话'] })('13912345678')).toEqual([]);
  });
  it('of five signs are the shortest', () => {
    expect(finding({ shapes: ['account'] })('微信号：a1234')).toEqual([]);
    expect(finding({ shapes: ['account'] })('微信号：abc123')).toEqual(['a abc123']);
    expect(finding({ shapes: ['account'] })('QQ：12345')).toEqual(['a 12345']);
    expect(finding({ shapes: ['mobile'] })('一三九一二三四五六七八')).toEqual(['a 一三九一二三四五六七八']);
    expect(finding({ shapes: ['email'] })('a@b.cn')).toEqual([]);
  });
});

describe('in one place', () => {
  it('one rule speaks once: with the fewest folds, then the longest, then the first', () => {
    expect(finding({ phrases: ['天天发', '发货'] })('天天发货')).toEqual(['a 天天发']);
    expect(finding({ phrases: ['天发', '发货'] })('天发货')).toEqual(['a 天发']);
    expect(finding({ phrases: ['天发', '发货'] })('天 发货')).toEqual(['a 发货']);
    expect(finding({ phrases: ['天发', '发货'] })('发货天发')).toEqual(['a 发货', 'a 天发']);
  });
  it('of one category the severest speaks, then the longest, then the first', () => {
    const of = (level: Rule['level'], ...phrases: string[]): Part => ({ level, phrases });
    expect(finding(of('warn', '天发'), of('warn', '发货吧'))('天发货吧')).toEqual(['b 发货吧']);
    expect(finding(of('warn', '发货'), of('warn', '天发'))('天发货')).toEqual(['b 天发']);
    expect(finding(of('hint', '天发货'), of('warn', '发货'))('天发货')).toEqual(['b 发货']);
    expect(finding(of('block', '发货'), of('warn', '天发货'), of('hint', '天'))('天发货')).toEqual([
      'c 天',
      'a 发货',
    ]);
    expect(finding(of('warn', '货'), of('hint', '天'))('天发货')).toEqual(['b 天', 'a 货']);
    expect(finding(of('warn', '天发'), of('warn', '发'))('天发发')).toEqual(['a 天发', 'b 发']);
  });
  it('each category speaks for itself, in text order, the shorter first', () => {
    const find = finding(
      { category: 'payment', phrases: ['天发货'] },
      { category: 'diversion', phrases: ['天发'] },
      { category: 'promise', phrases: ['发货'] },
    );
    expect(find('天发货')).toEqual(['b 天发', 'a 天发货', 'c 发货']);
  });
});

it('a finding tells what to write instead, if the rule does', () => {
  const [plain] = screen(engineOf(rule({ id: 'a', phrases: ['天发'] })), '亲天发', { by: 'agent' });
  expect(plain).toStrictEqual({
    rule: 'a',
    category: 'diversion',
    level: 'block',
    start: 1,
    end: 3,
    folds: [],
  });
  const [other] = screen(engineOf(rule({ id: 'a', phrases: ['天发'], replacement: '尽快' })), '天发', {
    by: 'agent',
  });
  expect(other?.replacement).toBe('尽快');
});
