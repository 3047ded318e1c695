import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Seat } from '../../cli/demo/seat.ts';
import { type Stage, setStage } from './stage.ts';

const BLAME = '你是不是搞错了';
/** Another warning that stays while the first is silent: once it stands, the draft has been judged. */
const WITNESS = '我们家质量全网最好';

let stage: Stage;
let seat: Seat;
beforeEach(async () => {
  stage = await setStage();
  seat = await stage.sit('pinduoduo');
});
afterEach(() => stage?.close());

const marks = async () => (await seat.panel.queryAll('.underlines .mark')).map(({ text }) => text);
const acts = async () =>
  (await stage.log()).flatMap((event) =>
    event.kind === 'finding-dismissed'
      ? [`${event.scope} ${event.rule}`]
      : event.kind === 'finding-restored'
        ? [`restored ${event.rule}`]
        : [],
  );

/** Opens 忽略 and clicks one of the ways under it. */
async function ignore(way: string): Promise<void> {
  await seat.panel.click('section.find details:first-of-type summary');
  const ways = await seat.panel.queryAll('section.find details[open] button');
  const at = ways.findIndex(({ text }) => text.includes(way));
  expect(ways.map(({ text }) => text)).toContain(way);
  await seat.panel.click(`section.find details[open] button:nth-of-type(${at + 1})`);
}

async function loadAgain(): Promise<void> {
  await seat.page.bringToFront();
  await seat.page.reload();
  await seat.page.waitForSelector(seat.console.editor);
  await seat.panel.waitFor('aside.cs');
}

it('silences a rule for its shop over a reload, until it is restored among the settings', async () => {
  await seat.type(BLAME);
  await seat.panel.waitFor((text) => text.includes('反问买家'));
  await ignore('本店');
  await seat.panel.waitFor((text) => text.includes('本店不再提醒'));
  expect(await marks()).toEqual([]);
  await stage.logUntil((all) => all.some((event) => event.kind === 'finding-dismissed'));

  await loadAgain();
  await seat.type(`${BLAME}，${WITNESS}`);
  await seat.panel.waitFor('section.find');
  expect(await seat.panel.text()).not.toContain('反问买家');
  expect((await marks()).join()).not.toContain('搞错');

  const options = await stage.browser.extensionPage('options.html');
  const row = options.getByRole('row', { name: /反问买家/ });
  await row.getByRole('button', { name: '恢复' }).click();
  await row.waitFor({ state: 'detached' });
  await options.getByText('每条规则在每个店铺都会提醒').waitFor();

  await loadAgain();
  await seat.type(BLAME);
  await seat.panel.waitFor((text) => text.includes('反问买家'));
  expect((await marks()).join()).toContain('搞错');
  expect(await acts()).toEqual(['shop taboo-counter-question']);
});

it('takes a shop’s silence back at once, and logs that', async () => {
  await seat.type(BLAME);
  await seat.panel.waitFor((text) => text.includes('反问买家'));
  await ignore('本店');
  await seat.panel.waitFor((text) => text.includes('本店不再提醒'));
  await seat.panel.click('p.foot button');
  await seat.panel.waitFor((text) => text.includes('已撤销') && text.includes('反问买家'));
  await stage.logUntil((all) => all.some((event) => event.kind === 'finding-restored'));
  expect(await acts()).toEqual(['shop taboo-counter-question', 'restored taboo-counter-question']);

  await loadAgain();
  await seat.type(BLAME);
  await seat.panel.waitFor((text) => text.includes('反问买家'));
});

it('offers no more than this time for what is forbidden', async () => {
  await seat.type('亲，加我微信聊吧');
  await seat.panel.waitFor('section.find.block');
  await seat.panel.click('section.find details:first-of-type summary');
  const ways = await seat.panel.queryAll('section.find details[open] button');
  expect(ways.map(({ text }) => text)).toEqual(['这一次', '告诉培训师']);
});
