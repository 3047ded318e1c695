import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { seedsPlugin } from './cli/build/seeds-plugin.ts';

/**
 * Three projects: `unit` beside its files, `browser` with the built extension in real browsers, and `soak` for what
 * takes too long for every change.
 */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact(), seedsPlugin()],
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['**/node_modules/**', '.output/**', '.wxt/**', '.stryker-tmp/**'],
          environment: 'node',
        },
      },
      {
        plugins: [seedsPlugin()],
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.e2e.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        plugins: [seedsPlugin()],
        test: {
          name: 'soak',
          include: ['tests/soak/**/*.soak.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 900_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
