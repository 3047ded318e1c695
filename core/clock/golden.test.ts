import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../../cli/profiles.ts';
import type { ShortEvent } from '../short-form.ts';
import type { ClockOptions } from './clock.ts';
import { figure, run as runProfile, short, story } from './story.fixture.ts';

const profiles = shippedProfiles();
const run = (id: string, stories: string | readonly (readonly ShortEvent[])[], options?: ClockOptions) =>
  runProfile(profiles.get(id)!, stories, options);

/** Each line: what it shows, the story, and the figure (met/counted or mean; `+n` units left out). */
type Golden = readonly (readonly [string, string, string])[];

function golden(profile: string, lines: Golden): void {
  describe(profile, () => {
    it.each(lines)('%s', (_, line, expected) => {
      expect(figure(run(profile, line))).toBe(expected);
    });
  });
}

golden('manual-mean-response', [
  ['from the first of several questions', 'b10:10:15 b10:15:20 a10:18:10', '475'],
  ['every turn, not only the first', 'b10:00:00 a10:00:47 b10:05:00 a10:05:13', '30'],
  ['an unanswered turn stays beside', 'b10:00:00 a10:00:40 b10:05:00', '40 +1'],
  [
    'welcome, robot, system and unnamed senders do not answer',
    'b10:00:00 r10:00:01.hi r10:00:03 s10:00:05 u10:00:09 a10:00:47',
    '47',
  ],
  ['an unnamed sender starts nothing', 'u10:00:00 a10:00:47', 'null'],
  ['an agent who speaks first makes nobody wait', 'a10:00:00 b10:01:00 a10:01:20', '20'],
  ['a greeting is a reply here', 'b10:00:00 a10:00:10.hi', '10'],
  ['a goodbye counts, for the manual exempts none', 'b10:00:00 a10:00:10 b10:01:00.ty a10:01:30', '20'],
  ['across midnight', 'b23:59:30 a2/00:00:10', '40'],
  ['a transfer changes nothing for the buyer', 'b10:00:00 t10:00:20@B a10:01:00', '60'],
  ['the same event twice', 'b10:00:00#m1 b10:00:00#m1 a10:00:47#m2 a10:00:47#m2', '47'],
  ['lines out of order', 'a10:00:47 b10:05:00 b10:00:00 a10:05:13', '30'],
  ['fractions of seconds', 'b10:00:00.250 a10:00:01', '0.75'],
  ['nothing at all', 'a10:00:00', 'null'],
]);

golden('taobao-3min-rate', [
  ['asked twice, answered late: none of one', 'b10:10:15 b10:15:20 a10:18:10', '0/1'],
  ['and the next turn in time: one of two', 'b10:10:15 b10:15:20 a10:18:10 b10:18:30 a10:19:00', '1/2'],
  [
    'ten questions unanswered until midnight are one turn',
    'b10:00:00 b10:00:20 b10:00:40 b10:01:00 b10:01:20 b10:01:40 b10:02:00 b10:02:20 b10:02:40 b10:03:00',
    '0/1',
  ],
  ['exactly three minutes are within', 'b10:00:00 a10:03:00', '1/1'],
  ['a second more is not', 'b10:00:00 a10:03:01', '0/1'],
  ['a night message answered next morning is not counted', 'b23:30:00 a2/08:00:20', '0/0 +1'],
  ['23:00 is night, 22:59:59 is not', 'b22:59:59 a23:00:30 b23:00:40 a23:00:50', '1/1 +1'],
  ['8:00 is day, 7:59:59 is not', 'b07:59:59 a07:59:59.500 b08:00:00 a08:00:10', '1/1 +1'],
  ['a night question does not swallow a morning one', 'b02:00:00 b08:30:00 a08:30:20', '1/1 +1'],
  ['a robot does not answer', 'b10:00:00 r10:00:02 a10:05:00', '0/1'],
  ['a turn that only a robot answered is missed', 'b10:00:00 r10:00:02', '0/1'],
  [
    'a transfer without a reply is missed on the first account',
    'b10:00:00 t10:00:30@B b10:01:00 a10:01:20',
    '1/2',
  ],
]);

golden('taobao-average-response', [
  ['no turn counts for more than ten minutes', 'b10:00:00 a10:20:00 b11:00:00 a11:00:20', '310'],
  ['an unanswered turn counts ten minutes', 'b10:00:00 a10:00:20 b11:00:00', '310'],
  ['unanswered on the day, though answered the next', 'b22:00:00 b2/09:00:00 a2/09:00:30', '315'],
  ['welcome ignored', 'b10:00:00 r10:00:01.hi a10:00:47', '47'],
  ['a welcome does not settle a turn', 'b10:00:00 r10:00:01.hi', '600'],
  ['nor does a long one', 'b10:00:00 r10:00:01.hello', '600'],
  ['but what a robot says later does', 'b10:00:00 r10:00:01.hello r10:00:09.hello', 'null +1'],
  ['what a full-auto robot handled is in neither part', 'b10:00:00 r10:00:02 b11:00:00.pic', 'null +1'],
  ['a night message is not counted', 'b23:10:00 a2/08:10:00', 'null +1'],
  ['a transfer without a reply stays with the first account', 'b10:00:00 t10:00:30@B a10:01:00', '600'],
  ['a transfer after the reply costs nothing', 'b10:00:00 a10:00:20 t10:00:30@B', '20'],
  ['accounts seen by seat', 'b10:00:00@A b10:02:00@B a10:02:20@B', '310'],
]);

golden('jd-first-30s-rate', [
  ['8:56 start, 9:01 answer is not counted', 'b08:56:00 a09:01:00', '0/0 +1'],
  ['though the buyer only asked after nine', '(08:56:00 b09:00:30 a09:00:50', '0/0 +1'],
  ['nine sharp counts', 'b09:00:00 a09:00:30', '1/1'],
  ['only the first answer of a session', 'b10:00:00 a10:00:20 b10:02:00 a10:08:00', '1/1'],
  [
    'ten minutes after the close: the same session',
    'b10:00:00 a10:00:20 )10:05:00 b10:15:00 a10:20:00',
    '1/1',
  ],
  ['a second later: a new one', 'b10:00:00 a10:00:20 )10:05:00 b10:15:01 a10:20:00', '1/2'],
  ['without a close the pause decides', 'b10:00:00 a10:00:20 b10:10:20 a10:12:00', '1/1'],
  ['a longer pause', 'b10:00:00 a10:00:20 b10:10:21 a10:12:00', '1/2'],
  ['a reply after a long wait is still that session', 'b10:00:00 a10:30:00 b10:31:00 a10:40:00', '0/1'],
  ['a robot does not answer', 'b10:00:00 r10:00:01 a10:00:31', '0/1'],
  ['unanswered', 'b10:00:00', '0/1'],
  ['unanswered, then a new session', 'b10:00:00 b10:30:00 a10:30:10', '1/2'],
  ['our own word does not carry a session over', 'b10:00:00 a10:00:20 a15:00:00 b15:01:00 a15:03:00', '1/2'],
]);

golden('jd-average-response', [
  ['every turn of a session that began in the hours', 'b22:59:00 a22:59:20 b23:00:10 a23:00:50', '30'],
  ['a night session is left out', 'b08:56:00 a09:01:00 b09:02:00 a09:02:10', 'null +2'],
  ['unanswered turns beside', 'b10:00:00 a10:00:20 b10:01:00', '20 +1'],
]);

describe('jd-leave-message-rate', () => {
  const at = (time: string) => Date.parse(`2026-10-01T${time}+08:00`);
  const shifts = [{ shop: null, seat: null, person: 'p1', from: at('09:00'), to: at('12:00') }];
  it.each([
    ['who came while nobody was there is one of two', 'b10:00:00 a10:00:20 b13:00:00 a14:00:00', '1/2', 0.5],
    ['answered or not', 'b10:00:00 b13:00:00', '1/2', 0.5],
    ['the shift’s end is outside of it', 'b11:59:59 b12:30:00 b13:00:00', '1/3', 2 / 3],
  ])('%s', (_, line, expected, value) => {
    const answer = run('jd-leave-message-rate', line, { shifts });
    expect(figure(answer)).toBe(expected);
    expect(answer.metrics.value).toBeCloseTo(value, 10);
  });
  it('says that it cannot tell where nobody knows who was on duty', () => {
    const answer = run('jd-leave-message-rate', 'b10:00:00 a10:00:20');
    expect(answer.metrics).toMatchObject({ value: null, counted: 0, excluded: 1 });
    expect(answer.units[0]?.reasons).toContainEqual({ kind: 'duty-unknown' });
  });
});

golden('manual-5min-rate', [
  ['five minutes sharp', 'b10:00:00 b10:04:00 a10:05:00', '1/1'],
  ['a second more, and nobody at all', 'b10:00:00 a10:05:01 b11:00:00', '0/2'],
]);

golden('kuaishou-5min-rate', [
  ['a robot answers here', 'b10:00:00 r10:00:01', '1/1'],
  ['up to midnight', 'b23:59:00 a2/00:03:00 b2/00:10:00 a2/00:10:05', '1/1 +1'],
]);

golden('pdd-valid-reply-rate', [['an hour for each message', 'b10:00:00 b10:30:00 a11:00:01', '1/2']]);

golden('walmart-48h-rate', [['two days sharp', 'b1/10:00:00 a3/10:00:00 b3/10:01:00 a5/10:01:01', '1/2']]);

golden('douyin-3min-rate-message', [
  ['each message has its own clock', 'b10:00:00 b10:02:00 a10:04:00', '1/2'],
  [
    'eight sharp counts, 23:00 does not',
    'b08:00:00 a08:00:10 b22:59:59 a23:00:10 b23:00:00 a23:00:30',
    '2/2 +1',
  ],
  ['keyword replies are not human', 'b10:00:00 r10:00:01 a10:04:00', '0/1'],
  ['a session that only a robot served is left out', 'b10:00:00 r10:00:01 b10:01:00 r10:01:01', '0/0 +2'],
  ['unanswered after a human reply is missed', 'b10:00:00 a10:00:20 b10:05:00 r10:05:01', '1/2'],
]);

golden('douyin-3min-rate-session', [
  ['the first message of a session decides', 'b10:00:00 b10:02:00 a10:02:30 b10:05:00 a10:30:00', '1/1'],
  [
    'sessions as the console says',
    '(10:00:00 b10:00:01 a10:00:20 )10:10:00 (15:00:00 b15:00:01 a15:04:00',
    '1/2',
  ],
  ['a robot session is left out', 'b10:00:00 r10:00:01', '0/0 +1'],
  ['nobody answered', 'b10:00:00', '0/1'],
]);

golden('douyin-first-response', [
  [
    'from the hand-over to the first human reply',
    'b10:00:00 r10:00:01 b10:04:50 t10:05:00@B a10:05:40 b10:06:00 a10:09:00',
    '40',
  ],
  ['where none was seen, from the first message', 'b10:00:00 r10:00:01.hi a10:00:47', '47'],
  ['handed over before the first word', '(10:00:00 t10:00:00@B b10:00:05 a10:00:30', '30'],
  ['over handled sessions', 'b10:00:00', 'null +1'],
]);

golden('douyin-average-response', [
  ['each message until the next human reply', 'b10:00:00 b10:00:20 a10:00:40', '30'],
  ['an unanswered one beside', 'b10:00:00 a10:00:20 b10:01:00', '20 +1'],
]);

golden('pdd-3min-rate', [
  ['human, within 180 seconds', 'b10:00:00 r10:00:01 a10:03:00', '1/1'],
  ['automatic replies do not count', 'b10:00:00 r10:00:01', '0/1'],
  ['from 8 to 23', 'b07:00:00 a07:00:10 b23:00:00 a23:00:10', '0/0 +2'],
]);

golden('pdd-5min-rate', [
  ['each message', 'b10:00:00 b10:04:00 a10:06:00', '1/2'],
  ['exactly five minutes', 'b10:00:00 a10:05:00', '1/1'],
]);

golden('kuaishou-3min-rate', [
  ['of those who asked, those answered in time', 'b10:00:00 a10:02:00 b11:00:00 a11:04:00', '1/2'],
  ['23:30 is not counted', 'b23:30:00 a23:30:10', '0/0 +1'],
  ['a robot is no human reply', 'b10:00:00 r10:00:01', '0/1'],
]);

golden('xiaohongshu-3min-rate', [
  ['the first inquiry of a session', 'b10:00:00 a10:01:00 b10:30:00 a10:50:00', '1/1'],
  ['another day is another session', 'b10:00:00 a10:01:00 b2/10:30:00 a2/10:50:00', '1/2'],
  ['8:30 is before the hours', 'b08:30:00 a08:30:10', '0/0 +1'],
]);

golden('wecom-reply-rate', [
  ['replied on the day', 'b10:00:00 a22:00:00', '1/1'],
  ['replied after midnight', 'b23:50:00 a2/00:00:00', '0/1'],
  ['each day that the customer wrote', 'b10:00:00 a10:01:00 b2/10:00:00 b3/10:00:00 a3/11:00:00', '2/3'],
  ['settled by a robot alone', 'b10:00:00 r10:00:01', '0/0 +1'],
]);

golden('lazada-response-rate', [
  ['17:59 answered at 19:00', 'b17:59:00 a19:00:00', '1/1'],
  ['a second after seven', 'b17:59:00 a19:00:01', '0/1'],
  ['18:00 belongs to tomorrow', 'b18:00:00 a2/19:00:00', '1/1'],
  ['one a conversation and day, the last word is not asked for', 'b10:00:00 a10:01:00 b11:00:00', '1/1'],
  ['one reply answers both days', 'b17:50:00 b18:10:00 a18:30:00', '2/2'],
  ['evening to evening', 'b19:00:00 b2/17:00:00 a2/18:30:00', '1/1'],
  ['automatic replies do not count', 'b10:00:00 r10:00:01', '0/1'],
]);

golden('tiktok-us-24h-rate', [
  ['a greeting is no answer', 'b10:00:00 a10:01:00.hi', '0/1'],
  ['a greeting, then an answer', 'b10:00:00 a10:01:00.hi a2/09:59:00', '1/1'],
  ['24 hours sharp', 'b10:00:00 a2/10:00:00', '1/1'],
  ['after 24 hours', 'b10:00:00 a2/10:00:01', '0/1'],
  ['a chat that the seller began is left out', 'a10:00:00 b10:05:00', '0/0 +1'],
  ['a chat that only a chatbot served is left out', 'b10:00:00 r10:00:01', '0/0 +1'],
  ['a chatbot that only asks to wait serves nobody', 'b10:00:00 r10:00:01.hold', '0/1'],
  ['once a chat', 'b10:00:00 a10:01:00 b12:00:00', '1/1'],
]);

golden('tiktok-sea-12h-rate', [
  ['12 hours sharp', 'b08:00:00 a20:00:00', '1/1'],
  ['a second later', 'b08:00:00 a20:00:01', '0/1'],
  ['a picture asks for an answer too', 'b08:00:00.pic', '0/1'],
  ['begun by the seller', 'a08:00:00 b08:10:00 a08:20:00', '0/0 +1'],
]);

golden('amazon-24h-rate', [
  ['the same message told twice', 'b10:00:00#m1 b10:00:00#m1 a10:01:00#m2', '1/1'],
  ['each message', 'b10:00:00 b12:00:00 a2/11:00:00', '1/2'],
  ['a thank-you counts too', 'b10:00:00 a10:01:00 b10:02:00.ty', '1/2'],
  ['an automatic reply is none', 'b10:00:00 r10:00:01', '0/1'],
]);

describe('tiktok-us-24h-rate-chatbots', () => {
  const local = (line: string) => figure(run('tiktok-us-24h-rate-chatbots', [story(line, 'c1', '-07:00')]));
  it.each([
    ['Saturday is due on Monday noon', 'b3/09:00:00 a5/12:00:00', '1/1'],
    ['and no later', 'b4/23:00:00 a5/12:00:01', '0/1'],
    ['Friday has its 24 hours', 'b2/09:00:00 a3/09:00:01', '0/1'],
  ])('%s', (_, line, expected) => expect(local(line)).toBe(expected));
});

describe('when the clocks are changed', () => {
  // On the west coast 2026-11-01 has 25 hours: 1:59 is followed by 1:00.
  const zoned = (over: object, lines: readonly (readonly [by: 'b' | 'a', iso: string])[]) => {
    const events = lines.map(([by, iso]) => ({
      ...story(`${by}10:00:00`)[0]!,
      ms: Date.parse(iso),
    }));
    return figure(
      runProfile({ ...profiles.get('taobao-3min-rate')!, timeZone: 'America/Los_Angeles', ...over }, [
        events,
      ]),
    );
  };
  it('a wait over the repeated hour is as long as it was', () => {
    expect(
      zoned({ hours: undefined, dayBoundary: undefined, measure: 'mean', unanswered: 'beside' }, [
        ['b', '2026-11-01T01:50:00-07:00'],
        ['a', '2026-11-01T01:10:00-08:00'],
      ]),
    ).toBe('1200');
  });
  it('hours are the local clock’s before and after', () => {
    const pair = (iso: string): ['b', string] => ['b', iso];
    expect(zoned({}, [pair('2026-10-31T08:00:00-07:00'), ['a', '2026-10-31T08:01:00-07:00']])).toBe('1/1');
    expect(zoned({}, [pair('2026-11-01T08:00:00-08:00'), ['a', '2026-11-01T08:01:00-08:00']])).toBe('1/1');
    expect(zoned({}, [pair('2026-11-01T08:00:00-07:00'), ['a', '2026-11-01T08:01:00-07:00']])).toBe('0/0 +1');
  });
  it('a chat has its 24 hours, not the same time on the next day', () => {
    const chat = { ...profiles.get('tiktok-us-24h-rate')! };
    const asked = ['b', '2026-10-31T10:00:00-07:00'] as const;
    expect(zoned(chat, [asked, ['a', '2026-11-01T09:00:00-08:00']])).toBe('1/1');
    expect(zoned(chat, [asked, ['a', '2026-11-01T10:00:00-08:00']])).toBe('0/1');
  });
});

describe('times to the minute', () => {
  const minute = (line: string): ShortEvent[] =>
    story(line).map((event) => ({ ...event, precision: 'minute' }));
  const at = (line: string) => figure(run('pdd-3min-rate', [minute(line)]));
  it('count where no second of theirs could flip the verdict', () => {
    expect(at('b10:00:00 a10:02:00')).toBe('1/1');
    expect(at('b10:00:00 a10:05:00')).toBe('0/1');
  });
  it('are left out where one could', () => expect(at('b10:00:00 a10:03:00')).toBe('0/0 +1'));
});

describe('shopee-response-rate', () => {
  const chats = (...lines: string[]) =>
    run(
      'shopee-response-rate',
      lines.map((line, i) => story(line, `c${i}`)),
    );
  it('gives the latest quarter half the weight', () => {
    const answer = chats(
      'b1/10:00:00 a1/11:00:00',
      'b2/10:00:00 a2/11:00:00',
      'b3/10:00:00 a3/11:00:00',
      'b4/10:00:00',
    );
    expect(answer.metrics).toMatchObject({ counted: 4, met: 3, value: 0.5 * 0.75 + 0.5 * 0 });
  });
  it('rounds the quarter up', () => {
    const five = [
      'b1/10:00:00',
      'b2/10:00:00',
      'b3/10:00:00 a3/11:00:00',
      'b4/10:00:00',
      'b5/10:00:00 a5/10:30:00',
    ];
    expect(chats(...five).metrics.value).toBeCloseTo(0.5 * 0.4 + 0.5 * 0.5, 10);
  });
  it('shows 57 % below two chats and nothing for none', () => {
    expect(chats('b1/10:00:00 a1/11:00:00').metrics.value).toBe(0.57);
    expect(chats('a1/10:00:00').metrics.value).toBeNull();
    expect(chats('b1/10:00:00', 'b1/10:00:00').metrics.value).toBe(0);
  });
  it('lets what comes within 12 hours after a reply be', () => {
    expect(figure(chats('b1/10:00:00 a1/11:00:00 b1/23:00:00', 'b1/10:00:00 a1/11:00:00'))).toBe('2/2');
    expect(figure(chats('b1/10:00:00 a1/11:00:00 b1/23:00:01', 'b1/10:00:00 a1/11:00:00'))).toBe('2/3');
  });
  it('answers in 12 hours, not by robots', () => {
    expect(
      figure(chats('b1/10:00:00 a1/22:00:00', 'b1/10:00:00 a1/22:00:01', 'b1/10:00:00 r1/10:00:01')),
    ).toBe('1/3');
  });
  it('counts a buyer who answers our broadcast', () => {
    expect(figure(chats('a1/10:00:00 b1/11:00:00 a1/12:00:00', 'a1/10:00:00 b1/11:00:00'))).toBe('1/2');
  });
});

describe('units', () => {
  it('shows what each counts', () => {
    const { units } = run('taobao-average-response', 'b10:00:00 a10:00:20 b10:01:00 a10:21:00 b23:30:00');
    expect(units.map(short)).toEqual(['20', '600', '(-)']);
    expect(units[1]).toMatchObject({ seconds: 600, waited: 1200, counts: true });
  });
  it('keeps the substantive clock beside', () => {
    const { units } = run('manual-mean-response', 'b10:00:00 a10:00:10.hold b10:01:00 a10:03:00');
    expect(units.map(({ seconds }) => seconds)).toEqual([10, 120]);
    expect(units.map(({ substantive }) => substantive?.seconds)).toEqual([180, 120]);
  });
  it('takes a courtesy for the answer to a courtesy', () => {
    const { units } = run('manual-mean-response', 'b10:00:00.hi a10:00:10.hi');
    expect(units[0]!.substantive?.seconds).toBe(10);
  });
  it('leaves out what is older than the window', () => {
    const far = [story('b1/10:00:00 a1/10:00:10'), story('b10/10:00:00 a10/10:00:30', 'c2')];
    expect(figure(run('lazada-response-rate', far))).toBe('1/1 +1');
  });
  it('does not call late who can still be in time', () => {
    const until = Date.parse('2026-10-01T10:02:00+08:00');
    expect(figure(run('pdd-3min-rate', 'b10:00:00', { until }))).toBe('0/0 +1');
    expect(figure(run('pdd-3min-rate', 'b10:00:00', { until: until + 61_000 }))).toBe('0/1');
  });
  it('leaves messages to nobody on duty out of 京东', () => {
    const at = (time: string) => Date.parse(`2026-10-01T${time}+08:00`);
    const shifts = [{ shop: null, seat: null, person: 'p1', from: at('09:00'), to: at('12:00') }];
    const line = 'b10:00:00 a10:00:10 b12:30:00 a13:10:00';
    expect(figure(run('jd-first-30s-rate', line, { shifts }))).toBe('1/1 +1');
    expect(figure(run('jd-first-30s-rate', line))).toBe('1/2');
  });
});
