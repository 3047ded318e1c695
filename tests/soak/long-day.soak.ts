import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { launchPlainChromium } from '../../cli/browser/chromium.ts';
import { CONSOLES } from '../../cli/demo/seat.ts';
import { type Practice, startPractice } from '../../cli/practice/server.ts';
import { setStage, textsIn } from '../browser/stage.ts';

/** What comes to one seat in eight busy hours: five messages a minute. */
const MESSAGES = Number(process.env.MESSAGES ?? 2_400);
const AT_ONCE = 20;
const MB = 1024 * 1024;

/** Plays the day in the page; gives by how many bytes its heap, all of its worlds, has grown from the first tenth on. */
async function growth(page: Page, practice: Practice): Promise<number> {
  const cdp = await page.context().newCDPSession(page);
  const heap = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? Number.NaN;
  };
  await cdp.send('Performance.enable');
  const world = practice.world('pinduoduo');
  const buyers = (await page.evaluate(() => window.practice.buyers().map(({ uid }) => uid))).slice(0, 8);
  let began = Number.NaN;
  for (let sent = 0; sent < MESSAGES; sent += AT_ONCE) {
    if (sent >= MESSAGES / 10 && Number.isNaN(began)) began = await heap();
    const uid = buyers[(sent / AT_ONCE) % buyers.length] ?? '';
    await page.evaluate((one) => window.practice.open(one), uid);
    for (let at = 0; at < AT_ONCE; at++)
      world.say(
        uid,
        { by: at % 2 === 0 ? 'buyer' : 'agent', content: { text: `第${sent + at}句，请问什么时候发货` } },
        Date.now(),
      );
    const last = `第${sent + AT_ONCE - 1}句`;
    await page.waitForFunction((words) => document.body.innerText.includes(words), last);
    await page.waitForTimeout(200);
  }
  return (await heap()) - began;
}

it('long day: eight hours of messages leave less than 30 MB behind that the console itself does not', async () => {
  const stage = await setStage();
  let ours: number;
  try {
    const { page } = await stage.sit('pinduoduo');
    ours = await growth(page, stage.practice);
    const last = `第${MESSAGES - 1}句`;
    await stage.logUntil((events) => textsIn(events).some((text) => text.startsWith(last)));
  } finally {
    await stage.close();
  }
  const practice = await startPractice();
  const plain = await launchPlainChromium({ hostRules: practice.hostRules, headless: true });
  try {
    await plain.page.goto(CONSOLES.pinduoduo.url);
    await plain.page.waitForSelector(CONSOLES.pinduoduo.editor);
    const own = await growth(plain.page, practice);
    console.info(
      `long day: ${MESSAGES} messages, ${(ours / MB).toFixed(1)} MB with us, ${(own / MB).toFixed(1)} MB without`,
    );
    expect(ours - own).toBeLessThan(30 * MB);
  } finally {
    await plain.close();
    await practice.close();
  }
});
