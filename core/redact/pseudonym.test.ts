import { expect, it } from 'vitest';
import { pseudonyms } from './pseudonym.ts';

const place = { console: 'c', shop: 's', seat: 'one' };
const key = new Uint8Array(32).fill(7);
const names = pseudonyms(key);

it('gives the same name to the same message, whichever seat reads it', () => {
  const id = { source: 'platform', value: '42' } as const;
  expect(names.message(place, 'k', id)).toBe(pseudonyms(key).message({ ...place, seat: 'two' }, 'k', id));
  expect(names.message(place, 'k', id)).toMatch(/^[0-9a-f]{32}$/);
});

it('tells apart what differs in one part, or in where a part ends', () => {
  const ids = [
    names.message(place, 'k', { source: 'platform', value: '42' }),
    names.message(place, 'k', { source: 'fingerprint', value: '42' }),
    names.message(place, 'k4', { source: 'platform', value: '2' }),
    names.message({ ...place, shop: 'sk' }, '', { source: 'platform', value: '42' }),
    names.message({ ...place, console: 'd' }, 'k', { source: 'platform', value: '42' }),
    names.conversation(place, 'k'),
    names.derived('k', '42'),
    pseudonyms(new Uint8Array(32)).message(place, 'k', { source: 'platform', value: '42' }),
  ];
  expect(new Set(ids).size).toBe(ids.length);
});

it('names its key without giving it away', () => {
  expect(names.keyId).toMatch(/^[0-9a-f]{16}$/);
  expect(names.keyId).not.toBe(pseudonyms(new Uint8Array(32)).keyId);
});
