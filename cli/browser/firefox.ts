import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { z } from 'zod';
import { findFirefox } from './find.ts';
import { type Panel, panelBehind } from './panel.ts';

export interface FirefoxOptions {
  /** The folder of the unpacked Firefox build. It is installed for this session only, unsigned. */
  readonly extension: string;
  /** Host names that lead to this machine; the port stays in the address. */
  readonly hosts: readonly string[];
  readonly headless: boolean;
  readonly language?: 'zh-CN' | 'en';
  readonly timezone?: string;
  /** Milliseconds of silence after which Firefox stops the background page; its own default is 30 s. */
  readonly idleTimeout?: number;
  /**
   * A profile folder that outlives the browser, and the extension's address in it (a UUID). Data stay over a restart,
   * though an extension that is installed for a session is gone then.
   */
  readonly profile?: { readonly folder: string; readonly uuid: string };
  /** Further preferences, as about:config names them. */
  readonly preferences?: Readonly<Record<string, boolean | number | string>>;
}

export interface LaunchedFirefox {
  readonly browser: Browser;
  readonly page: Page;
  /** Opens a page of the extension in a tab of its own. */
  extensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** The two things of puppeteer's BiDi side that its types keep to themselves. */
interface Bidi {
  readonly connection: { send(method: string, params: object): Promise<{ result: unknown }> };
}
const wire = (browser: Browser) => (browser as unknown as Bidi).connection;
const contextOf = (page: Page) => (page.mainFrame() as unknown as { _id: string })._id;

const manifest = z.object({
  browser_specific_settings: z.object({ gecko: z.object({ id: z.string() }) }),
});

/** Starts Firefox with the extension in it. Debian needs firefox-esr-l10n-zh-cn for Chinese. */
export async function launchFirefox(options: FirefoxOptions): Promise<LaunchedFirefox> {
  const { extension, hosts, headless, language = 'zh-CN', timezone = 'Asia/Shanghai', idleTimeout } = options;
  const { profile, preferences } = options;
  const { id } = manifest.parse(JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8')))
    .browser_specific_settings.gecko;
  const uuid = profile?.uuid ?? randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1366, height: 768 },
    ...(profile && { userDataDir: profile.folder }),
    // Without it BiDi refuses every moz-extension:// page.
    args: ['--remote-allow-system-access'],
    env: { ...process.env, TZ: timezone },
    extraPrefsFirefox: {
      'network.dns.localDomains': hosts.join(','),
      'extensions.webextensions.uuids': JSON.stringify({ [id]: uuid }),
      'intl.locale.requested': language === 'zh-CN' ? 'zh-CN' : 'en-US',
      'intl.accept_languages': language === 'zh-CN' ? 'zh-CN,zh' : 'en-US,en',
      ...(idleTimeout === undefined ? {} : { 'extensions.background.idle.timeout': idleTimeout }),
      ...(profile && {
        'extensions.webextensions.keepStorageOnUninstall': true,
        'extensions.webextensions.keepUuidOnUninstall': true,
      }),
      ...preferences,
    },
  });
  try {
    await browser.installExtension(extension);
    const page = (await browser.pages())[0] ?? (await browser.newPage());
    const extensionPage = async (path: string) => {
      const url = `moz-extension://${uuid}/${path}`;
      const tab = await browser.newPage();
      // goto() never resolves on these pages: navigate by hand and look until it is there.
      await wire(browser).send('browsingContext.navigate', { context: contextOf(tab), url, wait: 'none' });
      await tab.waitForFunction(
        (wanted: string) => location.href === wanted && document.readyState === 'complete',
        { polling: 50 },
        url,
      );
      return tab;
    };
    return { browser, page, extensionPage, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

const node = z.object({ sharedId: z.string() });
const tree = z.object({
  result: z.object({
    value: z.object({
      children: z.array(z.object({ value: z.object({ shadowRoot: node.nullish() }) })),
    }),
  }),
});
const answer = z.union([
  z.object({ type: z.literal('success'), result: z.object({ value: z.string() }) }),
  z.object({ type: z.literal('exception'), exceptionDetails: z.object({ text: z.string() }) }),
]);

/**
 * Our panel on a Firefox page: WebDriver BiDi hands out closed shadow roots where it is asked to. `run` works
 * in the page's world here, not in the content script's.
 */
export function firefoxPanel({ browser }: LaunchedFirefox, page: Page): Panel {
  const target = { context: contextOf(page) };
  const rootOf = async (): Promise<string | null> => {
    const { result } = await wire(browser).send('script.evaluate', {
      expression: 'document.documentElement',
      target,
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    });
    const found = tree.safeParse(result);
    if (!found.success) return null;
    return (
      found.data.result.value.children.find((one) => one.value.shadowRoot)?.value.shadowRoot?.sharedId ?? null
    );
  };
  return panelBehind({
    async run(source, argument) {
      const sharedId = await rootOf();
      if (sharedId === null) return null;
      const { result } = await wire(browser).send('script.callFunction', {
        functionDeclaration: `async (root, argument) => JSON.stringify((await (${source})(root, JSON.parse(argument))) ?? null)`,
        arguments: [{ sharedId }, { type: 'string', value: JSON.stringify(argument) }],
        target,
        awaitPromise: true,
      });
      const said = answer.parse(result);
      if (said.type === 'exception') throw new Error(said.exceptionDetails.text);
      return JSON.parse(said.result.value);
    },
    click: (x, y) => page.mouse.click(x, y),
  });
}
