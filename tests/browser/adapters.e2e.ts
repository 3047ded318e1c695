import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Launched, launchPlainChromium } from '../../cli/browser/chromium.ts';
import { seeded } from '../../cli/practice/random.ts';
import { type Practice, startPractice } from '../../cli/practice/server.ts';

// The adapters alone, in a real page's own world: reading, watching and inserting on the practice consoles.

const CONSOLES = [
  {
    id: 'pinduoduo',
    url: 'https://mms.pinduoduo.com/chat-merchant/index.html#/',
    editor: '#replyTextarea',
    send: '.send-btn',
    /** 拼多多 shows the buyer's id; 飞鸽 only the name. */
    key: (buyer: { uid: string; name: string }) => buyer.uid,
    dated: 'id',
  },
  {
    id: 'feige',
    url: 'https://im.jinritemai.com/pc_seller_v2/main/workspace',
    editor: '[data-qa-id="qa-send-message-textarea"]',
    send: '[data-qa-id="qa-send-message-button"]',
    key: (buyer: { uid: string; name: string }) => buyer.name,
    dated: 'page',
  },
] as const;

let practice: Practice;
let browser: Launched;
let page: Page;
let script: string;

beforeAll(async () => {
  const built = await build({
    entryPoints: [join(import.meta.dirname, 'adapters-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'esnext',
    charset: 'utf8',
  });
  script = built.outputFiles[0]!.text;
  practice = await startPractice();
  browser = await launchPlainChromium({ hostRules: practice.hostRules, headless: true });
  page = browser.page;
  await page.addInitScript({ content: `window.addEventListener('DOMContentLoaded', () => { ${script} })` });
});
afterAll(async () => {
  await browser?.close();
  await practice?.close();
});

const told = () => page.evaluate(() => window.underTest.told);
const messages = async () =>
  (await told()).flatMap((one) =>
    one.kind === 'message' ? [{ ...one.message, conversation: one.conversation.key }] : [],
  );
/** Waits until the page told a message with these words; returns every telling of it. */
async function heard(text: string) {
  await page.waitForFunction(
    (words) => window.underTest.told.some((one) => one.kind === 'message' && one.message.text === words),
    text,
  );
  return (await messages()).filter((message) => message.text === text);
}
const buyers = () => page.evaluate(() => window.practice.buyers());
const quiet = (milliseconds = 1_100) => page.waitForTimeout(milliseconds);
const draft = () => page.evaluate(() => window.practice.draft());

describe.each(CONSOLES)('$id', ({ id, url, editor, send, key, dated }) => {
  let here: { uid: string; name: string };
  let there: { uid: string; name: string };

  beforeEach(async () => {
    await page.goto('about:blank');
    await page.goto(url);
    await page.locator(editor).waitFor();
    await page.evaluate(() => window.practice.reset());
    await page.evaluate((adapter) => window.startAdapters(adapter), id);
    await page.waitForFunction(() => window.underTest.told.some(({ kind }) => kind === 'message'));
    await quiet(500);
    const all = await buyers();
    const active = await page.evaluate(() => window.practice.active());
    here = all.find(({ uid }) => uid === active)!;
    const names = all.map(({ name }) => name);
    there = all.find(({ uid, name }) => uid !== active && names.indexOf(name) === names.lastIndexOf(name))!;
  });

  it('reads the open conversation as the marketplace holds it', async () => {
    const real = await page.evaluate((uid) => window.practice.messages(uid), here.uid);
    const seen = await messages();
    const shown = real.filter(({ variant }) => variant !== 'llm');
    expect(seen.map(({ key: { value } }) => value)).toEqual(shown.map((message) => message.id));
    expect(new Set(seen.map((message) => message.seen))).toEqual(new Set(['backfill']));
    expect(new Set(seen.map((message) => message.conversation))).toEqual(new Set([key(here)]));
    for (const [index, message] of seen.entries()) {
      const { by, content, at, variant } = shown[index]!;
      // A marker line that says 系统消息 is taken at its word.
      if (variant !== 'system') expect([message.text, message.by]).toEqual([message.text, by]);
      if ('text' in content) expect(message.text).toBe(content.text);
      if (message.sentAt.precision === 'second') {
        expect(message.sentAt.source).toBe(dated);
        expect(Math.abs(message.sentAt.at - at)).toBeLessThan(1_000);
      }
    }
    expect((await page.evaluate(() => window.underTest.health())).missing).toEqual([]);
  });

  it('tells each kind of news once, as live', async () => {
    // A row without a time, such as 飞鸽's notices, counts as there before for a second.
    await quiet();
    const [text, robot, system, picture, card] = await page.evaluate(async (uid) => {
      const { buyerSays, robotSays, systemSays, image, card: goods } = window.practice;
      return [
        await buyerSays(uid, '还在不在'),
        await robotSays(uid, '自动回复一句'),
        await systemSays(uid, '会话将在十分钟后关闭'),
        await image(uid),
        await goods(uid, 'agent'),
      ];
    }, here.uid);
    await page.evaluate((uid) => window.practice.agentSays(uid, '在的亲'), here.uid);
    await heard('在的亲');
    await quiet();
    const live = (await messages()).filter(({ seen }) => seen === 'live');
    expect(live.map((message) => [message.key.value, message.by, message.content])).toEqual([
      [text, 'buyer', 'text'],
      [robot, 'robot', 'text'],
      [system, id === 'feige' ? 'unknown' : 'system', id === 'feige' ? 'other' : 'notice'],
      [picture, 'buyer', 'image'],
      [card, 'agent', 'product'],
      [live.at(-1)!.key.value, 'agent', 'text'],
    ]);
  });

  it('tells a recall by the id of the message', async () => {
    const recalled = await page.evaluate((uid) => window.practice.buyerSays(uid, '说错了'), here.uid);
    await heard('说错了');
    await page.evaluate((one) => window.practice.recall(one), recalled);
    await page.waitForFunction(() => window.underTest.told.some(({ kind }) => kind === 'recalled'));
    await quiet();
    const recalls = (await told()).flatMap((one) => (one.kind === 'recalled' ? [one.key.value] : []));
    expect(recalls).toEqual([recalled]);
    expect(await heard('说错了')).toHaveLength(1);
  });

  it('tells nothing twice over a re-mount, and what came meanwhile as backfill', async () => {
    const before = (await messages()).length;
    await page.evaluate(async (uid) => {
      const mounting = window.practice.remount();
      await window.practice.buyerSays(uid, '重新加载时说的');
      await mounting;
    }, here.uid);
    expect(await heard('重新加载时说的')).toMatchObject([
      { seen: 'backfill', by: 'buyer', conversation: key(here) },
    ]);
    await page.evaluate((uid) => window.practice.buyerSays(uid, '之后说的'), here.uid);
    expect(await heard('之后说的')).toMatchObject([{ seen: 'live' }]);
    await quiet();
    expect(await messages()).toHaveLength(before + 2);
  });

  it('gives every message to its own buyer over switches, and tells who waits elsewhere', async () => {
    await page.evaluate((uid) => window.practice.open(uid), there.uid);
    await page.evaluate((uid) => window.practice.buyerSays(uid, '你去哪了'), here.uid);
    await page.waitForFunction(
      (waiting) =>
        window.underTest.told
          .findLast((one) => one.kind === 'waiting')
          ?.rows.some((row) => row.conversation.key === waiting),
      key(here),
    );
    await page.evaluate((uid) => window.practice.open(uid), here.uid);
    expect(await heard('你去哪了')).toMatchObject([{ seen: 'backfill', conversation: key(here) }]);
    await quiet();
    const real = await page.evaluate(() =>
      window.practice
        .buyers()
        .flatMap((buyer) => window.practice.messages(buyer.uid).map((one) => ({ ...buyer, id: one.id }))),
    );
    const owners = new Map(real.map((one) => [one.id, key(one)]));
    const seen = await messages();
    expect(seen.filter((message) => owners.get(message.key.value) !== message.conversation)).toEqual([]);
    expect(new Set(seen.map((message) => message.key.value)).size).toBe(seen.length);
    const turns = (await told()).flatMap((one) =>
      one.kind === 'opened' || one.kind === 'closed' ? [`${one.kind} ${one.conversation.key}`] : [],
    );
    const [first, second] = [key(here), key(there)];
    expect(turns).toEqual([
      `opened ${first}`,
      `closed ${first}`,
      `opened ${second}`,
      `closed ${second}`,
      `opened ${first}`,
    ]);
  });

  it('keeps apart what is said while the page is driven at random', async () => {
    const random = seeded(20_261_108);
    const all = await buyers();
    const steps = Array.from({ length: 80 }, () => {
      const { uid } = all[Math.floor(random() * Math.min(5, all.length))]!;
      return { act: Math.floor(random() * 8), uid, wait: Math.floor(random() * 60) };
    });
    await page.evaluate(async (driven) => {
      for (const [index, { act, uid, wait }] of driven.entries()) {
        const { practice: desk } = window;
        if (act < 3) void desk.open(uid);
        else if (act < 5) await desk.buyerSays(uid, `第${index}句`);
        else if (act === 5) await desk.agentSays(uid, `第${index}答`);
        else if (act === 6) void desk.remount();
        else history.pushState(null, '', `?step=${index}`);
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }, steps);
    await quiet();
    for (const uid of new Set(steps.map((step) => step.uid))) {
      await page.evaluate((one) => window.practice.open(one), uid);
      // All that this buyer's conversation holds of ours is told some time after it was opened, or the test hangs.
      await page.waitForFunction((one) => {
        const known = new Set(
          window.underTest.told.map((seen) => (seen.kind === 'message' ? seen.message.key.value : '')),
        );
        return window.practice
          .messages(one)
          .filter(({ content }) => 'text' in content && /^第\d+[句答]$/.test(content.text))
          .every(({ id }) => known.has(id));
      }, uid);
    }
    await quiet();
    const real = await page.evaluate(() =>
      window.practice.buyers().flatMap((buyer) =>
        window.practice.messages(buyer.uid).map((one) => ({
          ...buyer,
          id: one.id,
          by: one.by,
          words: 'text' in one.content ? one.content.text : '',
        })),
      ),
    );
    const seen = await messages();
    const owners = new Map(real.map((one) => [one.id, key(one)]));
    expect(seen.filter((message) => owners.get(message.key.value) !== message.conversation)).toEqual([]);
    expect(new Set(seen.map((message) => message.key.value)).size).toBe(seen.length);
    const said = real.filter(({ words }) => /^第\d+[句答]$/.test(words)).map((one) => one.id);
    const known = new Set(seen.map((message) => message.key.value));
    expect(said.filter((one) => !known.has(one))).toEqual([]);
  });

  it('says what makes the page unusable, and takes what came meanwhile as backfill', async () => {
    const states = async () =>
      (await told()).flatMap((one) =>
        one.kind === 'state' ? [one.state.kind === 'unusable' ? one.state.reason : one.state.kind] : [],
      );
    await page.evaluate(() => window.practice.connecting(true));
    await page.waitForFunction(() =>
      window.underTest.told.some((one) => one.kind === 'state' && one.state.kind === 'unusable'),
    );
    await page.evaluate((uid) => window.practice.buyerSays(uid, '断线时说的'), here.uid);
    await quiet();
    expect((await messages()).filter(({ text }) => text === '断线时说的')).toEqual([]);
    await page.evaluate(() => window.practice.connecting(false));
    expect(await heard('断线时说的')).toMatchObject([{ seen: 'backfill' }]);
    await page.evaluate(() => window.practice.kick());
    await page.waitForFunction(
      () => window.underTest.told.findLast(({ kind }) => kind === 'state')?.kind === 'state',
    );
    await quiet();
    expect((await states()).filter((state) => state !== 'loading')).toEqual([
      'ready',
      'connecting',
      'ready',
      'kicked',
    ]);
  });

  it('inserts at the caret through the framework, keeps undo, and replaces a span', async () => {
    const box = page.locator(editor);
    await box.pressSequentially('abcd');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    const insert = (text: string) =>
      page.evaluate(([words, expected]) => window.underTest.insert(words!, expected!), [text, key(here)]);
    expect(await insert('亲，\n您好🙂')).toEqual({ ok: true });
    expect(await draft()).toBe('ab亲，\n您好🙂cd');
    await page.keyboard.press('Control+z');
    expect(await draft()).toBe('abcd');
    await insert('亲，');
    await page.keyboard.type('!');
    expect(await draft()).toBe('ab亲，!cd');
    // Chromium takes what is typed on into the same step.
    await page.keyboard.press('Control+z');
    expect(await draft()).toBe('abcd');
    const replaced = await page.evaluate(
      (expected) => window.underTest.replace(1, 3, '一二三', expected),
      key(here),
    );
    expect([replaced, await draft()]).toEqual([{ ok: true }, 'a一二三d']);
    await page.keyboard.press('Control+z');
    expect(await draft()).toBe('abcd');
    expect(
      await page.evaluate((expected) => window.underTest.replace(0, 4, '', expected), key(here)),
    ).toEqual({ ok: true });
    expect(await draft()).toBe('');
    await insert('不在焦点也行');
    expect(await draft()).toBe('不在焦点也行');
    expect(await page.evaluate(() => window.practice.sent())).toEqual([]);
  });

  it('inserts nothing once another conversation is open', async () => {
    await page.evaluate((uid) => window.practice.open(uid), there.uid);
    const outcome = await page.evaluate(
      (expected) => window.underTest.insert('给前一位的话', expected),
      key(here),
    );
    expect([outcome, await draft()]).toEqual([{ ok: false, reason: 'conversation-changed' }, '']);
  });

  it('says so when the editor does not take it', async () => {
    await page.locator(editor).evaluate((box) => {
      (box as HTMLTextAreaElement).maxLength = 3;
    });
    const outcome = await page.evaluate(
      (expected) => window.underTest.insert('超过了长度', expected),
      key(here),
    );
    expect(outcome).toEqual({ ok: false, reason: 'not-taken' });
  });

  it('waits for an input method to finish', async () => {
    await page.locator(editor).focus();
    const cdp = await browser.context.newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    await page.evaluate((expected) => {
      Object.assign(window, { pending: window.underTest.insert('，好', expected) });
    }, key(here));
    await quiet(300);
    expect(await page.locator(editor).inputValue()).toBe('ni');
    await cdp.send('Input.insertText', { text: '你' });
    expect(await page.evaluate(() => (window as unknown as { pending: unknown }).pending)).toEqual({
      ok: true,
    });
    expect(await draft()).toBe('你，好');
    await cdp.detach();
  });

  it('knows the gestures that may send', async () => {
    const gestures = () => page.evaluate(() => window.underTest.gestures.splice(0));
    await page.locator(editor).focus();
    await page.keyboard.press('Shift+Enter');
    await page.keyboard.press('a');
    await page.mouse.click(5, 5);
    expect(await gestures()).toEqual([]);
    await page.locator(editor).focus();
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Enter');
    expect(await gestures()).toEqual(['keydown Ctrl+Enter', 'keydown Enter']);
    await page.locator(send).click();
    expect(await gestures()).toEqual(['pointerdown', 'mousedown', 'click']);
    const box = await page.evaluate(() => window.underTest.sendBox());
    expect(box!.bottom - box!.top).toBeGreaterThan(30);
    expect(box!.right - box!.left).toBeGreaterThan(200);
  });

  it('stops with its signal', async () => {
    await page.evaluate(() => window.underTest.stop());
    await page.evaluate((uid) => window.practice.buyerSays(uid, '没人听'), here.uid);
    await quiet(3_200);
    expect((await messages()).filter(({ text }) => text === '没人听')).toEqual([]);
  });
});

describe('a page that fights back', () => {
  const saved = (id: string) =>
    readFileSync(join(import.meta.dirname, `../../adapters/consoles/${id}.html`), 'utf8');
  const open = async (id: string, html: string) => {
    await page.goto('about:blank');
    await page.setContent(html);
    await page.evaluate(script);
    await page.evaluate((adapter) => window.startAdapters(adapter), id);
  };

  it('is read past named inputs that shadow the DOM', async () => {
    await open('pinduoduo', saved('pinduoduo'));
    const plain = await page.evaluate(() => window.underTest.read());
    const traps =
      'children childNodes firstChild nextSibling parentNode parentElement attributes textContent querySelector querySelectorAll matches closest getAttribute localName nodeType contains isConnected checkVisibility ownerDocument previousElementSibling'
        .split(' ')
        .map((name) => `<input type="hidden" name="${name}">`)
        .join('');
    await page.evaluate((inputs) => {
      for (const css of [
        '.buyer-item',
        '.cs-item',
        '#msgListContainer',
        '.chat-item-box',
        '.chatWindowHeader',
      ])
        for (const node of document.querySelectorAll(css)) {
          const form = document.createElement('form');
          form.className = node.className;
          form.id = node.id;
          for (const { name, value } of node.attributes) form.setAttribute(name, value);
          form.append(...node.childNodes);
          node.replaceWith(form);
          form.insertAdjacentHTML('beforeend', inputs);
        }
    }, traps);
    expect(await page.evaluate(() => typeof document.querySelector('.buyer-item')!.querySelector)).toBe(
      'object',
    );
    const read = await page.evaluate(() => window.underTest.read());
    expect([read.rows, read.state]).toEqual([plain.rows, plain.state]);
    expect(read.contacts.map(({ conversation, waiting }) => [conversation, waiting])).toEqual(
      plain.contacts.map(({ conversation, waiting }) => [conversation, waiting]),
    );
    await quiet(600);
    expect((await messages()).map(({ text }) => text)).toContain('有的，170 建议拍 L');
  });

  it('is read in small pieces, however long: 10,000 rows and a megabyte in one of them', async () => {
    const html = saved('pinduoduo').replace(
      /<ul class="msg-list">[\s\S]*<\/ul>/,
      '<ul class="msg-list"></ul>',
    );
    await open('pinduoduo', html);
    await page.evaluate(() => {
      const at = Date.now() - 50_000_000;
      document.querySelector('.msg-list')!.innerHTML = Array.from({ length: 10_000 }, (_, index) => {
        const words = index === 5_000 ? 'x'.repeat(1_000_000) : `第${index}条`;
        return `<li class="onemsg" id="middlePanel_list_${at + index}"><div class="buyer-item"><div currentuid="900100"><p class="msg-content-box">${words}</p></div></div></li>`;
      }).join('');
    });
    await page.waitForFunction(
      () => window.underTest.told.filter(({ kind }) => kind === 'message').length === 10_000,
      undefined,
      { timeout: 60_000 },
    );
    const { batches, longest } = await page.evaluate(() => ({
      batches: Math.max(...window.underTest.batches),
      longest: Math.max(
        ...window.underTest.told.map((one) => (one.kind === 'message' ? one.message.text.length : 0)),
      ),
    }));
    expect({ batches, longest }).toEqual({ batches: 100, longest: 4_000 });
    await page.evaluate(() => {
      for (let index = 0; index < 300; index += 1)
        document
          .querySelector('.msg-list')!
          .insertAdjacentHTML(
            'beforeend',
            `<li class="onemsg" id="middlePanel_list_${Date.now() + index}"><div class="buyer-item"><div currentuid="900100"><p class="msg-content-box">急${index}</p></div></div></li>`,
          );
    });
    await heard('急299');
    expect((await messages()).filter(({ seen }) => seen === 'live')).toHaveLength(300);
  });

  it('has its contenteditable box written into at the caret, with undo', async () => {
    const html = saved('feige').replace(
      /<textarea[^>]*><\/textarea>/,
      '<div id="im-input-box" contenteditable="true"></div>',
    );
    await open('feige', html);
    const expected = '晴天小铺的猫';
    const model = () => page.evaluate(() => window.underTest.text());
    await page.locator('#im-input-box').click();
    await page.keyboard.type('abcd');
    await page.keyboard.press('ArrowLeft');
    expect(await page.evaluate((name) => window.underTest.insert('亲，您好', name), expected)).toEqual({
      ok: true,
    });
    expect(await model()).toBe('abc亲，您好d');
    await page.keyboard.press('Control+z');
    expect(await model()).toBe('abcd');
    expect(await page.evaluate((name) => window.underTest.replace(1, 3, '二\n三', name), expected)).toEqual({
      ok: true,
    });
    expect(await model()).toBe('a二\n三d');
    await page.keyboard.press('Control+z');
    expect(await model()).toBe('abcd');
  });
});
