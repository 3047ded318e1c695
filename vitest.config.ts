import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';
import { seedsPlugin } from './cli/build/seeds-plugin.ts';

/** Two projects: `unit` beside its files, `browser` with the built extension in real browsers. */
export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact(), seedsPlugin()],
        test: {
          name: 'unit',
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['node_modules/**', '.output/**', '.wxt/**'],
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
    ],
  },
});
