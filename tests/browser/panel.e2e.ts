import { afterEach, expect, it } from 'vitest';
import { type Stage, setStage } from './stage.ts';

let stage: Stage;
afterEach(() => stage?.close());

const CONTACT = '亲，加我微信聊吧';

it('is there within a second, and remembers per console how it was folded', async () => {
  stage = await setStage();
  const seat = await stage.sit('pinduoduo');
  await seat.panel.click('[aria-label="收起"]');
  await seat.panel.waitFor('.rail');
  await seat.page.waitForTimeout(300);
  await seat.page.reload();
  await seat.panel.waitFor('.rail');
  const other = await stage.sit('feige', await stage.browser.context.newPage());
  await other.panel.waitFor('[aria-label="收起"]');
});

it('moves to the other side and back by its button', async () => {
  stage = await setStage();
  const seat = await stage.sit('pinduoduo');
  const left = async () => (await seat.panel.query('aside.cs'))!.box.x;
  expect(await left()).toBeGreaterThan(900);
  await seat.panel.click('[aria-label="停靠到左边"]');
  await expect.poll(left).toBeLessThan(40);
});

it('unfolds for a held send, and never acts while an input method composes', async () => {
  stage = await setStage();
  const seat = await stage.sit('feige');
  const cdp = await seat.page.context().newCDPSession(seat.page);
  await seat.panel.click('[aria-label="收起"]');
  await seat.page.focus(seat.console.editor);
  await cdp.send('Input.imeSetComposition', { text: 'jiaweixin', selectionStart: 9, selectionEnd: 9 });
  const enter = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 };
  await cdp.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...enter });
  await cdp.send('Input.dispatchKeyEvent', { type: 'keyUp', ...enter });
  await cdp.send('Input.insertText', { text: CONTACT });
  await seat.page.waitForTimeout(300);
  expect(await seat.panel.text()).not.toContain('仍要发送');
  await seat.press('Enter');
  await seat.panel.waitFor((text) => text.includes('仍要发送'));
  expect(await seat.sent()).not.toContain(CONTACT);
});

it('keeps its own typing from the console', async () => {
  stage = await setStage();
  const seat = await stage.sit('pinduoduo');
  await seat.page.evaluate(() => {
    const heard: string[] = [];
    document.addEventListener('keydown', (event) => heard.push(event.key));
    Object.assign(window, { heard });
  });
  await seat.panel.click('[aria-label="搜话术"]');
  await seat.panel.waitFor('input');
  await seat.panel.click('input');
  await seat.page.keyboard.type('fahuo');
  expect(await seat.page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  expect((await seat.panel.query('input'))?.value).toBe('fahuo');
});

it('speaks English in an English browser', async () => {
  stage = await setStage('en');
  const seat = await stage.sit('pinduoduo');
  await seat.buyerSays('请问什么时候能发货');
  await seat.panel.waitFor((text) => text.includes('Reply') && text.includes('Case'));
  await seat.type('你是不是搞错了？');
  await seat.panel.waitFor((text) => text.includes('Replace'));
  expect(await seat.panel.text()).not.toContain('建议回复');
});

it('comes back when the page removes it, and gives up against a page that insists', async () => {
  stage = await setStage();
  const seat = await stage.sit('pinduoduo');
  const remove = () =>
    seat.page.evaluate(() => {
      const ours = document.documentElement.lastElementChild;
      if (ours !== document.body) ours?.remove();
    });
  await remove();
  await seat.panel.waitFor('aside.cs');
  for (let round = 0; round < 8; round++) await remove();
  await seat.page.waitForTimeout(200);
  expect(await seat.panel.present()).toBe(false);
  await seat.type('没有面板就不拦');
  expect(await seat.draft()).toBe('没有面板就不拦');
});

it('asks nobody for anything: no request of ours in the whole visit', async () => {
  stage = await setStage();
  const asked: string[] = [];
  stage.browser.context.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol !== 'chrome-extension:' && !['mms.pinduoduo.com', 'im.jinritemai.com'].includes(host))
      asked.push(request.url());
  });
  const seat = await stage.sit('pinduoduo');
  await seat.buyerSays('请问什么时候能发货');
  await seat.panel.waitFor((text) => text.includes('Alt 1'));
  await stage.browser.extensionPage('supervisor.html');
  expect(asked).toEqual([]);
});
