import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';
import { arrive, type Replies, showNewer } from './replies.ts';

const reply = (script: string): Suggestion => ({
  script,
  title: script,
  text: script,
  slots: [],
  score: 1,
  why: '',
  holding: false,
});
const answer = (script: string, conversation = 'c1') => ({
  conversation,
  because: '问',
  items: [reply(script)],
});
const shown = (replies: Replies) =>
  replies.kind === 'list' ? replies.items.map((item) => item.script) : replies.kind;

describe('arrive', () => {
  const list = arrive({ kind: 'none' }, answer('a'), false);

  it('shows the first answer', () => expect(shown(list)).toEqual(['a']));

  it('keeps the list still while the agent writes, and holds the newer one ready', () => {
    const frozen = arrive(list, answer('b'), true);
    expect(shown(frozen)).toEqual(['a']);
    expect(shown(showNewer(frozen))).toEqual(['b']);
    expect(showNewer(frozen)).toMatchObject({ newer: null });
  });

  it('gives way when the agent is not writing', () =>
    expect(shown(arrive(list, answer('b'), false))).toEqual(['b']));

  it('never keeps another conversation’s list', () =>
    expect(shown(arrive(list, answer('b', 'c2'), true))).toEqual(['b']));

  it('is silent when nothing fits', () =>
    expect(arrive(list, { conversation: 'c1', because: null, items: [] }, false)).toEqual({ kind: 'none' }));
});
