import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension, EXTENSION } from '../../cli/browser/build-extension.ts';
import { launchChromium } from '../../cli/browser/chromium.ts';
import { killWorker } from '../../cli/browser/worker.ts';
import { CONSOLES, type Seat, sitDown } from '../../cli/demo/seat.ts';
import { startPractice } from '../../cli/practice/server.ts';

// How long a buyer's message takes to bring timer and replies, with the extension as built, in a real browser.

const WARM = 10;
const DEATHS = 5;
/** What a buyer asks by turns: each is answered by other scripts than the one before. */
const QUESTIONS = [
  '拍下以后多久能发货呀',
  '我想退货怎么弄',
  '可以开发票吗',
  '快递到哪里了呀',
  '收到的东西破了',
];
const HANG_MS = 10_000;

interface Times {
  /** Milliseconds from the buyer's message in the page to the running wait, and to the new replies. */
  readonly timer: number;
  readonly replies: number;
}

/** Notes, inside the panel's own world, when a wait stands there and when the replies are others than now. */
const WATCH = `(root) => {
  const listed = () => [...root.querySelectorAll('button.reply')].map((one) => one.title).join('|');
  const before = listed();
  const seen = (globalThis.benchSeen = { timer: null, replies: null });
  const look = () => {
    seen.timer ??= root.querySelector('section.wait [role="timer"]') ? performance.now() : null;
    const now = listed();
    seen.replies ??= now !== '' && now !== before ? performance.now() : null;
  };
  globalThis.benchObserver?.disconnect();
  globalThis.benchObserver = new MutationObserver(look);
  globalThis.benchObserver.observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
}`;

async function ask(seat: Seat, text: string): Promise<Times> {
  await seat.panel.run(WATCH);
  const from = await seat.page.evaluate((words) => {
    const uid = window.practice.active();
    if (uid === null) throw new Error('no conversation is open');
    const now = performance.now();
    void window.practice.buyerSays(uid, words);
    return now;
  }, text);
  for (const end = Date.now() + HANG_MS; Date.now() < end; ) {
    const seen = (await seat.panel.run('() => globalThis.benchSeen')) as Partial<Times>;
    if (seen.timer && seen.replies) return { timer: seen.timer - from, replies: seen.replies - from };
    await seat.page.waitForTimeout(50);
  }
  throw new Error(`no replies to ${text}; the panel says: ${await seat.panel.text()}`);
}

/** Answers, so that the next message begins a wait of its own. */
async function answer(seat: Seat, nth: number): Promise<void> {
  await seat.type(`好的，第${nth}件马上为您办`);
  await seat.clickSend();
  await seat.panel.waitFor((text) => text.includes('买家没有在等'));
}

/** Milliseconds, warm and after the background's death, one entry a question. */
export async function inChromium(): Promise<{ readonly warm: Times[]; readonly cold: Times[] }> {
  if (!existsSync(join(EXTENSION, 'manifest.json'))) buildExtension();
  const practice = await startPractice();
  const { hostRules } = practice;
  const browser = await launchChromium({ extension: EXTENSION, hostRules, headless: true });
  try {
    const seat = await sitDown(browser, CONSOLES.pinduoduo);
    const warm: Times[] = [];
    const cold: Times[] = [];
    for (let nth = 0; nth <= WARM + DEATHS; nth += 1) {
      await answer(seat, nth);
      const dying = nth > WARM;
      if (dying) {
        await killWorker(browser.context, browser.extensionId);
        await seat.page.bringToFront();
      }
      const times = await ask(seat, QUESTIONS[nth % QUESTIONS.length] ?? '');
      // The first question makes everything ready.
      if (nth > 0) (dying ? cold : warm).push(times);
    }
    return { warm, cold };
  } finally {
    await browser.close();
    await practice.close();
  }
}
