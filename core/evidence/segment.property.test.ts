import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonical } from '../canonical.ts';
import { BytesError } from './bytes.ts';
import { HASH_BYTES } from './chain.ts';
import { decode } from './decode.ts';
import { encode, linesOf } from './encode.ts';
import { pack, unpack } from './pack.ts';

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const word = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.toWellFormed()),
  hex(32),
  hex(40),
  fc.tuple(hex(16), fc.nat()).map(([boot, n]) => `${boot}-${n}`),
  fc.constantFrom('buyer', 'agent', '00', '1-1', '0123456789abcdef-01'),
);
const leaf = fc.oneof(
  word,
  fc.integer(),
  fc.maxSafeInteger(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.boolean(),
  fc.constant(null),
);
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(word, tie('value'), { maxKeys: 4 }),
  ),
}));
const entry = fc.dictionary(
  fc.constantFrom('id', 'kind', 'at', 'place', 'findings', 'mono', 'sealed', 'n', '__proto__'),
  value,
  { maxKeys: 8 },
);

it('gives back the canonical text of every entry, byte for byte', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 40 }), (entries) => {
      const texts = entries.map((each) => canonical(each));
      const { packed, raw } = encode(linesOf(texts));
      expect(decode(packed, raw).texts()).toEqual(texts);
    }),
    { numRuns: 400 },
  );
});

it('refuses damaged bytes in words of its own, or reads something that hashing will refuse', async () => {
  const entries = Array.from({ length: 80 }, (_, n) => ({
    id: (n * 7919).toString(16).padStart(32, '0'),
    at: 1e12 + n,
    by: n % 3 === 0 ? 'buyer' : 'agent',
    n: n / 3,
  }));
  const good = await pack(
    linesOf(entries.map((each) => canonical(each))),
    new Uint8Array(entries.length * HASH_BYTES),
  );
  expect((await unpack(good)).texts()).toEqual(entries.map((each) => canonical(each)));
  await fc.assert(
    fc.asyncProperty(fc.nat(good.length - 1), fc.integer({ min: 1, max: 255 }), async (at, by) => {
      const bad = good.slice();
      bad[at] = (bad[at] ?? 0) ^ by;
      try {
        (await unpack(bad)).texts();
      } catch (error) {
        expect(error).toBeInstanceOf(BytesError);
      }
    }),
    { numRuns: 300 },
  );
});

it('reads single columns without reading entries', () => {
  const { packed, raw } = encode(
    linesOf(['{"at":5,"by":"buyer"}', '{"at":7,"findings":[],"kind":"x"}', '{"at":6,"by":"agent"}']),
  );
  const segment = decode(packed, raw);
  expect(segment.values('at')).toEqual([5, 7, 6]);
  expect(segment.values('by')).toEqual(['buyer', undefined, 'agent']);
});
