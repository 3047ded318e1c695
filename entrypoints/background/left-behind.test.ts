import { expect, it } from 'vitest';
import type { Observation } from '../../core/event.ts';
import { pseudonyms } from '../../core/redact/pseudonym.ts';
import { sealLeft } from '../../messaging/left-behind.ts';
import { leftKey, takeLeft } from './left-behind.ts';

const names = pseudonyms(new Uint8Array(32).fill(7));
const others = pseudonyms(new Uint8Array(32).fill(8));
const BOOT = '0123456789abcdef';
const facts = [1, 2].map(
  (n): Observation => ({
    kind: 'conversation-opened',
    id: `${BOOT}-${n}`,
    at: n,
    mono: n,
    bootId: BOOT,
    place: { console: 'pinduoduo', shop: '小店', seat: '一号' },
    conversation: 'k',
    buyer: null,
  }),
);
const left = () => sealLeft(facts, BOOT, leftKey(names, BOOT).key);

it('gives each life of a script a key of its own, and no two installations the same place', () => {
  expect(leftKey(names, BOOT).key).not.toBe(leftKey(names, 'fedcba9876543210').key);
  expect(leftKey(names, BOOT).place).toBe(leftKey(names, 'fedcba9876543210').place);
  expect(leftKey(names, BOOT).place).not.toBe(leftKey(others, BOOT).place);
});

it('takes what was left as it was', async () => {
  expect(await takeLeft(names, [await left(), await left()])).toEqual({
    facts: [...facts, ...facts],
    lost: 0,
  });
});

it('counts what a page has spoilt, and keeps the rest', async () => {
  const spoilt = (await left()).replace(/.{6}$/, 'AAAAAA');
  expect(await takeLeft(names, [spoilt, await left(), 'junk'])).toEqual({ facts, lost: 2 });
  expect(await takeLeft(others, [await left()])).toEqual({ facts: [], lost: 2 });
});

it('takes no facts of another form, whoever sealed them', async () => {
  const odd = [{ kind: 'message-seen', id: 'x' }] as unknown as Observation[];
  const text = await sealLeft(odd, BOOT, leftKey(names, BOOT).key);
  expect(await takeLeft(names, [text])).toEqual({ facts: [], lost: 1 });
});
