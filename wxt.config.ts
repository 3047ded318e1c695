import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
import { manifestFor } from './cli/build/manifest.ts';
import { seedsPlugin } from './cli/build/seeds-plugin.ts';

/**
 * The polyfill serves the background and our pages. A content script does without it: Chromium's and
 * Firefox's own promise APIs are enough there, and 10 kB is a sixth of its budget (DESIGN.md §3a).
 */
function withoutPolyfill(alias: unknown): unknown {
  if (Array.isArray(alias)) return alias.filter((entry: { find?: unknown }) => entry.find !== 'wxt/browser');
  const { 'wxt/browser': _dropped, ...rest } = (alias ?? {}) as Record<string, unknown>;
  return rest;
}

export default defineConfig({
  modules: ['@wxt-dev/webextension-polyfill'],
  imports: false,
  webExt: { disabled: true },
  manifest: ({ browser }) => manifestFor(browser),
  vite: () => ({ plugins: [preact(), seedsPlugin()], build: { modulePreload: false } }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.every((entry) => entry.type === 'content-script') && config.resolve)
        config.resolve.alias = withoutPolyfill(config.resolve.alias) as Record<string, string>;
    },
  },
});
