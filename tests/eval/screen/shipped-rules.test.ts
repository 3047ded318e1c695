import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { parse } from 'yaml';
import { readBasePack } from '../../../cli/build/read-seeds.ts';
import { ruleSchema } from '../../../scripts-library/rule.schema.ts';
import type { Rule } from '../../../scripts-library/rule.ts';
import { checkRules } from '../../../scripts-library/screen/check.ts';
import { compileRules } from '../../../scripts-library/screen/compile.ts';
import { loadRules, screen } from '../../../scripts-library/screen/scan.ts';
import { BENIGN, VIOLATIONS } from './lines.ts';

// A hang limit only: compiling all rules takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const { rules, scripts } = readBasePack() as {
  rules: Rule[];
  scripts: { id: string; body?: string; variants?: string[] }[];
};
const compiled = compileRules(rules, { packHash: 'shipped' });
const engine = loadRules(compiled);
const alarms = (text: string) =>
  screen(engine, text, { by: 'agent' }).filter(({ level }) => level !== 'hint');

const rounds = parse(readFileSync(join(import.meta.dirname, 'rounds.yml'), 'utf8')) as Record<
  string,
  string[]
>;
/** The share of a round's lines that raise an alarm. */
const share = (name: string, inside = (line: string) => line): number => {
  const lines = rounds[name] ?? [];
  return lines.filter((line) => alarms(inside(line)).length > 0).length / lines.length;
};

describe('the shipped rules', () => {
  it('are well formed, each under its own id', () => {
    for (const rule of rules) expect(ruleSchema.safeParse(rule).error?.issues ?? [], rule.id).toEqual([]);
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
  });

  it('do what their own examples say', () => expect(checkRules(rules)).toEqual([]));

  // Two bits for each way a phrase may begin are half of it: chance lets one place in 500 pass, not in 50.
  it('travel in under 570 kB', () => expect(JSON.stringify(compiled).length).toBeLessThan(570_000));

  it.each(Object.entries(VIOLATIONS))('catch %s', (category, lines) => {
    const missed = lines.filter(
      (text) => !screen(engine, text, { by: 'agent' }).some((f) => f.category === category),
    );
    expect(missed).toEqual([]);
  });

  it('leave ordinary replies alone', () =>
    expect(BENIGN.filter((text) => alarms(text).length > 0)).toEqual([]));

  it('catch nearly all that was written to try them', () => {
    expect(share('review')).toBeGreaterThan(0.97);
    expect(share('diversion')).toBeGreaterThan(0.94);
    expect(share('evading')).toBeGreaterThan(0.85);
    expect(share('evading', (line) => `亲，加我${line}`)).toBeGreaterThan(0.93);
  });

  it('leave alone nearly all that was written beside it', () => {
    expect(share('review-benign')).toBeLessThan(0.02);
    expect(share('diversion-benign')).toBeLessThan(0.025);
    expect(share('ordinary')).toBeLessThan(0.02);
  });

  it('know the platform they work on from those that lead away from it', () => {
    const said = {
      feige: ['您是在抖音上下单的吗', '抖音搜我们店铺名就能看到直播'],
      pinduoduo: ['您在拼多多下单的那一件已经发出了', '直接去拼多多店铺下单就行'],
      kuaishou: ['快手上买的都有运费险'],
      wangwang: ['淘宝上拍的订单今天发'],
    };
    const on = (platform: string, text: string) =>
      screen(engine, text, { by: 'agent', platform }).filter(({ level }) => level !== 'hint');
    for (const [platform, lines] of Object.entries(said))
      for (const line of lines) expect(on(platform, line), line).toEqual([]);
    expect(on('pinduoduo', '抖音搜我们店铺名更便宜')).not.toEqual([]);
    expect(on('feige', '直接去拼多多店铺下单就行')).not.toEqual([]);
  });

  it('object to no shipped script', () => {
    const bodies = scripts.flatMap(({ body, variants = [] }) => [
      ...(body === undefined ? [] : [body]),
      ...variants,
    ]);
    expect(bodies.filter((text) => alarms(text).length > 0)).toEqual([]);
  });

  it('underline the counter-question and hold the invitation to another app', () => {
    expect(alarms('你是不是搞错了？')).toMatchObject([
      { rule: 'taboo-counter-question', level: 'warn', start: 0, end: 7 },
    ]);
    expect(alarms('加我微信')).toMatchObject([{ category: 'diversion', level: 'block', start: 0, end: 4 }]);
  });
});
