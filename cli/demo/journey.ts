import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type LaunchedWithExtension, launchChromium } from '../browser/chromium.ts';
import { startPractice } from '../practice/server.ts';
import { exportLogFile, goOnDuty, importLogFiles, saveFile } from './desk.ts';
import { CONSOLES, type Seat, sitDown } from './seat.ts';

/** A picture or a file that the journey left behind. */
type Keep = (path: string) => string;

const GOOD_REPLY = '亲，仓库今天下午统一发出，发出后单号会显示在订单里，请您放心。';

/** The agent at 拼多多: a question, a reply by one key, words that blame, a send that is held, a case. */
async function pinduoduo(
  browser: LaunchedWithExtension,
  picture: (page: Page, name: string) => Promise<void>,
) {
  const seat = await sitDown(browser, CONSOLES.pinduoduo);
  await seat.buyerSays('请问拍下以后多久能发货呀，周末搬家急用');
  await seat.panel.waitFor((text) => text.includes('Alt 3'));
  await seat.page.waitForTimeout(1_200);
  await picture(seat.page, '1-panel-over-pinduoduo');

  await seat.type('');
  await seat.press('Alt+1');
  await seat.panel.waitFor((text) => text.includes('已填入'));
  await picture(seat.page, '2-reply-placed');
  await seat.page.focus(seat.console.editor);
  await seat.press('Control+Z');
  if ((await seat.draft()) !== '') throw new Error('undo left something in the editor');

  await seat.type('你是不是搞错了？昨天才下的单');
  await seat.panel.waitFor((text) => text.includes('替换'));
  await picture(seat.page, '3-underlined-phrase');
  await seat.clear();

  await seat.type('亲，加我微信聊吧');
  await seat.clickSend();
  await seat.panel.waitFor((text) => text.includes('仍要发送'));
  await picture(seat.page, '4-held-send');
  if ((await seat.sent()).length > 0) throw new Error('a held message went out');
  await seat.press('Escape');
  await seat.clear();

  await seat.type(GOOD_REPLY);
  await seat.clickSend();
  await seat.panel.waitFor((text) => text.includes('买家没有在等'));
  await openCase(seat);
  await picture(seat.page, '5-case');
}

async function openCase({ panel }: Seat): Promise<void> {
  await panel.click('#tab-case');
  await panel.waitFor('#part-case .new-case');
  await panel.click('#part-case .new-case .chip span');
  await panel.click('#part-case .new-case .main');
  await panel.waitFor((text) => text.includes('跟进单已登记'));
}

/** The agent at 飞鸽, who is slower and once insists on a phrase that the rules warn of. */
async function feige(browser: LaunchedWithExtension, picture: (page: Page, name: string) => Promise<void>) {
  const seat = await sitDown(browser, CONSOLES.feige);
  await seat.buyerSays('收到的杯子有一个裂了，怎么处理');
  await seat.panel.waitFor((text) => text.includes('Alt 3'));
  await seat.page.waitForTimeout(3_500);
  await picture(seat.page, '6-panel-over-feige');
  await seat.type('你是不是搞错了？');
  await seat.press('Enter');
  await seat.panel.waitFor((text) => text.includes('买家没有在等'));
  await seat.buyerSays('那什么时候能给我补发');
  await seat.panel.waitFor((text) => text.includes('Alt 1'));
  await seat.type('');
  await seat.press('Alt+1');
  await seat.panel.waitFor((text) => text.includes('已填入'));
  await seat.press('Enter');
  await seat.panel.waitFor((text) => text.includes('买家没有在等'));
}

/** The supervisor: two files in, a figure opened, what a log can't know entered, the scorecard saved. */
async function supervise(
  browser: LaunchedWithExtension,
  logs: readonly string[],
  folder: string,
  picture: (page: Page, name: string) => Promise<void>,
): Promise<string[]> {
  const page = await browser.extensionPage('supervisor.html');
  await importLogFiles(page, logs);
  await page.getByRole('row').nth(2).waitFor();
  for (const [label, value] of [
    ['投诉起数', '1'],
    ['配合不及时的次数', '0'],
  ] as const) {
    await page.getByRole('button', { name: '录入' }).last().click();
    await page.getByLabel(label).fill(value);
    await page.keyboard.press('Enter');
  }
  await page.getByText('已评 55/100 分').first().waitFor();
  await picture(page, '7-supervisor');
  await page.getByTitle('看这个数字的来历').first().click();
  await page.getByRole('dialog').waitFor();
  await picture(page, '8-figure-opened');
  await page.keyboard.press('Escape');
  const xlsx = await saveFile(page, '存为 XLSX', folder);
  const csv = await saveFile(page, '存为 CSV', folder);
  return [xlsx, csv];
}

/**
 * Plays the whole journey in real browsers, without a display: two agents at two consoles, two logs, one
 * supervisor. Leaves screenshots, the logs and the scorecard in `folder`; returns their paths. Each browser gets the
 * further arguments that `args` gives for its number.
 */
export async function runJourney(
  extension: string,
  folder: string,
  args: (browser: number) => readonly string[] = () => [],
): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files: string[] = [];
  const keep: Keep = (path) => {
    files.push(path);
    console.log(`  ${path}`);
    return path;
  };
  const picture = async (page: Page, name: string) => {
    await page.screenshot({ path: keep(join(folder, `${name}.png`)) });
  };
  const practice = await startPractice();
  const { hostRules } = practice;
  let browsers = 0;
  const open = () => launchChromium({ extension, hostRules, headless: true, args: args(browsers++) });
  try {
    const logs: string[] = [];
    const agents = [
      ['客服 小夏', pinduoduo],
      ['客服 小舟', feige],
    ] as const;
    for (const [person, work] of agents) {
      const browser = await open();
      try {
        const desk = await goOnDuty(browser, person);
        await browser.page.bringToFront();
        await work(browser, picture);
        logs.push(keep(await exportLogFile(desk, folder)));
      } finally {
        await browser.close();
      }
    }
    const browser = await open();
    try {
      for (const file of await supervise(browser, logs, folder, picture)) keep(file);
    } finally {
      await browser.close();
    }
  } finally {
    await practice.close();
  }
  return files;
}
