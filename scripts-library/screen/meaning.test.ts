import fc from 'fast-check';
import { expect, it } from 'vitest';
import { groupOf, indexOf, isReversed, isWeak, packMeaning, roleOf } from './meaning.ts';
import { runs } from './rules.for-tests.ts';

it('is read as it was packed', () => {
  fc.assert(
    fc.property(
      fc.record({
        role: fc.nat(4),
        index: fc.nat(0x7fffff),
        group: fc.nat(15),
        reversed: fc.boolean(),
        weak: fc.boolean(),
      }),
      (meaning) => {
        const packed = packMeaning(meaning) >>> 0;
        expect({
          role: roleOf(packed),
          index: indexOf(packed),
          group: groupOf(packed),
          reversed: isReversed(packed),
          weak: isWeak(packed),
        }).toEqual(meaning);
      },
    ),
    { numRuns: runs(200) },
  );
});
