import { describe, expect, it } from 'vitest';
import type { MetricProfile } from '../profile.ts';
import { openWait, type WaitMessage } from './open-wait.ts';

const ANY = { answeredBy: ['agent'], minimumSubstance: 'any', goodbyeExempt: false } as const;

const WHO = { b: 'buyer', a: 'agent', r: 'robot', s: 'system', u: 'unknown' } as const;
const CLASS = { h: 'holding', g: 'greeting', t: 'thanks' } as const;

/** `b10` buyer at second 10, `a12h` the agent's holding reply, `?b10` undated history, `~b10` minute-precise history. */
function chat(story: string): WaitMessage[] {
  return story.split(' ').map((word) => {
    const [, seen, who, second, what] = /^([?~]?)([bars u])(\d+)([hgt]?)$/.exec(word)!;
    const at = Number(second) * 1000;
    return {
      by: WHO[who as keyof typeof WHO],
      at: seen === '' ? at : 600_000,
      seen: seen === '' ? 'live' : 'backfill',
      sentAt:
        seen === '?'
          ? { precision: 'none', source: 'observed' }
          : { precision: seen === '~' ? 'minute' : 'second', source: 'page', at },
      class: what ? CLASS[what as keyof typeof CLASS] : 'substantive',
    };
  });
}

const wait = (story: string, profile: Partial<MetricProfile> = {}, now = 700, listed: number | null = null) =>
  openWait(chat(story), { ...ANY, ...profile }, now * 1000, listed);

describe('openWait', () => {
  it.each([
    ['the first of several questions starts it', 'b10 b20', 690],
    ['a robot does not stop it', 'b10 r11', 690],
    ['a sender whom the page does not name neither starts nor stops it', 'u5 b10 u20', 690],
    ['a question after the reply starts again', 'b10 a20 b30', 670],
  ])('%s', (_, story, seconds) => {
    expect(wait(story)).toMatchObject({ kind: 'waiting', seconds, certainty: 'exact' });
  });

  it.each([
    ['an agent who speaks first makes nobody wait', 'a5'],
    ['answered', 'b10 a20'],
    ['a greeting answers a greeting', 'b10g a20g'],
    ['only unnamed senders', 'u5 s6'],
    ['held off, then answered', 'b10 a20h a40'],
  ])('nobody waits: %s', (_, story) => {
    expect(wait(story)).toEqual({ kind: 'nobody' });
  });

  it('shows that a holding reply stopped only the platform clock', () => {
    expect(wait('b10 a20h')).toMatchObject({ kind: 'held-off', seconds: 690 });
    expect(wait('b10 a20h b30 a40h')).toMatchObject({ kind: 'held-off', seconds: 690 });
    expect(wait('b10 a20h b30')).toMatchObject({ kind: 'waiting', seconds: 670 });
  });

  it('asks for as much substance as the profile does', () => {
    expect(wait('b10 a20g', { minimumSubstance: 'not-greeting' })).toMatchObject({ kind: 'waiting' });
    expect(wait('b10 a20h', { minimumSubstance: 'not-greeting' })).toMatchObject({ kind: 'held-off' });
    expect(wait('b10 a20h', { minimumSubstance: 'substantive' })).toMatchObject({ kind: 'waiting' });
    expect(wait('b10 r20', { answeredBy: ['agent', 'robot'] })).toEqual({ kind: 'nobody' });
  });

  it('lets a goodbye stand only where the profile does', () => {
    expect(wait('b10 a20 b30t', { goodbyeExempt: true })).toEqual({ kind: 'nobody' });
    expect(wait('b10 a20 b30t')).toMatchObject({ kind: 'waiting', seconds: 670 });
  });

  it('says at least where the start was not seen to the second', () => {
    expect(wait('?b0')).toMatchObject({ seconds: 100, certainty: 'at-least' });
    expect(wait('~b120')).toMatchObject({ seconds: 520, certainty: 'at-least' });
    expect(wait('?b0', {}, 700, 300_000)).toMatchObject({ seconds: 400, certainty: 'at-least' });
  });
});
