import { join } from 'node:path';
import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { allMatches } from './adapters/registry.ts';
import { eagerPlugin, runsAtOnce } from './cli/build/eager-plugin.ts';
import { manifestFor } from './cli/build/manifest.ts';
import { seedsPlugin } from './cli/build/seeds-plugin.ts';

/** What a content script does without, so that a console's page loads little (DESIGN.md §9). */
function slim(alias: Record<string, string>): Record<string, string> {
  // Both browsers' own promise APIs are enough there; the polyfill serves the background and our pages.
  const { 'wxt/browser': _polyfill, ...rest } = alias;
  return {
    ...rest,
    'wxt/utils/content-script-context': join(import.meta.dirname, 'cli/build/no-context.ts'),
  };
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  webExt: { disabled: true },
  manifest: ({ browser }) => manifestFor(browser),
  vite: () => ({ plugins: [preact(), seedsPlugin()], build: { modulePreload: { polyfill: false } } }),
  hooks: {
    'entrypoints:resolved'(_, entrypoints) {
      for (const entry of entrypoints)
        if (entry.type === 'content-script' && entry.name === 'chat') entry.options.matches = allMatches();
    },
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.every(({ name }) => runsAtOnce(name)))
        config.plugins = [...(config.plugins ?? []), eagerPlugin()];
      if (entrypoints.every((entry) => entry.type === 'content-script'))
        config.resolve = {
          ...config.resolve,
          alias: slim((config.resolve?.alias ?? {}) as Record<string, string>),
        };
    },
  },
});
