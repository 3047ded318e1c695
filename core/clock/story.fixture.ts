import type { Signals } from '../event.ts';
import type { MetricProfile } from '../profile.ts';
import { readShortEvent, type ShortEvent } from '../short-form.ts';
import { type ClockAnswer, type ClockOptions, clock } from './clock.ts';
import { fromShort } from './from-short.ts';
import type { Unit } from './unit.ts';

const WHO: Readonly<Record<string, Partial<ShortEvent>>> = {
  b: { by: 'buyer' },
  a: { by: 'agent' },
  r: { by: 'robot' },
  s: { by: 'system' },
  u: { by: 'unknown' },
  t: { by: 'system', kind: 'transfer' },
  '(': { by: 'system', kind: 'session-start' },
  ')': { by: 'system', kind: 'session-end' },
};

const CLASSES: Readonly<Record<string, Signals['class']>> = {
  hi: 'greeting',
  hold: 'holding',
  bye: 'goodbye',
  ty: 'thanks',
  pic: 'non-text',
};

const STEP = /^(\S)(?:(\d+)\/)?(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(?:\.([a-z]+))?(?:#(\w+))?(?:@(\w+))?$/;

/** `10/02` for the second day of the story; the offset is the shop's. */
const atOf = (day: string, time: string, offset: string) =>
  `2026-10-${day.padStart(2, '0')}T${time}${offset}`;

/**
 * A conversation in a line: who (`b` buyer, `a` agent, `r` robot, `s` system, `u` unknown, `t` transfer, `(` and `)`
 * a session), when (`2/` for the second day, else the first), then `.hi .hold .bye .ty` for what kind of text (`.hello` greets and
 * says more),
 * `#id` and `@seat` (for a transfer, where to).
 */
export function story(line: string, conversation = 'c1', offset = '+08:00'): ShortEvent[] {
  return line
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const found = STEP.exec(word);
      const who = WHO[found?.[1] ?? ''];
      if (!found || !who) throw new Error(`no step of a story: ${word}`);
      const [, , day = '1', time = '', kind, id, seat] = found;
      const reading = readShortEvent({
        conversation,
        ...who,
        at: atOf(day, time, offset),
        text: kind,
        id,
        ...(who.kind === 'transfer' ? { to: seat } : { seat }),
      });
      if (!reading.ok) throw new Error(`${word}: ${reading.reason}`);
      return reading.event;
    });
}

export const read = (text: string): Pick<Signals, 'class' | 'greets'> => ({
  class: CLASSES[text] ?? 'substantive',
  greets: text === 'hi' || text === 'hello',
});

/** Runs stories through a profile; several are several conversations. */
export function run(
  profile: MetricProfile,
  stories: string | readonly (readonly ShortEvent[])[],
  options: ClockOptions = {},
): ClockAnswer {
  const events = typeof stories === 'string' ? story(stories) : stories.flat();
  return clock(fromShort(events, read), profile, options);
}

/** A figure as the platforms write it: 1/2 of a share, 47 of a mean, null of nothing; `+2` left out. */
export function figure({ metrics: { value, met, counted, excluded } }: ClockAnswer): string {
  const beside = excluded > 0 ? ` +${excluded}` : '';
  if (met !== undefined) return `${met}/${counted}${beside}`;
  return `${value === null ? null : Math.round(value * 1000) / 1000}${beside}`;
}

/** A unit in one word: seconds (or a dash), with a bracket where it doesn't count. */
export function short({ seconds, counts, answeredAt }: Unit): string {
  const text = seconds === null ? (answeredAt === null ? '-' : '?') : String(seconds);
  return counts ? text : `(${text})`;
}
