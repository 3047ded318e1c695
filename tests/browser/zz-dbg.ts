import { readFileSync } from 'node:fs';
import { build } from 'esbuild';
import { launchPlainChromium } from '/work/main/cli/browser/chromium.ts';

const built = await build({
  entryPoints: ['/work/main/tests/browser/adapters-page.ts'],
  bundle: true,
  write: false,
  format: 'iife',
  target: 'esnext',
  charset: 'utf8',
});
const b = await launchPlainChromium({ hostRules: 'MAP a b', headless: true });
const page = b.page;
const N = Number(process.argv[2] ?? 10000);
const html = readFileSync('/work/main/adapters/consoles/pinduoduo.html', 'utf8').replace(
  /<ul class="msg-list">[\s\S]*<\/ul>/,
  '<ul class="msg-list"></ul>',
);
await page.setContent(html);
await page.evaluate((n) => {
  const at = Date.now() - 50_000_000;
  document.querySelector('.msg-list')!.innerHTML = Array.from(
    { length: n },
    (_, index) =>
      `<li class="onemsg" id="middlePanel_list_${at + index}"><div class="buyer-item"><div currentuid="900100"><p class="msg-content-box">第${index}条</p></div></div></li>`,
  ).join('');
}, N);
await page.evaluate(built.outputFiles[0]!.text);
const t = await page.evaluate(async (n) => {
  const w = window as any;
  const t0 = performance.now();
  w.startAdapters('pinduoduo');
  while (w.underTest.told.length < n) await new Promise((r) => setTimeout(r, 20));
  const first = performance.now() - t0;
  await new Promise((r) => setTimeout(r, 500));
  const longest = w.underTest.longestTask;
  w.underTest.longestTask = 0;
  const at: number[] = [];
  for (let i = 0; i < 300; i++) {
    document
      .querySelector('.msg-list')!
      .insertAdjacentHTML(
        'beforeend',
        `<li class="onemsg" id="middlePanel_list_${Date.now() + i}"><div class="buyer-item"><div currentuid="900100"><p class="msg-content-box">急${i}</p></div></div></li>`,
      );
    if (i % 10 === 0) {
      const s = performance.now();
      const c = w.underTest.told.length;
      while (w.underTest.told.length === c) await new Promise((r) => setTimeout(r, 1));
      at.push(performance.now() - s);
    }
  }
  return { first, longest, after: w.underTest.longestTask, latency: at.map(Math.round) };
}, N);
console.log(JSON.stringify(t));
await b.close();
