import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { adapters } from '../../adapters/registry.ts';
import { PRACTICE_CONSOLES, type PracticeConsole } from '../../cli/practice/consoles.ts';
import type { ChatEvent } from '../../core/event.ts';
import { type Stage, setStage } from './stage.ts';

// One story on every shipped console's practice page, with the extension as built: what the log then holds.

const ORDER = '261120-482913570026317';

/** What the log must hold, a line a fact, in this order and nothing else. */
function expected({ id, tells }: PracticeConsole): string[] {
  const { robot, system, order, time, list } = tells;
  // A notice has no time where a message shows one.
  const bare = time === 'second id' ? time : 'none observed';
  const before = (line: string) => `here: ${line} (backfill, ${time})`;
  const now = (line: string, when: string = time) => `here: ${line} (live, ${when})`;
  return [
    'conversation-opened here',
    ...['buyer text 上周买的灯罩还有别的颜色吗', 'agent text 有米白和浅灰两种，都是现货'].map(before),
    ...['buyer text 米白的麻烦发张图', 'agent image '].map(before),
    ...['buyer text 在吗', 'buyer text 灯罩配什么灯泡', 'buyer text 急'].map((line) => now(line)),
    now(robot),
    now(system, bare),
    ...['buyer image ', `buyer ${order}`, 'buyer text 发错了'].map((line) => now(line)),
    'here: recalled 发错了',
    ...(id === 'jingdong-records' ? [] : [now('agent text 配E27的就行')]),
    'conversation-closed here',
    'conversation-opened there',
    `there: buyer text 订单能合并一起寄吗 (backfill, ${time})`,
    `there: agent text 可以的，我备注合并发出 (backfill, ${time})`,
    ...(list ? ['list-seen here'] : []),
    'conversation-closed there',
    'conversation-opened here',
    before('buyer text 那我拍两个'),
    now('buyer text 好了喊我'),
  ];
}

const HERE = '88001';
const THERE = '88002';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage?.close());

it('has a practice page for every shipped console', () => {
  const shipped = adapters.map(({ id }) => id).sort();
  expect(PRACTICE_CONSOLES.map(({ id }) => id).sort()).toEqual(shipped);
});

/** What the adapter saw, a line an event; what others made of it is not its doing. */
function linesOf(events: readonly ChatEvent[]): string[] {
  const names = new Map<string, string>();
  const nameOf = (conversation: string): string => {
    const name = names.get(conversation) ?? (names.size === 0 ? 'here' : 'there');
    names.set(conversation, name);
    return name;
  };
  const words = new Map<string, string>();
  let open = '';
  return events.flatMap((event) => {
    if (!('conversation' in event)) return [];
    const where = nameOf(event.conversation);
    if (event.kind === 'message-seen') {
      const { by, content, text = '', seen, sentAt } = event;
      words.set(event.id, text);
      return `${where}: ${by} ${content} ${text} (${seen}, ${sentAt.precision} ${sentAt.source})`;
    }
    if (event.kind === 'message-recalled') return `${where}: recalled ${words.get(event.message)}`;
    if (event.kind === 'conversation-opened') open = where;
    // Consoles differ in how long the open conversation's own row counts what was just read.
    if (event.kind === 'list-seen' && where === open) return [];
    return /^(conversation-|list-)/.test(event.kind) ? `${event.kind} ${where}` : [];
  });
}

it.concurrent.each(PRACTICE_CONSOLES)('$id', async (console) => {
  const { id, host, paths, outer, tells } = console;
  const adapter = adapters.find((one) => one.id === id)!;
  const page = await stage.browser.context.newPage();
  const until = (wanted: (event: ChatEvent) => boolean) =>
    stage.logUntil((all) => all.some((event) => event.place.console === id && wanted(event)));
  const told = (text: string) => until((event) => event.kind === 'message-seen' && event.text === text);
  const here = async () => (await stage.log()).filter(({ place }) => place.console === id);

  await page.goto(`https://${host}${outer ?? paths[0]}?story=one-of-each`);
  const frame: Frame = page.frames().at(-1)!;
  await told('米白的麻烦发张图');
  // What has no time of its own counts as there before until the list has stood a second.
  await page.waitForTimeout(1_100);
  const recalled = await frame.evaluate(
    async ({ uid, order }) => {
      const { buyerSays, robotSays, systemSays, image, orderCard } = window.practice;
      for (const text of ['在吗', '灯罩配什么灯泡', '急']) await buyerSays(uid, text);
      await robotSays(uid, '稍等，客服马上来');
      await systemSays(uid, '本次会话由小夏接待');
      await image(uid);
      await orderCard(uid, order);
      return buyerSays(uid, '发错了');
    },
    { uid: HERE, order: ORDER },
  );
  await told('发错了');
  await frame.evaluate((message) => window.practice.recall(message), recalled);
  await until(({ kind }) => kind === 'message-recalled');
  if (adapter.composer.length > 0) {
    await frame
      .locator(adapter.composer.map(({ css }) => css).join())
      .first()
      .click();
    await page.keyboard.insertText('配E27的就行');
    await frame.locator(adapter.send).first().click();
    await told('配E27的就行');
  }
  await frame.evaluate((uid) => window.practice.open(uid), THERE);
  await told('可以的，我备注合并发出');
  const waits = (await here()).filter(({ kind }) => kind === 'list-seen').length;
  await frame.evaluate((uid) => window.practice.buyerSays(uid, '那我拍两个'), HERE);
  if (tells.list)
    await stage.logUntil(
      (all) => all.filter((e) => e.place.console === id && e.kind === 'list-seen').length > waits,
    );
  await frame.evaluate((uid) => window.practice.open(uid), HERE);
  await told('那我拍两个');
  await frame.evaluate(() => window.practice.remount());
  await page.waitForTimeout(1_100);
  await frame.evaluate((uid) => window.practice.buyerSays(uid, '好了喊我'), HERE);
  await told('好了喊我');
  await frame.evaluate(() => window.practice.kick());
  // 飞鸽 takes its chat away then; elsewhere a row that comes while the page says that it was logged out elsewhere is nothing to time.
  await frame.evaluate((rows) => {
    const last = [...document.querySelectorAll<HTMLElement>(rows)].at(-1);
    if (!last) return;
    const copy = last.cloneNode(true) as HTMLElement;
    copy.innerHTML = copy.innerHTML.replace('好了喊我', '还在吗');
    copy.id = `${last.id}9`;
    last.after(copy);
  }, adapter.row.at.join());
  await page.waitForTimeout(700);
  const events = await here();
  expect(linesOf(events)).toEqual(expected(console));
  expect(events.filter(({ kind }) => kind.startsWith('adapter-')).map(({ kind }) => kind)).toEqual([
    'adapter-healthy',
  ]);
  await page.close();
});
