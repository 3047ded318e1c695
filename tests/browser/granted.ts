import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { BUILT } from './built.ts';

/** The built extension as a person has it who allowed these origins: no test can press a browser's own dialog. */
export function grantedBuild(origins: readonly string[]): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'counterside-granted-'));
  cpSync(BUILT.chrome, folder, { recursive: true });
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8'));
  manifest.host_permissions = [...manifest.host_permissions, ...origins];
  writeFileSync(path, JSON.stringify(manifest));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }) };
}

/** What a page of ours may ask the browser. */
export interface Api {
  readonly chrome: typeof import('webextension-polyfill');
}

/** Installed is not yet at work: the browser takes the allowed origins a moment later. */
export async function untilGranted(desk: Page, origins: readonly string[]): Promise<void> {
  await desk.waitForFunction(async (wanted) => {
    const { scripting } = (globalThis as unknown as Api).chrome;
    const scripts = await scripting.getRegisteredContentScripts();
    const matches = scripts.flatMap((script) => script.matches ?? []);
    return wanted.every((origin) => matches.includes(origin));
  }, origins);
}
