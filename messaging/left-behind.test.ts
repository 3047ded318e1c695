import { expect, it } from 'vitest';
import type { Observation } from '../core/event.ts';
import { openLeft, parseLeft, sealLeft } from './left-behind.ts';

const KEY = '00112233445566778899aabbccddeeff';
const BOOT = '0123456789abcdef';
const facts = [
  { kind: 'conversation-opened', id: `${BOOT}-1`, conversation: '买家', buyer: '张三' },
] as unknown as Observation[];

it('comes back as it was left, and holds no word in clear', async () => {
  const left = await sealLeft(facts, BOOT, KEY);
  expect(left).not.toMatch(/张三|conversation/);
  expect(atob(left.split('.')[2]!)).not.toContain('conversation-opened');
  const parsed = parseLeft(left)!;
  expect(parsed).toMatchObject({ boot: BOOT, count: 1 });
  expect(await openLeft(parsed, KEY)).toEqual(facts);
});

it('never writes the same bytes twice', async () => {
  expect(await sealLeft(facts, BOOT, KEY)).not.toBe(await sealLeft(facts, BOOT, KEY));
});

it.each([
  ['another key', (left: string) => [left, 'ffeeddccbbaa99887766554433221100']],
  ['another life', (left: string) => [left.replace(BOOT, 'fedcba9876543210'), KEY]],
  ['another count', (left: string) => [left.replace('.1.', '.9.'), KEY]],
  ['a cut end', (left: string) => [left.slice(0, -4), KEY]],
])('does not open with %s', async (_, change) => {
  const [text, key] = change(await sealLeft(facts, BOOT, KEY)) as [string, string];
  await expect(openLeft(parseLeft(text)!, key)).rejects.toThrow();
});

it.each(['', 'x', `${BOOT}.1.`, `${BOOT}.1.%%`, `${BOOT}.1.a`, `${BOOT}.-1.aaaa`])(
  'does not take %j for something left',
  (text) => expect(parseLeft(text)).toBeNull(),
);
