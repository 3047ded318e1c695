import { expect } from 'vitest';
import { type LaunchedWithExtension, launchChromium } from '../../cli/browser/chromium.ts';
import type { Panel } from '../../cli/browser/panel.ts';
import { panel } from '../../cli/browser/shadow.ts';
import { serveKits } from '../kits/serve.ts';
import { BUILT } from './built.ts';

export const CONTACT = '亲，加我微信聊吧';
export const QUESTION = '请问拍下以后多久能发货呀';

/** The built extension on a console's page that fights back, and what our own scripts threw there. */
export interface HostileStage {
  readonly browser: LaunchedWithExtension;
  readonly ours: Panel;
  /** What our own scripts threw and nobody caught. */
  readonly thrown: string[];
  press(keys: string): Promise<void>;
  /** Something of the page's own, such as `text()`. */
  kit<T>(what: string): Promise<T>;
  /** What the page sent, and what stands in its editor. */
  state(): Promise<readonly unknown[]>;
  /** By its place: Playwright's own search trips over what some of these pages are made of. */
  clickEditor(): Promise<void>;
  open(editor: string, habit?: string): Promise<void>;
  /** Writes what must not be sent and tries to send it. */
  hold(): Promise<void>;
  /** Screening, the gate and placing a reply work, and nothing of ours threw. */
  works(): Promise<void>;
  close(): Promise<void>;
}

export async function setHostileStage(): Promise<HostileStage> {
  const kits = await serveKits();
  const { hostRules } = kits;
  const browser = await launchChromium({ extension: BUILT.chrome, hostRules, headless: true });
  const ours = await panel(browser.page);
  const thrown: string[] = [];
  const cdp = await browser.context.newCDPSession(browser.page);
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, stackTrace, url } }) => {
    const from = [url, ...(stackTrace?.callFrames.map((frame) => frame.url) ?? [])].join();
    if (from.includes('chrome-extension://')) thrown.push(exception?.description ?? text);
  });
  await cdp.send('Runtime.enable');

  const press = (keys: string) => browser.page.keyboard.press(keys);
  const kit = <T>(what: string) => browser.page.evaluate(`window.kit.${what}`) as Promise<T>;
  const state = async () => [await kit<string[]>('sent'), await kit<string>('text()')];
  const clickEditor = async () => {
    const { x, y, height } = await kit<{ x: number; y: number; height: number }>('rect()');
    await browser.page.mouse.click(x + 60, y + Math.min(height / 2, 20));
  };
  const empty = async () => {
    await press('Control+a');
    await press('Delete');
  };
  const hold = async () => {
    await clickEditor();
    await empty();
    await browser.page.keyboard.type(CONTACT);
    await ours.waitFor('.find.block');
    await press('Enter');
    await ours.waitFor((text) => text.includes('仍要发送'));
    expect(await state()).toEqual([[], CONTACT]);
  };
  return {
    ...{ browser, ours, thrown, press, kit, state, clickEditor, hold },
    open: async (editor, habit = '') => {
      thrown.length = 0;
      await browser.page.goto(kits.url(editor, habit).replace(`:${kits.port}`, ''));
      await browser.page.waitForFunction('window.kit?.ready');
      await ours.waitFor('aside.cs');
      await clickEditor();
    },
    works: async () => {
      await hold();
      await empty();
      await kit(`buyerSays('${QUESTION}')`);
      await ours.waitFor((text) => text.includes(`· ${QUESTION}`));
      const [reply] = await ours.queryAll('.reply');
      await press('Alt+1');
      await expect.poll(() => kit('text()')).toBe(reply?.attributes.title);
      expect(thrown).toEqual([]);
    },
    close: async () => {
      await browser.close();
      await kits.close();
    },
  };
}
