import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BUILT } from './built.ts';

const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const size = (...path: string[]) => statSync(join(...path)).size;

/** Raw bytes that one file on a console's page may have: DESIGN.md §3a. */
const PAGE_BUDGET = 60_000;

describe.each(Object.entries(BUILT))('the %s build', (browser, folder) => {
  it('asks for exactly what its manifest snapshot says', async () => {
    const { version: _changes, ...manifest } = manifestOf(folder);
    await expect(`${JSON.stringify(manifest, null, 2)}\n`).toMatchFileSnapshot(
      `./manifest.${browser}.snap.json`,
    );
  });

  it('lets no page load anything of ours', () => {
    expect(manifestOf(folder).web_accessible_resources).toBeUndefined();
  });

  it('keeps what a console page loads small', () => {
    expect(size(folder, 'content-scripts/chat.js')).toBeLessThanOrEqual(PAGE_BUDGET);
    expect(size(folder, 'panel.js')).toBeLessThanOrEqual(PAGE_BUDGET);
    expect(size(folder, 'case-form.js')).toBeLessThanOrEqual(PAGE_BUDGET);
    expect(size(folder, 'screening.js')).toBeLessThanOrEqual(PAGE_BUDGET);
    expect(size(folder, 'notices.js')).toBeLessThanOrEqual(PAGE_BUDGET);
    expect(size(folder, 'waiters.js')).toBeLessThanOrEqual(PAGE_BUDGET);
    expect(size(folder, 'proposing.js')).toBeLessThanOrEqual(PAGE_BUDGET);
    expect(size(folder, 'pointing.js')).toBeLessThanOrEqual(PAGE_BUDGET);
  });

  it('fetches and executes nothing', () => {
    const scripts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.js'),
    );
    expect(scripts.length).toBeGreaterThan(3);
    for (const name of scripts) {
      const code = readFileSync(join(folder, name), 'utf8');
      expect(code, name).not.toMatch(
        /\b(?:fetch|importScripts|XMLHttpRequest|WebSocket|sendBeacon|EventSource)\s*\(/,
      );
    }
  });
});
