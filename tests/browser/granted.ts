import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { launchChromium } from '../../cli/browser/chromium.ts';
import type { Panel } from '../../cli/browser/panel.ts';
import { panel } from '../../cli/browser/shadow.ts';
import { BUILT } from './built.ts';

/** The built extension as a person has it who allowed these origins: no test can press a browser's own dialog. */
function grantedBuild(origins: readonly string[]): { readonly folder: string; remove(): void } {
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
async function untilGranted(desk: Page, origins: readonly string[]): Promise<void> {
  await desk.waitForFunction(async (wanted) => {
    const { scripting } = (globalThis as unknown as Api).chrome;
    const scripts = await scripting.getRegisteredContentScripts();
    const matches = scripts.flatMap((script) => script.matches ?? []);
    return wanted.every((origin) => matches.includes(origin));
  }, origins);
}

/** The extension at work on these origins in a browser: a page to open them in, the panel over it, and the desk. */
export interface GrantedStage {
  readonly page: Page;
  readonly ours: Panel;
  readonly desk: Page;
  close(): Promise<void>;
}

/** Starts one; its page is in front. */
export async function grantedStage(origins: readonly string[]): Promise<GrantedStage> {
  const granted = grantedBuild(origins);
  const browser = await launchChromium({ extension: granted.folder, hostRules: '', headless: true });
  const { page } = browser;
  const desk = await browser.extensionPage('desk.html');
  await untilGranted(desk, origins);
  await page.bringToFront();
  const close = async () => {
    await browser.close();
    granted.remove();
  };
  return { page, ours: await panel(page), desk, close };
}
