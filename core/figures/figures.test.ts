import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../../cli/profiles.ts';
import type { ChatEvent } from '../event.ts';
import { type DayAsk, type DayFigures, dayFigures } from './day.ts';
import { dayOf, daySpan, daysFrom, daysUpTo } from './days.ts';
import { peakOf } from './peak.ts';
import { addUp, answerRatio, meanWait, repeatRate, transferRate } from './ratios.ts';

const ZONE = 'Asia/Shanghai';
const at = (time: string) => Date.parse(`2026-11-20T${time}+08:00`);
const general = shippedProfiles().get('manual-mean-response')!;
const byPlatform = (id: string, ...consoles: string[]) => ({ profile: shippedProfiles().get(id)!, consoles });
const ask = {
  general,
  profiles: [byPlatform('pdd-3min-rate', 'pinduoduo'), byPlatform('jd-first-30s-rate', 'jingdong')],
  timeZone: ZONE,
  person: null,
};

const SPAN = daySpan('2026-11-20', ZONE);

let n = 0;
const event = (when: number, conversation: string, what: object, person: string | null = '小柚'): ChatEvent =>
  ({
    id: `e${++n}`,
    at: when,
    mono: when - at('00:00:00'),
    bootId: 'b',
    seq: n,
    person,
    place: { console: 'pinduoduo', shop: 's', seat: 'x' },
    conversation,
    ...what,
  }) as unknown as ChatEvent;
const says = (by: 'buyer' | 'agent', time: string, conversation: string, person?: string) =>
  event(
    at(time),
    conversation,
    {
      kind: 'message-seen',
      by,
      content: 'text',
      seen: 'live',
      sentAt: { precision: 'second', source: 'page', at: at(time) },
      signals: {
        chars: 3,
        class: 'substantive',
        greets: false,
        closes: false,
        packHash: 'p',
        signalsVersion: 1,
      },
      findings: [],
    },
    person,
  );

const DAY = [
  says('buyer', '09:00:00', 'a'),
  says('agent', '09:00:40', 'a'),
  says('buyer', '09:01:00', 'b'),
  says('buyer', '09:05:00', 'a'),
  says('agent', '09:05:20', 'a'),
  event(at('09:06:00'), 'b', { kind: 'conversation-transferred', to: '二号' }),
  says('buyer', '21:30:00', 'c'),
  event(at('21:31:00'), 'c', { kind: 'promise-made', promise: 'p', message: 'm', due: null }),
];

describe('a day', () => {
  it('counts who came, when, and how long they waited', () => {
    const day = dayFigures(DAY, ask, SPAN);
    expect(day).toMatchObject({
      received: ['a', 'b', 'c'],
      peak: 2,
      buyerMessages: 4,
      agentMessages: 2,
      transferred: 1,
      turns: 2,
      waitedSeconds: 60,
      promisesMade: 1,
    });
    expect([day.hours[9], day.hours[21], day.hours.reduce((sum, one) => sum + one, 0)]).toEqual([2, 1, 3]);
    expect(meanWait(day)).toBe(30);
    expect(answerRatio(day)).toBe(0.5);
    expect(transferRate(day)).toBeCloseTo(1 / 3);
  });

  it('holds a platform to its own chats alone', () => {
    const elsewhere = DAY.map((one) => ({
      ...one,
      id: `${one.id}x`,
      place: { ...one.place, console: 'feige' },
    }));
    expect(Object.keys(dayFigures(elsewhere, ask, SPAN).metrics)).toEqual([]);
    const { metrics } = dayFigures([...DAY, ...elsewhere], ask, SPAN);
    expect(metrics).toEqual(dayFigures(DAY, ask, SPAN).metrics);
    expect(metrics['pdd-3min-rate']?.counted).toBeGreaterThan(0);
  });

  it('counts a buyer who wrote while another chat was open, and nobody who wrote before', () => {
    const backfilled = (who: 'buyer' | 'agent', time: string) => ({
      ...says(who, time, 'd'),
      seen: 'backfill',
      at: at('11:00:00'),
    });
    const before = [backfilled('buyer', '08:00:00'), backfilled('agent', '08:01:00')] as ChatEvent[];
    const waiting = backfilled('buyer', '10:58:00') as ChatEvent;
    const listed = event(at('10:58:30'), 'd', {
      kind: 'list-seen',
      unread: 1,
      rowTime: { precision: 'none', source: 'observed' },
    });
    const answer = says('agent', '11:00:10', 'd');
    expect(dayFigures([listed, waiting, answer], ask, SPAN)).toMatchObject({
      received: ['d'],
      turns: 1,
      waitedSeconds: 130,
    });
    expect(dayFigures(before, ask, SPAN)).toMatchObject({ turns: 0 });
  });

  it('counts a wait on the day in which it began, whenever it was answered', () => {
    const next = daySpan('2026-11-21', ZONE);
    const evening = [says('buyer', '23:58:00', 'a'), says('buyer', '23:59:30', 'b')];
    // Asked again after midnight: the same wait, still that of the evening.
    const night = [
      ['buyer', '00:01:00'],
      ['agent', '00:03:00'],
    ].map(([by, time]) => {
      const message = says(by as 'buyer', time ?? '', 'a');
      const moved = message.at + 86_400_000;
      return {
        ...message,
        at: moved,
        mono: message.mono + 86_400_000,
        sentAt: { precision: 'second', source: 'page', at: moved },
      } as ChatEvent;
    });
    const all = [...evening, ...night];
    expect(dayFigures(all, ask, SPAN)).toMatchObject({
      received: ['a', 'b'],
      turns: 1,
      waitedSeconds: 300,
      waiting: ['b'],
      buyerMessages: 2,
      agentMessages: 0,
    });
    expect(dayFigures(all, ask, next)).toMatchObject({
      received: ['a'],
      turns: 0,
      waiting: [],
      buyerMessages: 1,
      agentMessages: 1,
    });
  });

  it('takes nobody for there outside of the roster, which 京东 calls a left message', () => {
    const jd = (by: 'buyer' | 'agent', time: string, conversation: string) =>
      ({
        ...says(by, time, conversation),
        place: { console: 'jingdong', shop: 's', seat: 'x' },
      }) as ChatEvent;
    const chats = [jd('buyer', '10:00:00', 'a'), jd('agent', '10:00:10', 'a'), jd('buyer', '13:00:00', 'b')];
    const counted = (shifts: DayAsk['shifts']) =>
      dayFigures(chats, { ...ask, ...(shifts && { shifts }) }, SPAN).metrics['jd-first-30s-rate'];
    const morning = { shop: null, seat: null, person: '小柚', from: at('09:00:00'), to: at('12:00:00') };
    expect(counted(undefined)).toMatchObject({ counted: 2, met: 1 });
    expect(counted([morning])).toMatchObject({ counted: 1, met: 1, excluded: 1 });
  });

  it('is one person’s where one is asked for', () => {
    const shared = [...DAY, says('buyer', '10:00:00', 'd', '阿宁'), says('agent', '10:00:05', 'd', '阿宁')];
    expect(dayFigures(shared, { ...ask, person: '阿宁' }, SPAN)).toMatchObject({
      received: ['d'],
      turns: 1,
      waitedSeconds: 5,
    });
    expect(dayFigures(shared, { ...ask, person: '小柚' }, SPAN)).toMatchObject({
      received: ['a', 'b', 'c'],
      turns: 2,
    });
  });

  it('has no mean and no ratio of nothing', () => {
    const none = dayFigures([], ask, SPAN);
    expect([meanWait(none), answerRatio(none), transferRate(none), none.peak]).toEqual([null, null, null, 0]);
  });
});

describe('the most at one moment', () => {
  const m = (conversation: string, minute: number) => ({ conversation, at: minute * 60_000 });
  it.each([
    ['one after the other', [m('a', 0), m('a', 5), m('b', 6), m('b', 9)], 1],
    ['touching in one moment', [m('a', 0), m('a', 5), m('b', 5), m('b', 9)], 2],
    ['silent for over ten minutes', [m('a', 0), m('a', 11), m('b', 5)], 1],
    ['silent for ten minutes', [m('a', 0), m('a', 10), m('b', 5)], 2],
    ['out of order', [m('b', 5), m('a', 10), m('a', 0)], 2],
  ])('%s: %#', (_, messages, most) => expect(peakOf(messages)).toBe(most));
});

describe('days together', () => {
  const day = (...received: string[]): DayFigures => ({ ...dayFigures([], ask, SPAN), received });
  it('counts who came again within the window', () => {
    expect(repeatRate([day('a'), day('b'), day('a', 'c')])).toBe(0.5);
    expect(repeatRate([day('a'), day()])).toBeNull();
    expect(repeatRate([])).toBeNull();
  });
  it('adds up, each buyer once', () => {
    const two = addUp([day('a', 'b'), day('b')]);
    expect(two.received).toEqual(['a', 'b']);
    expect(addUp([dayFigures(DAY, ask, SPAN), dayFigures(DAY, ask, SPAN)])).toMatchObject({
      waitedSeconds: 120,
      peak: 2,
    });
  });
});

describe('the calendar', () => {
  it('knows the day of a moment and the moments of a day', () => {
    expect(dayOf(at('00:00:00'), ZONE)).toBe('2026-11-20');
    expect(dayOf(at('00:00:00') - 1, ZONE)).toBe('2026-11-19');
    expect(daySpan('2026-11-20', ZONE)).toEqual({ from: at('00:00:00'), to: at('00:00:00') + 86_400_000 });
  });
  it('makes days of 23 and 25 hours where clocks change', () => {
    const hours = (day: string) => {
      const { from, to } = daySpan(day, 'Europe/Berlin');
      return (to - from) / 3_600_000;
    };
    expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-11-20')]).toEqual([23, 25, 24]);
  });
  it('counts days over a month’s end', () => {
    expect(daysFrom('2026-02-27', '2026-03-01')).toEqual(['2026-02-27', '2026-02-28', '2026-03-01']);
    expect(daysUpTo('2026-03-01', 2)).toEqual(['2026-02-28', '2026-03-01']);
    expect(daysFrom('2026-03-02', '2026-03-01')).toEqual([]);
  });
});
