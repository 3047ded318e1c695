import { describe, expect, it } from 'vitest';
import type { Finding } from '../../scripts-library/screen/finding.ts';
import { type Draft, findingKey, NO_DRAFT, newFindings } from './draft.ts';
import { goneFindings, keptFindings } from './finding-log.ts';
import { afterEdit, type Dismissal, holding, type Screened, sameWords, speaking } from './screening.ts';

const finding = (rule: string, level: Finding['level'], start: number, end: number): Finding => ({
  rule,
  category: 'taboo',
  level,
  start,
  end,
  folds: [],
});
const draft = (text: string, findings: Finding[], id = 'd1', conversation = 'c1'): Draft => ({
  id,
  conversation,
  text,
  findings,
});
const dismissal = (rule: string, scope: Dismissal['scope']): Dismissal => {
  if (scope === 'shop') return { rule, scope, shop: '小店' };
  if (scope === 'conversation') return { rule, scope, conversation: 'c1' };
  return { rule, scope, draft: 'd1' };
};
const pageIn = (shop: string): Screened['page'] => ({
  kind: 'ready',
  place: { console: 'c', shop, seat: 'x' },
  conversation: { key: 'c1', buyer: null },
  order: null,
});
const rulesSpeaking = (of: Draft, dismissals: Dismissal[], page = pageIn('小店')) =>
  speaking({ draft: of, dismissals, page }).map((f) => f.rule);

describe('speaking', () => {
  const two = [finding('tone', 'hint', 0, 2), finding('claim', 'warn', 4, 6)];

  it('puts the gravest first', () => {
    expect(rulesSpeaking(draft('abcdef', two), [])).toEqual(['claim', 'tone']);
  });

  it.each([
    ['this time', 'once', draft('abcdef', two), true],
    ['this time, in the next draft', 'once', draft('abcdef', two, 'd2'), false],
    ['this conversation', 'conversation', draft('abcdef', two, 'd2'), true],
    ['this conversation, in another one', 'conversation', draft('abcdef', two, 'd2', 'c2'), false],
    ['this shop, in another conversation', 'shop', draft('abcdef', two, 'd2', 'c2'), true],
    ['told the trainer: quiet here', 'trainer', draft('abcdef', two), true],
    ['told the trainer: speaks in the next draft', 'trainer', draft('abcdef', two, 'd2'), false],
  ] as const)('dismissed for %s', (_, scope, text, quiet) => {
    const rules = rulesSpeaking(text, [dismissal('claim', scope)]);
    expect(rules.includes('claim')).toBe(!quiet);
    expect(rules).toContain('tone');
  });

  it.each([
    ['another shop', pageIn('大店')],
    ['a page that shows no shop', { kind: 'loading' }],
  ] as const)('speaks in %s, though dismissed for a shop', (_, page) => {
    expect(rulesSpeaking(draft('abcdef', two), [dismissal('claim', 'shop')], page)).toContain('claim');
  });

  it('is quiet in that shop also while no conversation is open', () => {
    const page = { kind: 'no-conversation', place: { console: 'c', shop: '小店', seat: 'x' } } as const;
    expect(rulesSpeaking(draft('abcdef', two), [dismissal('claim', 'shop')], page)).toEqual(['tone']);
  });

  it.each([
    ['once', true],
    ['trainer', true],
    ['conversation', false],
    ['shop', false],
  ] as const)('of what is forbidden, dismissed for %s', (scope, quiet) => {
    const grave = draft('abcdef', [finding('contact', 'block', 0, 2)]);
    expect(rulesSpeaking(grave, [dismissal('contact', scope)])).toEqual(quiet ? [] : ['contact']);
  });
});

describe('the gate', () => {
  const grave = finding('contact', 'block', 0, 2);
  const held = { draft: 'd1', conversation: 'c1', text: '加我微信' };

  it.each([
    ['block', ['contact']],
    ['warn', ['contact', 'claim']],
    ['hint', ['contact', 'claim', 'tone']],
    ['never', []],
  ] as const)('holding at %s', (level, rules) => {
    const all = [grave, finding('claim', 'warn', 2, 3), finding('tone', 'hint', 3, 4)];
    expect(holding(all, level).map((f) => f.rule)).toEqual(rules);
  });

  it('covers exactly the words it was released for', () => {
    expect(sameWords(held, draft('加我微信', [grave]))).toBe(true);
    expect(sameWords(held, draft('加我微信号', [grave]))).toBe(false);
    expect(sameWords(held, draft('加我微信', [grave], 'd1', 'c2'))).toBe(false);
  });

  it.each([
    ['still grave: held, with the new words', draft('加我微信吧', [grave]), [grave], 'held'],
    ['put right: edited', draft('平台内联系', []), [], 'edited'],
    ['emptied: abandoned', draft('', [], ''), [], 'abandoned'],
  ])('%s', (_, next, found, expected) => {
    const after = afterEdit(held, next, found);
    expect(after.kind === 'held' ? 'held' : after.outcome).toBe(expected);
    if (after.kind === 'held') expect(after.held.text).toBe(next.text);
  });
});

describe('what the log hears of a draft', () => {
  it('hears a finding once, wherever it moves', () => {
    const before = draft('加微信', [finding('contact', 'block', 0, 3)]);
    const after = draft('亲，加微信', [finding('contact', 'block', 2, 5)]);
    expect(findingKey(before, before.findings[0]!)).toBe(findingKey(after, after.findings[0]!));
    expect(newFindings(before, after)).toEqual([]);
    expect(goneFindings(before, after)).toEqual([]);
  });

  it('takes a finding that was logged and then silenced for neither new nor put right', () => {
    const logged = draft('加微信', [finding('contact', 'warn', 0, 3)]);
    const now = draft('亲，加微信', [finding('contact', 'warn', 2, 5), finding('tone', 'hint', 0, 1)]);
    expect(keptFindings(logged, now).map((f) => f.rule)).toEqual(['contact']);
    expect(goneFindings(logged, now)).toEqual([]);
    expect(keptFindings(NO_DRAFT, now)).toEqual([]);
  });

  it('hears what was put right, and what went with its draft', () => {
    const before = draft('加微信', [finding('contact', 'block', 0, 3)]);
    expect(goneFindings(before, draft('加购物车', [])).map((f) => f.rule)).toEqual(['contact']);
    expect(goneFindings(before, draft('加微信', before.findings as Finding[], 'd2'))).toHaveLength(1);
    expect(goneFindings(NO_DRAFT, before)).toEqual([]);
  });
});
