import { describe } from 'vitest';

/** What takes longest comes last: most faults fall before it. */
const LAST = ['alphabet', 'pack-tables', 'check', 'compile', 'disguises', 'scan', 'spans'];

const placeOf = (path: string): number => LAST.findIndex((name) => path.endsWith(`/${name}.test.ts`));

/**
 * All tests of the screening engine as one file, so that a planted fault costs one start and not one for each file.
 * Not the one on long texts: it needs all the shipped rules, and a fault that hangs is ended by a time limit anyway.
 */
const files = import.meta.glob(['../../scripts-library/screen/**/*.test.ts', '!**/long.test.ts']);

for (const [path, load] of Object.entries(files).sort(([a], [b]) => placeOf(a) - placeOf(b)))
  describe(path.slice(path.lastIndexOf('/') + 1), async () => {
    await load();
  });
