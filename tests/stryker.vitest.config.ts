import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

/**
 * The screening engine's own tests and nothing else: `npm run mutate` runs them once for each fault it plants.
 * Not the one on long texts: it needs all the shipped rules, and a fault that hangs is ended by a time limit anyway.
 */
export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['scripts-library/screen/**/*.test.ts'],
    exclude: ['**/long.test.ts'],
    environment: 'node',
  },
});
