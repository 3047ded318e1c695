import { afterEach, expect, it } from 'vitest';
import { firefoxPanel, launchFirefox } from '../../cli/browser/firefox.ts';
import { panelLeftBehind } from '../../cli/browser/shadow.ts';
import { readTail } from '../../cli/demo/log-rows.ts';
import { buyerSays, CONSOLES } from '../../cli/demo/seat.ts';
import { startPractice } from '../../cli/practice/server.ts';
import { setStage, textsIn } from './stage.ts';
import { versioned } from './versions.ts';

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

it('says in an open page that an update came, and passes on after the reload what the old script still held', async () => {
  const copy = versioned('chrome');
  ends.push(copy.remove);
  const stage = await setStage('zh-CN', copy.folder);
  ends.push(stage.close);
  const seat = await stage.sit('pinduoduo');
  const errors: string[] = [];
  seat.page.on('pageerror', ({ message }) => errors.push(message));
  await seat.buyerSays('更新之前问的');
  const before = await stage.logUntil((all) => textsIn(all).includes('更新之前问的'));

  copy.become('99.0.0');
  // The background waits for its database, so that the old script still holds what comes now.
  await stage.occupyLog();
  await seat.buyerSays('更新当中问的');
  await seat.panel.waitFor((shown) => /1 条记录等待保存/.test(shown));
  await stage.browser.update();
  const old = await panelLeftBehind(seat.page);
  await old.waitFor((shown) => shown.includes('柜边已更新') && /1 条记录已加密留在本页/.test(shown));
  const stored = await seat.page.evaluate(() => Object.values(sessionStorage).join(' '));
  expect(stored).not.toMatch(/更新当中|conversation/);
  const desk = await stage.reopen();
  expect(await desk.evaluate(async () => (await (await fetch('manifest.json')).json()).version)).toBe(
    '99.0.0',
  );
  expect((await stage.log()).map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));

  await seat.page.reload();
  await (await panelLeftBehind(seat.page)).waitFor(
    (shown) => shown.includes('买家没有在等') || shown.includes('/ 3:00'),
  );
  await seat.page.waitForFunction(() => Object.keys(sessionStorage).length === 0);
  const after = await stage.logUntil((all) => textsIn(all).includes('更新当中问的'));
  expect(new Set(after.map(({ id }) => id)).size).toBe(after.length);
  expect(textsIn(after).filter((text) => text.startsWith('更新'))).toEqual(['更新之前问的', '更新当中问的']);
  await seat.buyerSays('更新之后问的');
  await stage.logUntil((all) => textsIn(all).includes('更新之后问的'));
  expect(errors).toEqual([]);
});

it('works on in an open page of Firefox with the new script, alone and at once', async () => {
  const copy = versioned('firefox');
  ends.push(copy.remove);
  const practice = await startPractice();
  ends.push(practice.close);
  const firefox = await launchFirefox({ extension: copy.folder, hosts: practice.hosts, headless: true });
  ends.push(firefox.close);
  const { page } = firefox;
  await page.goto(`https://mms.pinduoduo.com:${practice.port}/chat-merchant/index.html#/`);
  await page.waitForSelector(CONSOLES.pinduoduo.editor);
  const ours = firefoxPanel(firefox, page);
  await ours.waitFor('aside.cs');
  const says = (words: string) => buyerSays(page, words);
  const logged = async (wanted: string) => {
    const desk = await firefox.extensionPage('desk.html');
    const end = Date.now() + 30_000;
    for (;;) {
      const texts = textsIn(await desk.evaluate(readTail));
      if (texts.includes(wanted)) return texts;
      if (Date.now() > end) throw new Error(`the log holds ${texts}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  await says('更新之前问的');
  await logged('更新之前问的');
  await page.bringToFront();
  const element = () =>
    page.evaluate(() =>
      [...document.documentElement.children]
        .map(({ localName }) => localName)
        .filter((name) => name.includes('-')),
    );
  const [oldElement] = await element();

  copy.become('99.0.0');
  await firefox.browser.installExtension(copy.folder);
  await page.waitForFunction(
    (old: string) =>
      [...document.documentElement.children].some(
        ({ localName }) => localName.includes('-') && localName !== old,
      ),
    {},
    oldElement ?? '',
  );
  expect(await element()).toHaveLength(1);
  await ours.waitFor('aside.cs');
  await says('更新之后问的');
  expect((await logged('更新之后问的')).filter((text) => text.startsWith('更新之'))).toEqual([
    '更新之前问的',
    '更新之后问的',
  ]);
});
