import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type LaunchedWithExtension, launchChromium } from '../../cli/browser/chromium.ts';
import type { Panel } from '../../cli/browser/panel.ts';
import { panel } from '../../cli/browser/shadow.ts';
import { type Kits, serveKits } from '../kits/serve.ts';
import { BUILT } from './built.ts';

// Pages that fight back: the built extension neither throws nor hangs, writes nothing that nobody asked for, and lets
// no held send go.

const CONTACT = '亲，加我微信聊吧';
const QUESTION = '请问拍下以后多久能发货呀';
const EDITOR = '#im-input-box, [data-qa-id="qa-send-message-textarea"]';

let kits: Kits;
let browser: LaunchedWithExtension;
let ours: Panel;
/** What our own scripts threw and nobody caught. */
const thrown: string[] = [];

beforeAll(async () => {
  kits = await serveKits();
  const { hostRules } = kits;
  browser = await launchChromium({ extension: BUILT.chrome, hostRules, headless: true });
  ours = await panel(browser.page);
  const cdp = await browser.context.newCDPSession(browser.page);
  cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception, stackTrace, url } }) => {
    const from = [url, ...(stackTrace?.callFrames.map((frame) => frame.url) ?? [])].join();
    if (from.includes('chrome-extension://')) thrown.push(exception?.description ?? text);
  });
  await cdp.send('Runtime.enable');
});
afterAll(async () => {
  await browser?.close();
  await kits?.close();
});
beforeEach(() => {
  thrown.length = 0;
});

const press = (keys: string) => browser.page.keyboard.press(keys);
const kit = <T>(what: string) => browser.page.evaluate(`window.kit.${what}`) as Promise<T>;
const state = async () => [await kit<string[]>('sent'), await kit<string>('text()')];

/** By its place: Playwright's own search trips over what some of these pages are made of. */
async function clickEditor(): Promise<void> {
  const { x, y, height } = await kit<{ x: number; y: number; height: number }>('rect()');
  await browser.page.mouse.click(x + 60, y + Math.min(height / 2, 20));
}

async function open(editor: string, habit = ''): Promise<void> {
  await browser.page.goto(kits.url(editor, habit).replace(`:${kits.port}`, ''));
  await browser.page.waitForFunction('window.kit?.ready');
  await ours.waitFor('aside.cs');
  await clickEditor();
}

/** Screening, the gate and placing a reply work, and nothing of ours threw. */
async function works(): Promise<void> {
  await clickEditor();
  await press('Control+a');
  await press('Delete');
  await browser.page.keyboard.type(CONTACT);
  await ours.waitFor('.find.block');
  await press('Enter');
  await ours.waitFor((text) => text.includes('仍要发送'));
  expect(await state()).toEqual([[], CONTACT]);
  await press('Control+a');
  await press('Delete');
  await kit(`buyerSays('${QUESTION}')`);
  await ours.waitFor((text) => text.includes(`· ${QUESTION}`));
  const [reply] = await ours.queryAll('.reply');
  await press('Alt+1');
  await expect.poll(() => kit('text()')).toBe(reply?.attributes.title);
  expect(thrown).toEqual([]);
}

it.each(['textarea', 'contenteditable'])(
  'forms that take the names of what we call, around a %s',
  async (editor) => {
    await open(editor, 'clobber');
    expect(await browser.page.evaluate(() => typeof document.createElement)).not.toBe('function');
    await works();
  },
);

it('a megabyte in one message and in the editor, with 10,000 siblings and 500 levels in either', async () => {
  await open('contenteditable');
  await browser.page.evaluate(() => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `<i>${index}</i>`).join('');
    const deep = () => {
      const top = document.createElement('b');
      let at = top;
      for (let level = 0; level < 500; level++) {
        const next = document.createElement('b');
        at.append(next);
        at = next;
      }
      at.append('底');
      return top;
    };
    const bubble = document.querySelector('.messageNotMe pre')!;
    bubble.append('x'.repeat(1_000_000), deep());
    bubble.insertAdjacentHTML('beforeend', many(10_000));
    const box = document.querySelector('#im-input-box')!;
    box.append('y'.repeat(1_000_000), deep());
    box.insertAdjacentHTML('beforeend', many(10_000));
  });
  await browser.page.keyboard.type('亲');
  await browser.page.evaluate(() => document.querySelector('#im-input-box')!.replaceChildren());
  await works();
});

it('shadow hosts around everything, open and closed', async () => {
  await open('textarea');
  await browser.page.evaluate(() => {
    for (const mode of ['open', 'closed'] as const)
      for (let at = 0; at < 500; at++) {
        const host = document.createElement('div');
        host.attachShadow({ mode }).innerHTML = '<textarea></textarea><button>发送</button>';
        document.body.append(host);
      }
  });
  await works();
});

it('a page that removes our element whenever it sees it', async () => {
  await open('textarea');
  await browser.page.evaluate(() => {
    const known = new Set(document.documentElement.children);
    const remove = () => {
      for (const one of document.documentElement.children)
        if (one !== document.head && one !== document.body) one.remove();
    };
    new MutationObserver(remove).observe(document.documentElement, { childList: true });
    remove();
    return known.size;
  });
  await browser.page.keyboard.type(CONTACT);
  for (let time = 0; time < 8; time++) await press('Enter');
  expect(await state()).toEqual([[], CONTACT]);
  expect(thrown).toEqual([]);
});

it('a page that lays something over everything', async () => {
  await open('textarea');
  await browser.page.evaluate(() => {
    const cover = document.createElement('dialog');
    cover.style.cssText = 'inset:0;width:100vw;height:100vh;opacity:0.1;pointer-events:none';
    document.body.append(cover);
    cover.show();
  });
  await works();
});

it('a page that forges keys, clicks, input, composition and the framework’s own word that we are outdated', async () => {
  await open('textarea');
  await kit(`buyerSays('${QUESTION}')`);
  await ours.waitFor((text) => text.includes(`· ${QUESTION}`));
  await clickEditor();
  await browser.page.keyboard.type(CONTACT);
  await ours.waitFor('.find.block');
  await press('Enter');
  await ours.waitFor((text) => text.includes('仍要发送'));
  await browser.page.evaluate((css) => {
    const box = document.querySelector(css)!;
    const host = [...document.documentElement.children].at(-1)!;
    const keys = [
      { key: '1', code: 'Digit1', altKey: true },
      { key: 'Enter', code: 'Enter', altKey: true },
      { key: 'Enter', code: 'Enter', altKey: true, shiftKey: true },
      { key: '1', code: 'Digit1' },
      { key: 'Escape', code: 'Escape' },
      { key: 'z', code: 'KeyZ', altKey: true },
    ];
    for (const target of [box, host, document, window])
      for (const key of keys)
        for (const type of ['keydown', 'keypress', 'keyup'])
          target.dispatchEvent(new KeyboardEvent(type, { ...key, bubbles: true, composed: true }));
    for (let x = 0; x < innerWidth; x += 40)
      for (let y = 0; y < innerHeight; y += 40)
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
          host.dispatchEvent(new MouseEvent(type, { clientX: x, clientY: y, bubbles: true, composed: true }));
    for (let time = 0; time < 2_000; time++) box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (const type of ['compositionstart', 'compositionend'])
      box.dispatchEvent(new CompositionEvent(type, { bubbles: true }));
    const started = { type: 'wxt:content-script-started', contentScriptName: 'chat', messageId: 'x' };
    window.postMessage(started, '*');
    document.dispatchEvent(new CustomEvent('wxt:content-script-started', { detail: started }));
    for (const type of ['wxt:locationchange', 'pagehide', 'beforeunload', 'unload', 'visibilitychange'])
      window.dispatchEvent(new Event(type));
  }, EDITOR);
  expect(await state()).toEqual([[], CONTACT]);
  expect(await ours.text()).toContain('仍要发送');
  await press('Enter');
  expect(await state()).toEqual([[], CONTACT]);
  await works();
});

it('a page that turns to another buyer while a reply is on its way', async () => {
  await open('contenteditable');
  await kit(`buyerSays('${QUESTION}')`);
  await ours.waitFor((text) => text.includes(`· ${QUESTION}`));
  await clickEditor();
  await browser.page.evaluate(() => {
    window.addEventListener(
      'keyup',
      () => (window as unknown as { kit: { switchTo(name: string): void } }).kit.switchTo('阿岚'),
      {
        capture: true,
        once: true,
      },
    );
    document.addEventListener('selectionchange', () =>
      (window as unknown as { kit: { switchTo(name: string): void } }).kit.switchTo('阿岚'),
    );
  });
  await press('Alt+1');
  await ours.waitFor((text) => text.includes('阿岚'));
  expect(await state()).toEqual([[], '']);
  expect(thrown).toEqual([]);
});
