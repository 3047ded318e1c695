import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../../cli/profiles.ts';
import type { ChatEvent } from '../event.ts';
import { clock } from './clock.ts';
import { fromLog } from './from-log.ts';
import { log, type Seen, wall } from './log.fixture.ts';

const profiles = shippedProfiles();
const units = (events: readonly ChatEvent[], id = 'manual-mean-response') =>
  clock(fromLog(events), profiles.get(id)!).units;
const waits = (...steps: readonly Seen[]) =>
  units(log(...steps)).map(({ seconds, measured }) => [seconds, measured]);

const agent = { by: 'agent' } as const;

describe('how long it took', () => {
  it('is told by both page times, whatever this machine thinks', () => {
    expect(
      waits({ at: '10:00:03', page: '10:00:00' }, { ...agent, at: '10:01:09', page: '10:00:47' }),
    ).toEqual([[47, 'page']]);
  });
  it('else by the monotonic clock of one life', () => {
    expect(waits({ at: '10:00:00', mono: 100 }, { ...agent, at: '10:00:50', mono: 147.5 })).toEqual([
      [47.5, 'mono'],
    ]);
  });
  it('where only one has a page time too', () => {
    expect(waits({ at: '10:00:03', page: '10:00:00' }, { ...agent, at: '10:00:50' })).toEqual([[47, 'mono']]);
  });
  it('where the page only tells minutes', () => {
    const minute = { precision: 'minute' } as const;
    expect(
      waits(
        { at: '10:00:40', page: '10:00:00', ...minute },
        { ...agent, at: '10:01:10', page: '10:01:00', ...minute },
      ),
    ).toEqual([[30, 'mono']]);
  });
  it('else by wall time', () => {
    expect(
      waits({ at: '10:00:00', boot: 'b1', mono: 9000 }, { ...agent, at: '10:00:50', boot: 'b2', mono: 1 }),
    ).toEqual([[50, 'wall']]);
  });
  it('but not across a jump of the wall clock', () => {
    const steps: Seen[] = [
      { at: '10:00:00', boot: 'b1', mono: 9000 },
      { kind: 'jump', at: '10:00:30', byMs: 20_000, boot: 'b1', mono: 9010 },
      { ...agent, at: '10:00:50', boot: 'b2', mono: 1 },
    ];
    expect(waits(...steps)[0]![1]).toBe('interval');
  });
  it('is not confused by a clock that is set back', () => {
    const [unit] = units(log({ at: '10:05:00', mono: 100 }, { ...agent, at: '09:55:40', mono: 140 }));
    expect(unit).toMatchObject({ startedAt: wall('10:05:00'), answeredAt: wall('10:05:40') });
    expect(waits({ at: '10:05:00', mono: 100 }, { ...agent, at: '09:55:40', mono: 140 })).toEqual([
      [40, 'mono'],
    ]);
  });
  it.each<[string, number, Seen[]]>([
    // Nobody can tell a machine that slept, its monotonic clock standing still, from a wall clock that was set ahead.
    ['sleep that stops the monotonic clock', 3 * 3_600, [{ at: '13:00:05', mono: 105 }]],
    ['a wall clock set ahead', 3_600, [{ at: '11:00:05', mono: 105 }]],
  ])('is not told across %s', (_, seconds, [{ at, mono } = { at: '' }]) => {
    const jump: Seen = { kind: 'jump', at, mono: mono ?? 0, byMs: seconds * 1000 };
    const answered = { ...agent, at: at.replace(':05', ':30'), mono: (mono ?? 0) + 25 };
    const [unit] = units(log({ at: '10:00:00', mono: 100 }, jump, answered));
    expect(unit).toMatchObject({ measured: 'interval', counts: false });
    expect(unit?.seconds).toEqual([30, 30 + seconds]);
  });
  it('is told across a wall clock that was set back, whatever it was set to', () => {
    const jump: Seen = { kind: 'jump', at: '09:00:05', mono: 105, byMs: -3_600_000 };
    expect(waits({ at: '10:00:00', mono: 100 }, jump, { ...agent, at: '09:00:30', mono: 130 })).toEqual([
      [30, 'mono'],
    ]);
  });
  it('is told over sleep during which the monotonic clock runs', () => {
    expect(waits({ at: '10:00:00', mono: 100 }, { ...agent, at: '13:00:00', mono: 10_900 })).toEqual([
      [10_800, 'mono'],
    ]);
  });
  it('is told to the seconds by which a clock was slewed', () => {
    const jump: Seen = { kind: 'jump', at: '10:02:00', mono: 218, byMs: 2_000 };
    const [unit] = units(
      log({ at: '10:00:00', mono: 100 }, jump, { ...agent, at: '10:02:02', mono: 220 }),
      'pdd-3min-rate',
    );
    // Either way it was answered within three minutes.
    expect(unit).toMatchObject({ measured: 'interval', counts: true, met: true });
  });
  it('keeps seen and stated times in order though the clocks differ', () => {
    // This machine is a minute slow; the buyer's message has its page time, the reply has none.
    expect(waits({ at: '09:59:00', page: '10:00:00' }, { ...agent, at: '09:59:30' })).toEqual([[30, 'mono']]);
  });
});

describe('what was there before', () => {
  const known = { at: '10:00:00', page: '10:00:00' };
  const answered = { ...agent, at: '10:00:10', page: '10:00:10' };

  it('counts at its page time if it is newer than the newest known', () => {
    expect(
      waits(
        known,
        answered,
        { found: true, at: '10:05:00', page: '10:03:00' },
        { ...agent, at: '10:06:00', page: '10:06:00' },
      ),
    ).toEqual([
      [10, 'page'],
      [180, 'page'],
    ]);
  });
  it('starts nothing if it is older', () => {
    expect(waits(known, answered, { found: true, at: '10:05:00', page: '09:50:00' })).toEqual([[10, 'page']]);
  });
  it('starts nothing without a time', () => {
    expect(waits(known, answered, { found: true, at: '10:05:00' }, { ...agent, at: '10:06:00' })).toEqual([
      [10, 'page'],
    ]);
  });
  it('began between the list and the opening where the row was seen to wait', () => {
    const [, second] = units(
      log(
        known,
        answered,
        { kind: 'list', at: '10:02:00' },
        { kind: 'list', at: '10:03:00' },
        { kind: 'opened', at: '10:05:00' },
        { found: true, at: '10:05:01' },
        { ...agent, at: '10:06:00', page: '10:06:00' },
      ),
    );
    expect(second).toMatchObject({
      seconds: [60, 240],
      measured: 'interval',
      counts: false,
      startedAt: wall('10:02:00'),
      answeredAt: wall('10:06:00'),
    });
    expect(second!.reasons).toContainEqual({ kind: 'uncertain' });
  });
  it('is as uncertain as its minute', () => {
    const steps: Seen[] = [
      known,
      answered,
      { found: true, at: '10:05:00', page: '10:03:00', precision: 'minute' },
    ];
    expect(waits(...steps, { ...agent, at: '10:05:30', page: '10:05:30' })[1]).toEqual([
      [90, 150],
      'interval',
    ]);
  });
  it('is history where our side had answered it before we came', () => {
    expect(
      waits(
        { found: true, at: '10:05:00', page: '09:00:00' },
        { ...agent, found: true, at: '10:05:00', page: '09:00:30' },
        { found: true, at: '10:05:00', page: '10:03:00' },
        { ...agent, at: '10:06:00', page: '10:06:00' },
      ),
    ).toEqual([[180, 'page']]);
  });
  it('may be the answer', () => {
    expect(waits(known, { ...agent, found: true, at: '10:05:00', page: '10:01:00' })).toEqual([[60, 'page']]);
    expect(waits(known, { ...agent, found: true, at: '10:05:00' })).toEqual([[[0, 300], 'interval']]);
  });
});

describe('an uncertain wait', () => {
  const steps = (reply: string): Seen[] => [
    { kind: 'list', at: '10:02:00' },
    { kind: 'opened', at: '10:05:00' },
    { found: true, at: '10:05:00' },
    { ...agent, at: reply, page: reply },
  ];
  const verdict = (reply: string) => {
    const { counts, met } = units(log(...steps(reply)), 'pdd-3min-rate')[0]!;
    return { counts, met };
  };
  it('counts where no end of it could flip the verdict', () => {
    expect(verdict('10:04:59'.replace('04:59', '05:00'))).toEqual({ counts: true, met: true });
    expect(verdict('10:08:01')).toEqual({ counts: true, met: false });
  });
  it('is left out where one could', () => {
    expect(verdict('10:06:00')).toEqual({ counts: false, met: null });
  });
});

describe('who', () => {
  const person = (events: readonly ChatEvent[]) => units(events)[0]!.person;
  it('is whoever was on duty when the reply was seen', () => {
    expect(person(log({ at: '10:00:00' }, { ...agent, at: '10:00:10', person: 'wang' }))).toBe('wang');
    expect(person(log({ at: '10:00:00' }, { ...agent, at: '10:00:10', person: null }))).toBeNull();
  });
  it('is nobody for a reply found later, unless somebody was on duty then', () => {
    const found = { ...agent, found: true, at: '10:05:00', page: '10:01:00', person: 'li' };
    const asked = { at: '10:00:00', page: '10:00:00' };
    expect(person(log(asked, found))).toBeNull();
    const shift: Seen[] = [
      { kind: 'on', at: '09:00:00', person: 'wang' },
      { kind: 'off', at: '10:02:00', person: 'wang' },
    ];
    expect(person(log(...shift, asked, found))).toBe('wang');
  });
  it('is a seat only where the page shows it', () => {
    expect(units(log({ at: '10:00:00', seat: 'unknown' }))[0]!.seat).toBeNull();
  });
});

it('takes the log’s own 上岗 and 交班 for 京东’s left messages', () => {
  const events = log(
    { kind: 'on', at: '09:00:00' },
    { at: '10:00:00' },
    { ...agent, at: '10:00:10' },
    { kind: 'off', at: '12:00:00' },
    { at: '12:30:00' },
    { kind: 'on', at: '13:00:00' },
    { ...agent, at: '13:01:00' },
  );
  expect(clock(fromLog(events), profiles.get('jd-first-30s-rate')!).metrics).toMatchObject({
    met: 1,
    counted: 1,
    excluded: 1,
  });
});

it('prefers what was seen to come over what was found', () => {
  const twice = log(
    { at: '10:00:00', id: 'm1' },
    { found: true, at: '10:00:20', id: 'm1', boot: 'b2' },
    { ...agent, at: '10:00:30' },
  );
  expect(units(twice)[0]!.seconds).toBe(30);
  expect(units([...twice].reverse())[0]!.seconds).toBe(30);
});
