import { describe, expect, it, vi } from 'vitest';
import type { Fold } from '../rule.ts';
import { compileRules } from './compile.ts';
import { PhraseError } from './phrase.ts';
import { finderOf, rule } from './rules.for-tests.ts';
import { loadRules, loadRulesGently, screen } from './scan.ts';

const compiled = (...rules: Parameters<typeof rule>[0][]) =>
  compileRules(
    rules.map((part) => rule(part)),
    { packHash: 'h' },
  );

describe('compiled rules', () => {
  it('name their packs and say no more than the rule does', () => {
    const { version, packHash, rules, notes } = compiled({ id: 'a', phrases: ['转账'] });
    expect({ version, packHash }).toEqual({ version: 1, packHash: 'h' });
    expect(rules).toStrictEqual([
      { id: 'a', category: 'diversion', level: 'block', by: ['agent', 'robot', 'unknown'] },
    ]);
    expect(notes).toStrictEqual({ a: { title: 'a', message: 'a', why: 'a', replaces: 'sentence' } });
  });

  it('keep every condition, folded', () => {
    const { rules, notes } = compiled({
      id: 'a',
      kind: 'substitution',
      phrases: ['转账'],
      near: [
        { phrases: ['微信'], within: 4 },
        { phrases: ['我'], within: 9 },
      ],
      notAfter: ['{不|別}用'],
      notBefore: ['ＢＡ'],
      shapes: ['mobile'],
      disguised: true,
      whole: true,
      withoutFolds: ['case', 'emoji'],
      replacement: '付款',
      clause: '第一条',
      penalty: '扣分',
      scope: { by: ['buyer'], platforms: ['pdd'], stages: ['售后'], asked: ['退'], exceptNegated: true },
    });
    expect(rules).toEqual([
      {
        id: 'a',
        category: 'diversion',
        level: 'block',
        by: ['buyer'],
        replacement: '付款',
        shapes: ['mobile'],
        near: [4, 9],
        notAfter: ['不用', '别用'],
        notBefore: ['ba'],
        platforms: ['pdd'],
        stages: ['售后'],
        asked: true,
        exceptNegated: true,
        disguised: true,
        whole: true,
        without: 2 | 32768,
      },
    ]);
    expect(notes.a).toEqual({
      title: 'a',
      message: 'a',
      why: 'a',
      clause: '第一条',
      penalty: '扣分',
      replacement: '付款',
      replaces: 'hit',
    });
  });

  it('take what is false for not said', () => {
    const { rules } = compiled({ id: 'a', disguised: false, whole: false, scope: { exceptNegated: false } });
    expect(Object.keys(rules[0] ?? {})).toEqual(['id', 'category', 'level', 'by']);
  });

  it('judge texts only by the kinds that are about a text, and note all', () => {
    const { rules, notes } = compiled(
      { id: 'a', phrases: ['甲'] },
      { id: 'b', kind: 'required', phrases: ['乙'] },
      { id: 'c', kind: 'repeat' },
      { id: 'd', kind: 'non-answer', phrases: ['丙'] },
      { id: 'e', kind: 'promise', phrases: ['丁'] },
      { id: 'f', kind: 'pii', shapes: ['email'] },
      { id: 'g', kind: 'substitution', phrases: ['戊'] },
    );
    expect(rules.map(({ id }) => id)).toEqual(['a', 'e', 'f', 'g']);
    expect(Object.keys(notes)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    const engine = loadRules({ ...compiled({ id: 'b', kind: 'required', phrases: ['乙'] }) });
    expect(screen(engine, '乙', { by: 'agent' })).toEqual([]);
  });

  it('refuse a phrase whose braces do not match', () =>
    expect(() => compiled({ id: 'a', phrases: ['{甲'] })).toThrow(PhraseError));

  it('hold only those other names whose own characters some phrase holds', () => {
    expect(compiled({ id: 'a', phrases: ['加微信'] }).words).toEqual(['微信']);
    expect(compiled({ id: 'a', phrases: ['微风'] }).words).toEqual([]);
    expect(compiled({ id: 'a', phrases: ['加qq', '好评'] }).words).toEqual(['qq', '好评']);
  });

  it('look for no disguise that no rule sees through', () => {
    const held = (...withoutFolds: Fold[]) => {
      const { tables, words } = compiled({ id: 'a', phrases: ['微信', '现'], withoutFolds });
      return {
        heard: tables.sounds !== '',
        seen: /;珼现(?:;|$)/.test(tables.alike),
        split: tables.splits !== '',
        named: words.length > 0,
      };
    };
    const all = { heard: true, seen: true, split: true, named: true };
    expect(held()).toEqual(all);
    expect(held('homophone')).toEqual(all);
    expect(held('pinyin')).toEqual(all);
    expect(held('homophone', 'pinyin')).toEqual({ ...all, heard: false });
    expect(held('lookalike')).toEqual({ ...all, seen: false });
    expect(held('split')).toEqual({ ...all, split: false });
    expect(held('abbreviation')).toEqual({ ...all, named: false });
  });

  it('look for what one of several rules sees through', () => {
    const { tables } = compiled(
      { id: 'a', phrases: ['微信'], withoutFolds: ['homophone', 'pinyin', 'split'] },
      { id: 'b', phrases: ['加'] },
    );
    expect(tables.sounds).toMatch(/^jia /);
    expect(tables.sounds).not.toMatch(/;/);
    expect(tables.splits).toContain('力口加');
    expect(tables.splits).not.toContain('信');
  });

  it('say nothing for an empty phrase', () => {
    const { trie } = compiled({ id: 'a', phrases: ['', '{|甲}'] });
    expect(trie).toEqual(compiled({ id: 'a', phrases: ['甲'] }).trie);
  });

  it('can be unpacked at one go or with rests, for the same findings', async () => {
    const rules = compiled({ id: 'a', phrases: ['加微信'] });
    // A clock on which every slice is a long one.
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10));
    let rests = 0;
    const gently = await loadRulesGently(rules, async () => {
      rests++;
    });
    clock.mockRestore();
    expect(rests).toBeGreaterThan(3);
    expect(screen(gently, '请加薇信', { by: 'agent' })).toEqual(
      screen(loadRules(rules), '请加薇信', { by: 'agent' }),
    );
  });
});

describe('phrases', () => {
  it('are folded as texts are, their braces and numbers kept', () => {
    const find = finderOf('{ＶＩＰ|會員}滿#元');
    expect(find('vip满3元')).toEqual(['vip满3元']);
    expect(find('会员满十五元')).toEqual(['会员满十五元']);
    expect(find('会员满元')).toEqual([]);
  });

  it('are read backwards if Chinese, and of three to eight characters', () => {
    expect(finderOf('明天发')('发天明')).toEqual(['发天明/reversed']);
    expect(finderOf('一定明天准时发货')('货发时准天明定一')).toEqual(['货发时准天明定一/reversed']);
    expect(finderOf('我一定明天准时发货')('货发时准天明定一我')).toEqual([]);
    expect(finderOf('明天')('天明')).toEqual([]);
    expect(finderOf('abc')('cba')).toEqual([]);
    expect(finderOf('明天b')('b天明')).toEqual([]);
    expect(finderOf('天上天')('天上天')).toEqual(['天上天']);
  });

  it('are not read backwards where they excuse or a rule says so', () => {
    const excused = loadRules(compiled({ id: 'a', phrases: ['特价'], unless: ['今天特价'] }));
    expect(screen(excused, '今天特价', { by: 'agent' })).toEqual([]);
    expect(screen(excused, '特价天今', { by: 'agent' })).toHaveLength(1);
    const plain = loadRules(compiled({ id: 'a', phrases: ['明天发'], withoutFolds: ['reversed'] }));
    expect(screen(plain, '发天明', { by: 'agent' })).toEqual([]);
    expect(screen(plain, '明天发', { by: 'agent' })).toHaveLength(1);
  });
});
