import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../cli/profiles.ts';
import { profileSchema } from './profile.schema.ts';

/** Ids that scripts, logs and rubrics name: never rename one. */
const STABLE = [
  'manual-mean-response',
  'taobao-average-response',
  'taobao-3min-rate',
  'jd-first-30s-rate',
  'jd-average-response',
  'douyin-3min-rate-message',
  'douyin-3min-rate-session',
  'douyin-first-response',
  'douyin-average-response',
  'pdd-3min-rate',
  'pdd-5min-rate',
  'kuaishou-3min-rate',
  'xiaohongshu-3min-rate',
  'wecom-reply-rate',
  'shopee-response-rate',
  'lazada-response-rate',
  'tiktok-us-24h-rate',
  'tiktok-sea-12h-rate',
  'amazon-24h-rate',
];

const profiles = shippedProfiles();

describe('shipped profiles', () => {
  it('keep their ids', () => expect([...profiles.keys()]).toEqual(expect.arrayContaining(STABLE)));
  it.each([...profiles.values()])('$id says where its definition is from', ({ source, seenOn, note }) => {
    expect(source.length).toBeGreaterThan(10);
    expect(seenOn).toBe('2026-10');
    expect(note).toBeTruthy();
  });
  it('say so where sources conflict', () => {
    const conflicted = [
      'taobao-3min-rate',
      'douyin-3min-rate-message',
      'kuaishou-3min-rate',
      'shopee-response-rate',
    ];
    for (const id of conflicted) expect(profiles.get(id)!.note, id).toMatch(/differ|conflict|contradict/);
  });
});

describe('profileSchema', () => {
  const good = profiles.get('taobao-average-response')!;
  const reason = (change: object) =>
    profileSchema.safeParse({ ...good, ...change }).error?.issues[0]?.message;
  it.each([
    ['an unknown field', { target: 3 }],
    ['an unknown time zone', { timeZone: 'Asia/Hangzhou' }],
    ['hours that end before they begin', { hours: { from: '23:00', to: '08:00', judgedBy: 'unit-start' } }],
    ['a cap that nobody set', { capSeconds: undefined }],
    ['a mean that misses', { unanswered: 'missed' }],
    ['messages that wait for the first', { unit: 'message' }],
    ['a buyer-day without a day', { unit: 'buyer-day', dayBoundary: undefined }],
  ])('refuses %s', (_, change) => {
    const { capSeconds, dayBoundary, ...rest } = { ...good, ...change };
    const value = { ...rest, ...(capSeconds && { capSeconds }), ...(dayBoundary && { dayBoundary }) };
    expect(profileSchema.safeParse(good).success).toBe(true);
    expect(profileSchema.safeParse(value).success).toBe(false);
  });
  it('says what is wrong in words', () => {
    expect(reason({ timeZone: 'Asia/Hangzhou' })).toBe('not a time zone');
  });
});
