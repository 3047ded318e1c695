import type { Page as ChromiumPage } from 'playwright-core';
import { launchChromium } from '../../cli/browser/chromium.ts';
import { firefoxPanel, launchFirefox } from '../../cli/browser/firefox.ts';
import { firefoxInputMethod } from '../../cli/browser/firefox-ime.ts';
import type { Panel } from '../../cli/browser/panel.ts';
import { panel } from '../../cli/browser/shadow.ts';
import { BUILT } from '../browser/built.ts';
import type { Kits } from './serve.ts';

/** An input method as a person uses it: what is being composed, and what it becomes. */
export interface InputMethod {
  /** Whether the browser itself ends a composition at any click, with the letters as they are. */
  readonly endsByClick: boolean;
  compose(text: string): Promise<void>;
  commit(text: string): Promise<void>;
}

/** A person at an editor's page: real keys, real clicks, an input method, and eyes. The same in both browsers. */
export interface Hands {
  readonly browser: 'Chromium' | 'Firefox';
  readonly panel: Panel;
  readonly ime: InputMethod;
  open(editor: string): Promise<void>;
  /** The value of an expression in the page. */
  ask<T>(expression: string): Promise<T>;
  type(text: string): Promise<void>;
  /** Keys held in order before the last one: `Control+Shift+Z`. */
  press(chord: string): Promise<void>;
  click(x: number, y: number): Promise<void>;
  /** The page as it looks, PNG. */
  look(): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Composes through the browser's own debugging door. */
export async function chromiumInputMethod(page: ChromiumPage): Promise<InputMethod> {
  const cdp = await page.context().newCDPSession(page);
  return {
    endsByClick: false,
    compose: async (text) => {
      await cdp.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      });
    },
    commit: async (text) => {
      await cdp.send('Input.insertText', { text });
    },
  };
}

/** Chromium with the built extension. */
export async function chromiumHands(kits: Kits): Promise<Hands> {
  const browser = await launchChromium({
    extension: BUILT.chrome,
    hostRules: kits.hostRules,
    headless: true,
  });
  const { page } = browser;
  const ours = await panel(page);
  return {
    browser: 'Chromium',
    panel: ours,
    ime: await chromiumInputMethod(page),
    open: async (editor) => {
      await page.goto(kits.url(editor).replace(`:${kits.port}`, ''));
      await page.waitForFunction('window.kit?.ready');
      await ours.waitFor('aside.cs');
    },
    ask: (expression) => page.evaluate(expression),
    type: (text) => page.keyboard.type(text),
    press: (chord) => page.keyboard.press(chord),
    click: (x, y) => page.mouse.click(x, y),
    look: () => page.screenshot(),
    close: () => browser.close(),
  };
}

/** Firefox with the built extension. */
export async function firefoxHands(kits: Kits): Promise<Hands> {
  const firefox = await launchFirefox({ extension: BUILT.firefox, hosts: kits.hosts, headless: true });
  const { page } = firefox;
  const ours = firefoxPanel(firefox, page);
  const ime = await firefoxInputMethod(firefox);
  return {
    browser: 'Firefox',
    panel: ours,
    ime: { endsByClick: true, ...ime },
    open: async (editor) => {
      await page.goto(kits.url(editor));
      await ime.focus();
      await page.waitForFunction('window.kit?.ready');
      await ours.waitFor('aside.cs');
    },
    ask: <T>(expression: string) => page.evaluate(expression) as Promise<T>,
    type: (text) => page.keyboard.type(text),
    press: async (chord) => {
      const keys = chord.split('+') as Parameters<typeof page.keyboard.down>[0][];
      for (const key of keys) await page.keyboard.down(key);
      for (const key of keys.reverse()) await page.keyboard.up(key);
    },
    click: (x, y) => page.mouse.click(x, y),
    look: () => page.screenshot(),
    close: () => firefox.close(),
  };
}
