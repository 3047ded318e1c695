import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright-core';
import { findChromium } from './find.ts';

export interface LaunchOptions {
  /** For `--host-resolver-rules`: see `startPractice`. */
  readonly hostRules: string;
  readonly headless: boolean;
  /** The browser's own language, and so `chrome.i18n`'s. Debian needs chromium-l10n for it. */
  readonly language?: 'zh-CN' | 'en';
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly timezone?: string;
  /** A profile folder that outlives the browser; without it a fresh one that is deleted at the end. */
  readonly profile?: string;
  readonly args?: readonly string[];
}

export interface Launched {
  readonly context: BrowserContext;
  /** The tab that the browser opened with. */
  readonly page: Page;
  /** Closes the browser and deletes a profile of its own making. */
  close(): Promise<void>;
}

export interface LaunchedWithExtension extends Launched {
  readonly extensionId: string;
  /** The background worker as Playwright knows it; after a kill, look at an extension page instead. */
  serviceWorker(): Promise<Worker>;
  /** Opens a page of the extension in a tab of its own, such as `supervisor.html`. */
  extensionPage(path: string): Promise<Page>;
  /** Reads the extension's folder again, pages open or not: what the browser does when an update comes. */
  update(): Promise<void>;
}

const WINDOW = { width: 1366, height: 768 };

/** LANGUAGE decides chrome.i18n on Linux (neither --lang nor Playwright's locale does); TZ the pages' times. */
function environment(language: 'zh-CN' | 'en', timezone: string): Record<string, string> {
  const kept = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { ...Object.fromEntries(kept), LANGUAGE: language === 'zh-CN' ? 'zh_CN' : 'en', TZ: timezone };
}

async function launch(options: LaunchOptions, extension: string | null): Promise<Launched> {
  const { hostRules, headless, language = 'zh-CN', viewport = WINDOW, timezone = 'Asia/Shanghai' } = options;
  const own = options.profile === undefined;
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), 'counterside-profile-'));
  const forget = () => {
    if (own) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  const args = [
    ...(headless
      ? ['--headless=new', '--disable-gpu']
      : [`--window-size=${viewport.width},${viewport.height + 90}`]),
    // Chromium's sandbox does not run as root, which is what containers are.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...['--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update'],
    ...['--disable-sync', '--ignore-certificate-errors', `--lang=${language}`],
    `--host-resolver-rules=${hostRules}`,
    // Both are needed: --load-extension alone loads nothing under Playwright.
    ...(extension ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
    // Lets a test read the extension's folder again, as an update does.
    ...(extension ? ['--enable-unsafe-extension-debugging'] : []),
    ...(options.args ?? []),
  ];
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: findChromium(),
      headless: false,
      ignoreHTTPSErrors: true,
      viewport,
      env: environment(language, timezone),
      args,
    });
    const page = context.pages()[0] ?? (await context.newPage());
    const close = async () => {
      await context.close();
      forget();
    };
    return { context, page, close };
  } catch (error) {
    forget();
    throw error;
  }
}

/** A browser without our extension, for looking at the practice pages alone. */
export const launchPlainChromium = (options: LaunchOptions): Promise<Launched> => launch(options, null);

/**
 * Starts Chromium with an unpacked extension (`extension` is its folder, with a Manifest V3 background) and
 * waits for its worker. Throws if the browser did not load it, as branded Chrome does not.
 */
export async function launchChromium(
  options: LaunchOptions & { readonly extension: string },
): Promise<LaunchedWithExtension> {
  const launched = await launch(options, options.extension);
  const { context } = launched;
  const ours = () =>
    context.serviceWorkers().find((worker) => worker.url().startsWith('chrome-extension://'));
  const serviceWorker = async () =>
    ours() ?? (await context.waitForEvent('serviceworker', { timeout: 30_000 }));
  try {
    const extensionId = new URL((await serviceWorker()).url()).host;
    const extensionPage = async (path: string) => {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    };
    const update = async () => {
      const cdp = await context.browser()?.newBrowserCDPSession();
      if (!cdp) throw new Error('the browser can not be spoken to');
      // Newer than the client's list of commands.
      const send = cdp.send as unknown as (method: string, params: object) => Promise<unknown>;
      await send.call(cdp, 'Extensions.loadUnpacked', { path: options.extension });
      await cdp.detach();
    };
    return { ...launched, extensionId, serviceWorker, extensionPage, update };
  } catch (error) {
    await launched.close();
    throw new Error(`The browser did not load the extension in ${options.extension}.`, { cause: error });
  }
}
