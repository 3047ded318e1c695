import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The screening engine's own tests and nothing else: `npm run mutate` runs them once for each fault it plants. */
export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['tests/mutation/screen.ts'],
    environment: 'node',
    // A fault that hangs is ended by the limit of its run.
    testTimeout: 0,
    hookTimeout: 0,
  },
});
