import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LaunchedWithExtension, launchChromium } from '../../cli/browser/chromium.ts';
import type { Panel } from '../../cli/browser/panel.ts';
import { panel } from '../../cli/browser/shadow.ts';
import { logRows } from '../../cli/demo/log-rows.ts';
import { type Kits, serveKits } from '../kits/serve.ts';
import { BUILT } from './built.ts';

// The send gate of the built extension against the ways in which consoles send.

const CONTACT = '亲，加我微信聊吧';
const EDITOR = '#im-input-box, [data-qa-id="qa-send-message-textarea"]';
const SEND = '[data-qa-id="qa-send-message-button"]';

let kits: Kits;
let browser: LaunchedWithExtension;
let ours: Panel;
let cdp: CDPSession;
let logged: () => ReturnType<typeof logRows>;

beforeAll(async () => {
  kits = await serveKits();
  const { hostRules } = kits;
  browser = await launchChromium({ extension: BUILT.chrome, hostRules, headless: true });
  const desk = await browser.extensionPage('desk.html');
  logged = () => logRows(desk);
  ours = await panel(browser.page);
  cdp = await browser.context.newCDPSession(browser.page);
});
afterAll(async () => {
  await browser?.close();
  await kits?.close();
});

const press = (keys: string) => browser.page.keyboard.press(keys);
const kit = <T>(what: string) => browser.page.evaluate(`window.kit.${what}`) as Promise<T>;
const sent = () => kit<string[]>('sent');
const heard = () => kit<[string, boolean][]>('heard');

/** Opens the page, which no hand has touched yet. */
async function goTo(editor: string, habit = ''): Promise<void> {
  const { page } = browser;
  await page.bringToFront();
  await page.goto(kits.url(editor, habit).replace(`:${kits.port}`, ''));
  await page.waitForFunction('window.kit?.ready');
  await ours.waitFor('aside.cs');
}

async function open(editor: string, habit = ''): Promise<void> {
  await goTo(editor, habit);
  await browser.page.click(EDITOR);
}

/** Writes what may not go out and waits until the panel knows. */
async function write(text = CONTACT): Promise<void> {
  await browser.page.keyboard.type(text);
  await ours.waitFor('.find.block');
}

async function isHeld(text = CONTACT): Promise<void> {
  await ours.waitFor((shown) => shown.includes('仍要发送'));
  expect([await sent(), await kit('text()')]).toEqual([[], text]);
}

describe.each(['react-textarea', 'contenteditable', 'quill', 'tiptap'])('%s', (editor) => {
  beforeEach(() => open(editor));

  it.each([
    ['Enter', () => press('Enter')],
    ['Ctrl+Enter', () => press('Control+Enter')],
    ['a click on send', () => browser.page.click(SEND)],
    ['two clicks on send', () => browser.page.dblclick(SEND)],
  ])('is held on %s, however often', async (_, act) => {
    await write();
    await act();
    await isHeld();
    await act();
    await isHeld();
  });
});

it.each(['capture', 'mousedown'])('a console that sends on %s does not send before us', async (habit) => {
  await open('react-textarea', habit);
  await write();
  await press('Enter');
  await isHeld();
  await browser.page.click(SEND);
  await isHeld();
  expect((await heard()).map(([key]) => key)).not.toContain('Enter');
});

it('holds what was pasted and sent at once', async () => {
  await open('react-textarea');
  await browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await browser.page.evaluate(`navigator.clipboard.writeText('${CONTACT}')`);
  await press('Control+v');
  await press('Enter');
  await isHeld();
});

describe('as the first thing that anybody does on the page', () => {
  const restore = (focused: boolean) =>
    browser.page.evaluate(
      ([css, text, focus]) => {
        const editor = document.querySelector<HTMLElement>(css as string)!;
        editor.textContent = text as string;
        if (focus) editor.focus();
      },
      [EDITOR, CONTACT, focused] as const,
    );

  beforeEach(async () => {
    await goTo('contenteditable');
    await ours.waitFor((shown) => shown !== '' && !shown.includes('正在'));
  });

  it('holds a draft that the console restored, sent by key', async () => {
    await restore(true);
    await press('Enter');
    await isHeld();
  });

  it('holds a draft that the console restored, sent by click', async () => {
    await restore(false);
    await browser.page.click(SEND);
    await isHeld();
  });
});

it('holds words that the console wrote into its editor itself', async () => {
  await open('contenteditable');
  await browser.page.evaluate((text) => {
    document.querySelector('#im-input-box')!.textContent = text;
  }, CONTACT);
  await press('Enter');
  await isHeld();
});

describe('with an input method', () => {
  const compose = (text: string) =>
    cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  const commit = (text: string) => cdp.send('Input.insertText', { text });
  const enter = (type: 'rawKeyDown' | 'keyUp', windowsVirtualKeyCode: number) =>
    cdp.send('Input.dispatchKeyEvent', { type, key: 'Enter', code: 'Enter', windowsVirtualKeyCode });

  beforeEach(async () => {
    await open('react-textarea');
    await write();
  });

  it('leaves Enter to it while it composes, whatever code the key has', async () => {
    await compose('ni');
    await enter('rawKeyDown', 13);
    await enter('keyUp', 13);
    await enter('rawKeyDown', 229);
    await enter('keyUp', 229);
    await commit('你');
    expect(await heard()).toEqual(expect.arrayContaining([['Enter', false]]));
    expect((await heard()).filter(([key]) => key === 'Enter')).toHaveLength(2);
    expect(await ours.text()).not.toContain('仍要发送');
    expect(await kit('text()')).toBe(`${CONTACT}你`);
  });

  it('leaves it a key that only it has', async () => {
    await enter('rawKeyDown', 229);
    await enter('keyUp', 229);
    expect((await heard()).filter(([key]) => key === 'Enter')).toEqual([['Enter', false]]);
    expect(await ours.text()).not.toContain('仍要发送');
  });

  it('leaves it the Enter that ends a composition, and holds the next', async () => {
    await compose('ni');
    // In one go: it is the same press of the key for the person.
    await Promise.all([commit('你'), enter('rawKeyDown', 229), enter('keyUp', 229)]);
    expect(await ours.text()).not.toContain('仍要发送');
    await browser.page.waitForFunction(`window.kit.text() === '${CONTACT}你'`);
    await browser.page.waitForTimeout(100);
    await press('Enter');
    await isHeld(`${CONTACT}你`);
  });

  it('is not fooled by a composition that the page only pretends', async () => {
    await browser.page.evaluate((css) => {
      const box = document.querySelector(css)!;
      for (const type of ['compositionstart', 'compositionend', 'compositionstart'])
        box.dispatchEvent(new CompositionEvent(type, { bubbles: true }));
    }, EDITOR);
    await press('Enter');
    await isHeld();
  });
});

it('lets a held send go after a reason, by one more press, and logs that; other words are held anew', async () => {
  await open('react-textarea');
  const overridden = async () =>
    (await logged()).flatMap((event) => (event.kind === 'finding-overridden' ? [event.reason] : []));
  const before = await overridden();
  await write();
  await press('Enter');
  await isHeld();
  await press('Alt+Shift+Enter');
  await ours.waitFor('fieldset');
  await press('2');
  await ours.waitFor((shown) => shown.includes('原因已记下'));
  expect(await sent()).toEqual([]);
  await press('End');
  await browser.page.keyboard.type('呀');
  await press('Enter');
  await isHeld(`${CONTACT}呀`);
  await press('Backspace');
  await press('Enter');
  await isHeld();
  await press('Alt+Shift+Enter');
  await ours.waitFor('fieldset');
  await press('1');
  await ours.waitFor((shown) => shown.includes('原因已记下'));
  await press('Enter');
  await expect.poll(sent).toEqual([CONTACT]);
  await expect.poll(overridden).toEqual([...before, 'quoting-buyer', 'false-alarm']);
});

it('holds nothing on a page that is not read well, and says so', async () => {
  await open('react-textarea');
  await write();
  await browser.page.evaluate(() => document.querySelector('.messageList')!.remove());
  await ours.waitFor((shown) => shown.includes('发送前确认已停'), { timeout: 20_000 });
  await browser.page.click(EDITOR);
  await press('Enter');
  await expect.poll(sent).toEqual([CONTACT]);
});
