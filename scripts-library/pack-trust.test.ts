import { expect, it } from 'vitest';
import { goodPack } from '../tests/packs/good-pack.ts';
import { type KnownPack, trustIssues } from './pack-trust.ts';
import type { FoundPack } from './read-pack.ts';
import { newKey } from './sign.ts';

const { key } = await newKey();
const { key: other } = await newKey();

const found = (change: Partial<FoundPack['pack']> = {}, by: string | null = key): FoundPack => ({
  pack: { ...goodPack, ...change },
  hash: 'this',
  signature: by === null ? null : { algorithm: 'Ed25519', key: by, value: '' },
  notes: [],
});
const known: KnownPack = { key, highest: 7, hashes: { 6: 'older', 7: 'this' } };
const about = { trusted: new Set([key]), appVersion: '1.4.0', day: '2026-11-22' };
const codes = (one: FoundPack, before: KnownPack | null, how: Partial<typeof about> = {}) =>
  trustIssues(one, before, { ...about, ...how }).map(({ code }) => code);

it.each<[string, FoundPack, KnownPack | null, string[], Partial<typeof about>?]>([
  ['the next version of a key that is known', found({ version: 8 }), known, []],
  ['the very same version', found({ version: 7 }), known, []],
  ['a new pack of a key that other packs have', found(), null, []],
  ['a key that nobody has seen', found(), null, ['I_NEW_SIGNER'], { trusted: new Set() }],
  ['another key on a known pack', found({ version: 8 }, other), known, ['E_SIGNER_CHANGED']],
  ['no key on a pack that had one', found({ version: 8 }, null), known, ['E_SIGNER_CHANGED']],
  ['a lower version', found({ version: 6 }), known, ['E_ROLLBACK']],
  [
    'the same version with other content',
    { ...found({ version: 7 }), hash: 'that' },
    known,
    ['E_VERSION_REUSED'],
  ],
  ['a version that runs ahead', found({ version: 10_008 }), known, ['E_VERSION_JUMP']],
  ['a version as far ahead as may be', found({ version: 10_007 }), known, []],
  ['a first version beyond all days', found({ version: Number.MAX_SAFE_INTEGER }), null, ['E_VERSION_JUMP']],
  ['a day for a first version', found({ version: 20261122 }), null, []],
  ['an app that is too old', found({ version: 8, minAppVersion: '1.10.0' }), known, ['E_MIN_APP']],
  ['an app that is just new enough', found({ version: 8, minAppVersion: '1.4.0' }), known, []],
  ['a pack whose day is over', found({ version: 8, expiry: '2026-11-22' }), known, ['W_EXPIRED']],
  ['a pack whose day has not come', found({ version: 8, effective: '2026-11-23' }), known, ['W_NOT_YET']],
])('%s', (_, one, before, expected, how = {}) => expect(codes(one, before, how)).toEqual(expected));
