import { describe, expect, it } from 'vitest';
import type { Rule } from '../rule.ts';
import { checkRules } from './check.ts';
import { rule } from './rules.for-tests.ts';

const check = (part: Partial<Rule>) => checkRules([rule({ id: 'r', phrases: ['转账'], ...part })]);
const missed = (example: string) => ({ rule: 'r', kind: 'missed', example });
const falseAlarm = (example: string) => ({ rule: 'r', kind: 'false-alarm', example });

describe("a rule's own examples", () => {
  it('hold where the rule does what they say', () => {
    expect(check({ trips: ['转账给我', '先转账'], passes: ['付款'] })).toEqual([]);
  });

  it('fail one by one', () => {
    expect(check({ trips: ['转账', '打钱', '付钱'], passes: ['转账处', '付款', '转账'] })).toEqual([
      missed('打钱'),
      missed('付钱'),
      falseAlarm('转账处'),
      falseAlarm('转账'),
    ]);
  });

  it('must be there, of both sorts', () => {
    const none = { rule: 'r', kind: 'no-example', example: '' };
    expect(check({ trips: [], passes: ['付款'] })).toEqual([none]);
    expect(check({ trips: ['转账'], passes: [] })).toEqual([none]);
    expect(check({ trips: [], passes: [] })).toEqual([none]);
  });

  it('are read where the rule speaks: its speaker, platform, stage and question', () => {
    const examples = { trips: ['转账'], passes: ['付款'] };
    expect(check({ ...examples, scope: { by: ['buyer'] } })).toEqual([]);
    expect(check({ ...examples, scope: { platforms: ['pdd', 'jd'] } })).toEqual([]);
    expect(check({ ...examples, scope: { stages: ['售后'] } })).toEqual([]);
    expect(check({ ...examples, scope: { asked: ['退{款|货}吗', '赔'] } })).toEqual([]);
    expect(check({ ...examples, scope: { by: ['buyer'], platforms: ['pdd'], stages: ['售后'] } })).toEqual(
      [],
    );
  });

  it('are judged for each rule alone', () => {
    const both = checkRules([
      rule({ id: 'a', level: 'hint', phrases: ['转账'], trips: ['转账'], passes: ['付款'] }),
      rule({ id: 'b', level: 'block', phrases: ['转'], trips: ['付款'], passes: ['转'] }),
    ]);
    expect(both.map(({ rule: id, kind }) => `${id} ${kind}`)).toEqual(['b missed', 'b false-alarm']);
  });
});

describe('rules that need a conversation', () => {
  const LONG = '您的订单正在打包，今天就能发出';

  it('a bare greeting, where the platform counts', () => {
    const bare: Partial<Rule> = { kind: 'non-answer', phrases: ['您好'], scope: { platforms: ['x'] } };
    expect(check({ ...bare, trips: ['您好'], passes: ['您好，明天发'] })).toEqual([]);
    expect(check({ ...bare, trips: ['您好，明天发'], passes: ['您好'] })).toEqual([
      missed('您好，明天发'),
      falseAlarm('您好'),
    ]);
  });

  it('a phrase that must be said', () => {
    const hello: Partial<Rule> = { kind: 'required', phrases: ['您好'], scope: { stages: ['greeting'] } };
    expect(check({ ...hello, trips: ['明天发'], passes: ['您好，明天发'] })).toEqual([]);
    expect(check({ ...hello, trips: ['您好，明天发'], passes: ['明天发'] })).toEqual([
      missed('您好，明天发'),
      falseAlarm('明天发'),
    ]);
  });

  it('the same again: an example is two replies, one a line', () => {
    const again: Partial<Rule> = { kind: 'repeat', phrases: [] };
    expect(
      check({ ...again, trips: [`${LONG}\n亲，${LONG}`], passes: [`${LONG}\n刚刚帮您查了物流在途中`] }),
    ).toEqual([]);
    expect(check({ ...again, trips: [LONG], passes: [`${LONG}\n${LONG}`] })).toEqual([
      missed(LONG),
      falseAlarm(`${LONG}\n${LONG}`),
    ]);
  });
});
