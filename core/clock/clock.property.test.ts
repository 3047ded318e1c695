import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../../cli/profiles.ts';
import type { ChatEvent } from '../event.ts';
import type { ShortEvent } from '../short-form.ts';
import { clock } from './clock.ts';
import { explain } from './explain.ts';
import { fromLog } from './from-log.ts';
import { fromShort } from './from-short.ts';
import { log, type Seen } from './log.fixture.ts';

const profiles = [...shippedProfiles().values()];
const clockFace = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19);

const step = fc.record({
  gap: fc.nat(900),
  by: fc.constantFrom('buyer', 'buyer', 'agent', 'agent', 'robot', 'system', 'unknown'),
  kind: fc.constantFrom(
    'message',
    'message',
    'message',
    'message',
    'message',
    'transfer',
    'list',
    'opened',
    'on',
    'off',
  ),
  conversation: fc.constantFrom('c1', 'c2', 'c3'),
  found: fc.boolean(),
  paged: fc.constantFrom('second', 'minute', 'none'),
  class: fc.constantFrom('substantive', 'greeting', 'holding', 'thanks'),
  seat: fc.constantFrom('A', 'B'),
} as const);

/** A day's log as one writer makes it: times never go back. */
const day = fc.array(step, { maxLength: 40 }).map((steps) => {
  let now = 7 * 3600;
  return log(
    ...steps.map(({ gap, paged, ...rest }): Seen => {
      now = Math.min(now + gap, 86_399);
      const at = clockFace(now);
      return { ...rest, at, ...(paged === 'none' ? {} : { page: at, precision: paged }) };
    }),
  );
});

const answers = (events: readonly ChatEvent[]) =>
  profiles.map((profile) => {
    const { units, metrics } = clock(fromLog(events), profile);
    const told = units.map((unit) => [
      unit.conversation,
      unit.startedAt,
      unit.seconds,
      unit.counts,
      explain(unit, profile, 'en'),
    ]);
    return { told, metrics };
  });

describe('a log', () => {
  it('is the same in any order', () => {
    fc.assert(
      fc.property(
        day.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          expect(answers(shuffled)).toEqual(answers(events));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same with repetitions', () => {
    fc.assert(
      fc.property(
        day.chain((events) => fc.tuple(fc.constant(events), fc.subarray(events))),
        ([events, again]) => {
          expect(answers([...events, ...structuredClone(again)])).toEqual(answers(events));
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('a figure', () => {
  it('is the same when its words are gone: the recorded signals score it again', () => {
    fc.assert(
      fc.property(day, (events) => {
        const worded = events.map((event) =>
          event.kind === 'message-seen' ? { ...event, text: '亲，在的，您的手机号是 13800000000 吗' } : event,
        );
        expect(answers(worded)).toEqual(answers(events));
      }),
      { numRuns: 30 },
    );
  });

  it('is the same in whatever chunks it comes, overlapping or not', () => {
    fc.assert(
      fc.property(day, fc.array(fc.nat(40), { maxLength: 6 }), (events, cuts) => {
        const edges = [
          0,
          ...cuts.map((cut) => Math.min(cut, events.length)).sort((a, b) => a - b),
          events.length,
        ];
        const chunks = edges.slice(1).map((end, at) => events.slice(Math.max(0, (edges[at] ?? 0) - 2), end));
        expect(answers(chunks.flat())).toEqual(answers(events));
      }),
      { numRuns: 30 },
    );
  });

  it('is what its units make, every unit being counted or left out', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...profiles), (events, profile) => {
        const { units, metrics } = clock(fromLog(events), profile);
        const counted = units.filter(({ counts }) => counts);
        expect(metrics.counted + metrics.excluded).toBe(units.length);
        expect(metrics.counted).toBe(counted.length);
        if (metrics.unit === 'ratio') expect(metrics.met).toBe(counted.filter(({ met }) => met).length);
        else if (metrics.value !== null) {
          const mean = counted.reduce((sum, { seconds }) => sum + Number(seconds), 0) / counted.length;
          expect(metrics.value).toBeCloseTo(mean, 6);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('never counts a wait that is negative, over the cap or longer than it was', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...profiles), (events, profile) => {
        for (const { seconds, counts, answeredAt, startedAt, reasons } of clock(fromLog(events), profile)
          .units) {
          if (counts && typeof seconds === 'number') {
            expect(seconds).toBeGreaterThanOrEqual(0);
            expect(seconds).toBeLessThanOrEqual(profile.capSeconds ?? 86_400);
          }
          if (answeredAt !== null) expect(answeredAt).toBeGreaterThanOrEqual(startedAt);
          if (!counts) expect(reasons.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is never exact across a clock that went ahead, and never negative', () => {
    const steps = fc.array(
      fc.record({
        gap: fc.nat(600),
        by: fc.constantFrom('buyer', 'agent'),
        /** Seconds by which the wall clock moves before it. */
        move: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: -3_600, max: 3_600 })),
      } as const),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(steps, (all) => {
        let [now, mono] = [12 * 3_600, 1_000];
        const events = log(
          ...all.flatMap(({ gap, by, move }): Seen[] => {
            now = Math.max(0, Math.min(now + gap + move, 86_399));
            mono += gap;
            const at = clockFace(now);
            const jump: Seen = { kind: 'jump', at, mono, byMs: move * 1000 };
            return Math.abs(move) < 2 ? [{ by, at, mono }] : [jump, { by, at, mono }];
          }),
        );
        for (const profile of profiles)
          for (const { seconds, measured, start, answer } of clock(fromLog(events), profile).units) {
            const [low, high] = Array.isArray(seconds) ? seconds : [seconds ?? 0, seconds ?? 0];
            expect(low).toBeGreaterThanOrEqual(0);
            expect(high).toBeGreaterThanOrEqual(low);
            if (measured !== 'mono' || !answer) continue;
            const between = events.slice(start.seq ?? 0, answer.seq ?? 0);
            const ahead = between.some((event) => event.kind === 'clock-jumped' && event.byMs > 0);
            // One that was set ahead and back again within a wait may look as if it had not been.
            const back = between.some((event) => event.kind === 'clock-jumped' && event.byMs < 0);
            expect(ahead && !back).toBe(false);
          }
      }),
      { numRuns: 300 },
    );
  });

  it('hears nothing from senders whom the page does not name', () => {
    fc.assert(
      fc.property(day, (events) => {
        const unnamed = events.map((event) =>
          event.kind === 'message-seen' ? { ...event, by: 'unknown' as const } : event,
        );
        for (const profile of profiles) expect(clock(fromLog(unnamed), profile).units).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });
});

it('reads lines in any order where no two share a moment', () => {
  const line = fc.record({
    by: fc.constantFrom('buyer', 'agent', 'robot'),
    conversation: fc.constantFrom('c1', 'c2'),
  } as const);
  const lines = fc.array(line, { maxLength: 30 }).map((all) =>
    all.map(
      (each, i): ShortEvent => ({
        ...each,
        kind: 'message',
        at: '',
        ms: Date.parse('2026-10-01T10:00:00+08:00') + i * 37_000,
        precision: 'second',
      }),
    ),
  );
  const figures = (events: readonly ShortEvent[]) =>
    profiles.map(
      (profile) =>
        clock(
          fromShort(events, () => ({ class: 'substantive', greets: false })),
          profile,
        ).metrics,
    );
  fc.assert(
    fc.property(
      lines.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
      ([all, shuffled]) => {
        expect(figures(shuffled)).toEqual(figures(all));
      },
    ),
    { numRuns: 100 },
  );
});
