import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Launched, launchPlainChromium } from '../../cli/browser/chromium.ts';
import { type Practice, startPractice } from '../../cli/practice/server.ts';

// The practice pages alone, without the extension: the DOM and the habits that the real consoles were seen
// to have. An adapter that works here was tested against these, no more and no less.

let practice: Practice;
let browser: Launched;
let page: Page;
const troubles: string[] = [];
const asked = new Set<string>();

beforeAll(async () => {
  practice = await startPractice();
  browser = await launchPlainChromium({ hostRules: practice.hostRules, headless: true });
  page = browser.page;
  page.on('request', (request) => {
    if (request.url().startsWith('http')) asked.add(new URL(request.url()).host);
  });
  page.on('pageerror', (error) => troubles.push(error.message));
  page.on('console', (line) => void (line.type() === 'error' && troubles.push(line.text())));
});
afterAll(async () => {
  await browser?.close();
  await practice?.close();
});

const count = (selector: string) => page.locator(selector).count();
const textOf = (selector: string) => page.locator(selector).first().innerText();
const draft = () => page.evaluate(() => window.practice.draft());
const sent = () => page.evaluate(() => window.practice.sent().map(({ text }) => text));
const until = (selector: string) => page.locator(selector).first().waitFor();

/** What both consoles' editors share, whatever framework holds them. */
function controlledEditor(editor: string, button: string) {
  it('loses a value that is set without the framework hearing of it', async () => {
    await page.locator(editor).evaluate((box) => {
      (box as HTMLTextAreaElement).value = '直接改值';
    });
    expect(await draft()).toBe('');
    await page.locator(button).click();
    expect(await sent()).toEqual([]);
  });

  it('takes the native setter with an input event, and execCommand, at the caret and undoable', async () => {
    const box = page.locator(editor);
    await box.evaluate((one) => {
      const { set } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')!;
      set!.call(one, '亲，好的');
      one.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
    expect(await draft()).toBe('亲，好的');
    await box.evaluate((one) => {
      (one as HTMLTextAreaElement).focus();
      (one as HTMLTextAreaElement).setSelectionRange(2, 2);
      document.execCommand('insertText', false, '您放心，');
    });
    expect(await draft()).toBe('亲，您放心，好的');
    await page.keyboard.press('Control+z');
    expect(await draft()).toBe('亲，好的');
  });

  it('sends what the model holds by a real click, and empties the box', async () => {
    await page.locator(editor).pressSequentially('亲，在的');
    await page.locator(button).click();
    await page.waitForFunction(() => window.practice.sent().length === 1);
    expect(await sent()).toEqual(['亲，在的']);
    expect(await page.locator(editor).inputValue()).toBe('');
  });
}

describe('拼多多', () => {
  const FIRST = '7702418853016';
  const TWIN = '7702418861942';
  const editor = '#replyTextarea';

  beforeEach(async () => {
    // The same address with a hash would be no navigation at all.
    await page.goto('about:blank');
    await page.goto('https://mms.pinduoduo.com/chat-merchant/index.html#/');
    await until('#msgListContainer');
    await page.evaluate(() => window.practice.reset());
    await until('#msgListContainer');
  });

  it('keeps its address and mounts in the top document', async () => {
    expect(page.url()).toBe('https://mms.pinduoduo.com/chat-merchant/index.html#/');
    expect(await count('iframe')).toBe(0);
  });

  it('draws rows as seen: ids in milliseconds, sides, robot, system, cards', async () => {
    const ids = await page
      .locator('#msgListContainer > ul.msg-list > li.onemsg')
      .evaluateAll((rows) => rows.map(({ id }) => id));
    expect(ids.every((id) => /^middlePanel_list_\d{13}$/.test(id))).toBe(true);
    expect(await count('.onemsg .buyer-item .msg-content-box')).toBeGreaterThan(1);
    expect(await count('.cs-item .robot-text')).toBe(1);
    expect(await count('.cs-item.callback:not(:has(.robot-text))')).toBe(1);
    expect(await count('.cs-item.isread p.msg-content-box')).toBeGreaterThan(0);
    expect(await count('[class*="BuyerFromCard"]')).toBe(1);
    expect(await count('.commonCard')).toBe(1);
    expect(
      await count(`.onemsg div[currentuid="${FIRST}"] > .msg-content > p.msg-content-box`),
    ).toBeGreaterThan(1);
    expect(await textOf('.chatWindowHeader .base-info .name')).toBe('S*******n');
  });

  it('shows a time on some rows only', async () => {
    const times = await page.locator('p.message-time').allInnerTexts();
    expect(times.length).toBeLessThan(await count('.onemsg'));
    expect(times.every((time) => /^\d{4}年\d\d月\d\d日 \d\d:\d\d:\d\d$/.test(time))).toBe(true);
    const first = page.locator('.onemsg').first();
    const [id, shown] = [await first.getAttribute('id'), await first.locator('p.message-time').innerText()];
    const at = new Date(Number(id!.replace('middlePanel_list_', '')) + 8 * 3_600_000).toISOString();
    expect(shown.replace(/[年月]/g, '-').replace('日 ', 'T')).toBe(at.slice(0, 19));
  });

  it('takes pictures, goods, system lines and recalls', async () => {
    const ids = await page.evaluate(async (uid) => {
      const { image, card, systemSays, buyerSays, recall } = window.practice;
      const all = [
        await image(uid),
        await card(uid),
        await systemSays(uid, '会话提醒'),
        await systemSays(uid, '提醒', 'msg-31'),
      ];
      const said = await buyerSays(uid, '说错了');
      await recall(said);
      return [...all, said];
    }, FIRST);
    const [image, card, system, other, gone] = ids.map((id) => `#middlePanel_list_${id}`);
    expect(await count(`${image} .image-msg img`)).toBe(1);
    expect(await count(`${image} .msg-content-box`)).toBe(0);
    expect(await textOf(`${card} .good-card a.good-detail`)).toContain('置物架');
    expect(await textOf(`${card} p.good-id`)).toMatch(/\d{12}/);
    expect(await textOf(`${card} span.good-price`)).toBe('¥89.00');
    expect(await count(`${system} > .msg-system`)).toBe(1);
    expect(await count(`${other} > .system-msg-31`)).toBe(1);
    expect(await count(`${gone} .msg-content-box`)).toBe(0);
    expect(await textOf(`${gone} .msg-system`)).toContain('撤回');
  });

  it('lists the same buyer in several groups, masked names colliding, with its own timer', async () => {
    await page.evaluate((uid) => window.practice.buyerSays(uid, '快点'), FIRST);
    const rows = page.locator(`.chat-item-box[data-random^="${FIRST}-0-"]`);
    expect(await rows.evaluateAll((all) => all.map((one) => one.getAttribute('data-random')))).toEqual([
      `${FIRST}-0-unreply`,
      `${FIRST}-0-recent`,
    ]);
    expect(await rows.evaluateAll((all) => all.every((one) => one.matches('.active')))).toBe(true);
    expect(await textOf(`[data-random^="${FIRST}"] .nickname-span`)).toBe(
      await textOf(`[data-random^="${TWIN}"] .nickname-span`),
    );
    expect(await textOf(`[data-random="${FIRST}-0-unreply"] .chat-message-content`)).toBe('快点');
    expect(await textOf(`[data-random="${FIRST}-0-unreply"] .item-note`)).toMatch(/^\d\d:\d\d$/);
    expect(await textOf(`[data-random="${FIRST}-0-unreply"] .chat-unreply-over-time`)).toContain('0:0');
  });

  it('keeps only the rows in sight, and uses their nodes again', async () => {
    const slots = () => count('.chat-list-slot');
    expect(await slots()).toBeLessThan(25);
    const first = page.locator('.chat-item-box').nth(3);
    const node = await first.elementHandle();
    const before = await node!.getAttribute('data-random');
    await page.locator('.chat-list').evaluate((list) => list.scrollTo(0, 1_500));
    await expect
      .poll(async () => [
        await node!.evaluate((one) => one.isConnected),
        await node!.getAttribute('data-random'),
      ])
      .toEqual([true, expect.not.stringMatching(`^${before}$`)]);
    expect(await count('.nickname-span')).toBeGreaterThan(5);
  });

  it('opens a conversation by a trusted click only', async () => {
    const row = page.locator(`[data-random="${TWIN}-0-recent"]`);
    await row.evaluate((one) => (one as HTMLElement).click());
    expect(await page.evaluate(() => window.practice.active())).toBe(FIRST);
    await row.click();
    await until(`[currentuid="${TWIN}"]`);
    expect(await count(`[currentuid="${FIRST}"]`)).toBe(0);
  });

  it('ignores an untrusted click on send, and Enter until the switch says otherwise', async () => {
    await page.locator(editor).pressSequentially('亲');
    await page.locator('.reply-box div.send-btn').evaluate((one) => (one as HTMLElement).click());
    await page.locator(editor).press('Enter');
    expect(await sent()).toEqual([]);
    expect(await draft()).toBe('亲\n');
    await page.evaluate(() => window.practice.setEnterSends(true));
    await page.locator(editor).press('Enter');
    await page.waitForFunction(() => window.practice.sent().length === 1);
    expect(await sent()).toEqual(['亲']);
  });

  it('walks through conversations with the arrow keys, but not out of a draft', async () => {
    await page.locator(editor).press('ArrowDown');
    expect(await page.evaluate(() => window.practice.active())).not.toBe(FIRST);
    await page.evaluate((uid) => window.practice.open(uid), FIRST);
    await page.locator(editor).pressSequentially('亲');
    await page.locator(editor).press('ArrowDown');
    expect(await page.evaluate(() => window.practice.active())).toBe(FIRST);
  });

  it('replaces the list node on a re-mount and on a switch, with the same ids', async () => {
    const list = await page.locator('#msgListContainer').elementHandle();
    const ids = () => page.locator('.onemsg').evaluateAll((rows) => rows.map(({ id }) => id));
    const before = await ids();
    await page.evaluate(() => window.practice.remount());
    await until('#msgListContainer');
    expect(await list!.evaluate((one) => one.isConnected)).toBe(false);
    expect(await ids()).toEqual(before);
  });

  it('mounts late when asked to', async () => {
    await page.goto('https://mms.pinduoduo.com/chat-merchant/index.html?late=400#/');
    await until('.chatWindowHeader');
    expect(await count('#msgListContainer')).toBe(0);
    await until('#msgListContainer');
  });

  it('has no conversation while it connects, and is frozen once kicked', async () => {
    await page.evaluate(() => window.practice.connecting(true));
    expect(await textOf('.chat-window')).toBe('正在连接服务器...');
    expect(await count('[currentuid], .chatWindowHeader, #replyTextarea')).toBe(0);
    await page.evaluate(() => window.practice.connecting(false));
    await until('#msgListContainer');
    await page.evaluate(() => window.practice.kick());
    expect(await textOf('.el-dialog__wrapper')).toContain('账户在别处登录');
    const rows = await count('.onemsg');
    await page.evaluate((uid) => window.practice.buyerSays(uid, '还在吗'), FIRST);
    expect(await count('.onemsg')).toBe(rows);
  });

  it('keeps its messages over a reload and shows them in a second tab', async () => {
    const id = await page.evaluate((uid) => window.practice.buyerSays(uid, '记得我吗'), FIRST);
    await page.reload();
    await until(`#middlePanel_list_${id}`);
    const tab = await browser.context.newPage();
    await tab.goto('https://mms.pinduoduo.com/');
    await tab.locator(`#middlePanel_list_${id}`).waitFor();
    const next = await page.evaluate((uid) => window.practice.buyerSays(uid, '两边都有'), FIRST);
    await tab.locator(`#middlePanel_list_${next}`).waitFor();
    await tab.close();
  });

  controlledEditor(editor, 'div.send-btn');
});

describe('飞鸽', () => {
  const FIRST = 'buyer-cheng';
  const row = (name: string) => `[data-qa-id="qa-conversation-chat-item"]:has([title="${name}"])`;
  const editor = 'textarea[data-qa-id="qa-send-message-textarea"]';
  const messageRow = '[data-qa-id="qa-message-warpper"]';

  beforeEach(async () => {
    await page.goto('https://im.jinritemai.com/pc_seller_v2/main/workspace');
    await until('.messageList');
    await page.evaluate(() => window.practice.reset());
    await until('.messageList');
  });

  it('draws rows by its test hooks, typo included', async () => {
    expect(page.url()).toBe('https://im.jinritemai.com/pc_seller_v2/main/workspace');
    expect(await count(`#workspace-chat .messageList ${messageRow}.msgItemWrap`)).toBe(10);
    expect(await count(`${messageRow}[data-qa-message-id] [data-id]`)).toBe(8);
    expect(await count('.messageNotMe pre span')).toBeGreaterThan(1);
    expect(await count('.messageIsMe pre')).toBeGreaterThan(1);
    expect(
      await page
        .locator('.messageIsMe')
        .first()
        .evaluate((one) => getComputedStyle(one).flexDirection),
    ).toBe('row-reverse');
    expect(await count('img[alt="头像"]')).toBeGreaterThan(4);
  });

  it('says in the row who answered by itself, and in ids what is no chat', async () => {
    expect(await textOf('[data-id*="_Welcome_"]')).toContain('商家配置发送');
    expect(await count('[data-id*="_CsAssign_"]')).toBe(1);
    expect(await textOf('.messageList')).toContain('抖音电商智能客服发送');
    expect(await textOf('.messageList')).toContain('现在是人工客服为您服务');
    expect(await count('[data-id$="_template"] .chatd-card')).toBe(1);
    await page.evaluate(() => window.practice.open('buyer-qiu'));
    expect(await textOf('.leaveMessage.messageNotMe pre')).toContain('乌龙');
    expect(await count('[data-id^="llm_process_"], [data-id^="transfer_staff_"]')).toBe(2);
    expect(await textOf('.messageList')).toContain('系统消息');
    await page.evaluate(() => window.practice.open('buyer-he'));
    expect(await count('[data-id^="cs_close_conversation_"]')).toBe(1);
  });

  it('shows a time without a date in a hashed class, and dividers of hours and minutes', async () => {
    const times = await page.locator('.O4UWWFoQxgMq4AWHMq25').allInnerTexts();
    expect(times.length).toBe(await count('.messageIsMe, .messageNotMe'));
    expect(times.every((time) => /^\d\d:\d\d:\d\d$/.test(time))).toBe(true);
    expect(await textOf('.dividerL9')).toMatch(/^\d\d:\d\d$/);
  });

  it('draws cards with split prices, and pictures', async () => {
    expect(await textOf('.chatd-card .pigeon-card-place-holder-text .content')).toContain('绿茶');
    expect(await textOf('.chatd-price-price-inter')).toBe('128');
    expect(await textOf('.chatd-price-price-decimal')).toBe('.00');
    const id = await page.evaluate((uid) => window.practice.image(uid), FIRST);
    expect(await count(`[data-id="${id}"] img[alt="图片"]`)).toBe(1);
    expect(await count(`[data-id="${id}"] pre`)).toBe(0);
  });

  it('takes a message back as a line of its own', async () => {
    const gone = await page.evaluate(async (uid) => {
      const id = await window.practice.buyerSays(uid, '说错了');
      await window.practice.recall(id);
      return id;
    }, FIRST);
    expect(await textOf(`[data-id="${gone}"]`)).toBe('对方撤回了一条消息');
    expect(await count(`${messageRow}[data-qa-message-id="${gone}"]`)).toBe(0);
  });

  it('lists conversations with names as titles, timers, badges and rows that are no buyers', async () => {
    expect(await count('.list_items .scroller_content [data-kora="conversation"]')).toBeGreaterThan(5);
    const late = row('罗小满不满');
    expect(await textOf(`${late} [class*="timerParticular"]`)).toMatch(/^\d分钟$/);
    expect(await textOf(`${late} sup[class*="badge-count"]`)).toBe('2');
    await page.evaluate(() => window.practice.buyerSays('buyer-he', '礼盒呢'));
    expect(await textOf(`${row('河边散步')} [class*="timerParticular"]`)).toMatch(/^(刚刚|\d+秒)$/);
    expect(await textOf(`${row('河边散步')} [class*="msgContent"]`)).toBe('礼盒呢');
    expect(await textOf(`${row('系统通知')} [class*="timerParticular"]`)).toMatch(/^(\d\d:\d\d|昨天)$/);
    expect(await count(row('智能客服'))).toBe(1);
    expect(await textOf('[data-btm="message_group_name_overtime"]')).toContain('1');
    expect(await textOf('[data-btm="message_group_name_waitReply"]')).toContain('1');
    expect(await count('[aria-selected="true"]')).toBe(1);
  });

  it('mirrors unsent text into the list once another conversation is open', async () => {
    await page.locator(editor).pressSequentially('亲，稍等');
    await page.locator(row('河边散步')).click();
    expect(await textOf(`${row('山里的橙子')} [class*="msgContent"]`)).toBe('[草稿]亲，稍等');
    expect(await page.locator(editor).inputValue()).toBe('');
  });

  it('names the buyer in the header and in the editor, and nowhere by id', async () => {
    expect(await textOf('#topbar-left-info span')).toBe('山里的橙子');
    expect(await page.locator(editor).getAttribute('placeholder')).toBe(
      '发送给 山里的橙子，使用Enter 发送消息',
    );
    expect(await page.content()).not.toContain(FIRST);
  });

  it('sends by Enter, but not while a word is being composed', async () => {
    await page.locator(editor).pressSequentially('亲');
    const cdp = await browser.context.newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
    await page
      .locator(editor)
      .evaluate((one) =>
        one.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true })),
      );
    expect(await sent()).toEqual([]);
    await cdp.send('Input.insertText', { text: '您' });
    await page.locator(editor).press('Enter');
    await page.waitForFunction(() => window.practice.sent().length === 1);
    expect(await sent()).toEqual(['亲您']);
  });

  it('replaces the list node on a re-mount', async () => {
    const list = await page.locator('.messageList').elementHandle();
    await page.evaluate(() => window.practice.remount());
    await until('.messageList');
    expect(await list!.evaluate((one) => one.isConnected)).toBe(false);
  });

  it.each([
    ['login', '登录过期'],
    ['scan', '扫码登录'],
    ['no-permission', '暂无会话权限'],
  ] as const)('shows nothing but the reason when blocked: %s', async (reason, shown) => {
    await page.evaluate((why) => window.practice.block(why), reason);
    expect(await textOf('#root')).toContain(shown);
    expect(await count(`#workspace-chat, ${editor}`)).toBe(0);
  });

  it('shows the order and the goods beside the thread', async () => {
    expect(await textOf('#rc-tabs-1-panel-combination')).toMatch(/(?<!\d)\d{19}(?!\d)/);
    expect(await textOf('#rc-tabs-1-panel-combination button')).toBe('邀请下单');
    expect(await count('[data-qa-id="qa-transfer-conversation"], [data-qa-id="qa-transfer-customer"]')).toBe(
      2,
    );
  });

  controlledEditor(editor, '[data-qa-id="qa-send-message-button"]');
});

describe('a story', () => {
  it('plays: buyers write by themselves and answer the agent', async () => {
    await page.goto('https://mms.pinduoduo.com/chat-merchant/index.html?story=pinduoduo-evening&speed=40');
    await page.getByText('我周末搬家急着用').last().waitFor();
    await page.locator('#replyTextarea').fill('亲，今天五点前发货');
    await page.locator('.send-btn').click();
    await page.locator('.buyer-item').getByText('今天一定能出吗').waitFor();
    await page.locator('.buyer-item').getByText('都两天了').waitFor();
  });

  it('opens the conversation of the order in the address', async () => {
    await page.goto('https://mms.pinduoduo.com/chat-merchant/index.html?orderSn=261117-220318847751317');
    await until('[currentuid="7702418870315"]');
    await page.goto('https://im.jinritemai.com/pc_seller_v2/main/workspace?fromOrder=6938260417735508211');
    await until('#topbar-left-info');
    expect(await textOf('#topbar-left-info')).toBe('罗小满不满');
  });
});

it('asks no other host and logs no trouble', () => {
  expect([...asked].sort()).toEqual(['im.jinritemai.com', 'mms.pinduoduo.com']);
  expect(troubles).toEqual([]);
});
