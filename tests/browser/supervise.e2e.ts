import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import readXlsx from 'read-excel-file/node';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { exportLogFile, goOnDuty, importLogFiles, saveFile } from '../../cli/demo/desk.ts';
import { readLog } from '../../storage/log-file/read.ts';
import { type Stage, setStage } from './stage.ts';

const folder = mkdtempSync(join(tmpdir(), 'counterside-supervise-'));
const file = (name: string, content: Uint8Array | string) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
let stage: Stage;
let supervisor: Page;
let log: string;
let full: string;
let told: string;
let desk: Page;

beforeAll(async () => {
  stage = await setStage();
  desk = await goOnDuty(stage.browser, '客服 甲');
  await stage.browser.page.bringToFront();
  const seat = await stage.sit('pinduoduo');
  await seat.buyerSays('请问什么时候能发货');
  await seat.panel.waitFor((text) => /\d:\d\d/.test(text));
  await seat.type('亲，今天下午就给您发出');
  await seat.clickSend();
  await seat.panel.waitFor((text) => text.includes('买家没有在等'));
  log = await exportLogFile(desk, folder);
  told = await desk.getByText('已导出 counterside-').innerText();
  await desk.getByRole('cell', { name: '林主管' }).waitFor();
  full = await exportInFull(desk);
  supervisor = await stage.browser.extensionPage('supervisor.html');
});
afterAll(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true, force: true });
});

it('exports what the log holds, redacted, with a header that says its format', async () => {
  const lines = gunzipSync(readFileSync(log)).toString('utf8').trim().split('\n');
  const header = JSON.parse(lines[0]!);
  expect(header).toMatchObject({ format: 'counterside-log/2', words: 'redacted', recipient: '林主管' });
  const { end } = JSON.parse(lines.at(-2)!);
  expect(told).toContain(`${header.counts.events} 条记录`);
  expect(told).toContain(end.head.slice(0, 12));
  expect(lines.join('')).not.toContain('7702418853016');
});

const PASSPHRASE = '山货铺 十一月对账';

/** By the keyboard alone: personal data goes along only to somebody named, for a reason. */
async function exportInFull(desk: Page): Promise<string> {
  await desk.getByRole('button', { name: '导出日志' }).focus();
  await desk.keyboard.press('Enter');
  const dialog = desk.getByRole('dialog');
  const go = dialog.getByRole('button', { name: '导出', exact: true });
  await dialog.getByText('条记录会写进文件').waitFor();
  expect(await dialog.getByLabel('交给谁').inputValue()).toBe('林主管');
  await dialog.getByRole('radio', { name: '隐去' }).focus();
  await desk.keyboard.press('ArrowRight');
  await dialog.getByText('文件交出去就收不回来').waitFor();
  expect(await go.isDisabled()).toBe(true);
  await dialog.getByLabel('用途').fill('投诉复核 13812345678');
  await dialog.getByRole('radio', { name: '不加密' }).focus();
  await desk.keyboard.press('ArrowRight');
  await dialog.getByLabel('打开文件的口令').fill(PASSPHRASE);
  const downloading = desk.waitForEvent('download');
  await desk.keyboard.press('Enter');
  const path = join(folder, 'full.cslog');
  await (await downloading).saveAs(path);
  await desk
    .getByRole('row', { name: /林主管 · 投诉复核/ })
    .filter({ hasText: '原样带上' })
    .waitFor();
  expect(await desk.innerText('body')).not.toContain('13812345678');
  return path;
}

it('takes personal data along only if a person says to whom and what for, and says so in the file', async () => {
  const { header, events } = await readLog(new Blob([readFileSync(full)]), { passphrase: PASSPHRASE });
  expect(header).toMatchObject({ words: 'full', recipient: '林主管', purpose: '投诉复核 13812345678' });
  expect(events.filter(({ kind }) => kind === 'log-exported')).toMatchObject([
    { recipient: '林主管', words: 'redacted' },
  ]);
});

it('says in one sentence what is wrong with a broken file, and changes nothing', async () => {
  const whole = readFileSync(log);
  const [header, ...rest] = gunzipSync(whole).toString('utf8').split('\n');
  const newer = [JSON.stringify({ ...JSON.parse(header!), format: 'counterside-log/9' }), ...rest].join('\n');
  const broken: [string, Uint8Array | string, RegExp][] = [
    ['empty.cslog', '', /空/],
    ['truncated.cslog', whole.subarray(0, Math.floor(whole.length * 0.6)), /不完整|截断|不全|损坏/],
    ['other.cslog', JSON.stringify({ name: 'bookmarks', version: 3 }), /不是/],
    ['newer.cslog', gzipSync(newer), /更新|新版/],
  ];
  for (const [name, content, sentence] of broken) {
    await importLogFilesAnyway(file(name, content));
    await supervisor.getByRole('listitem').filter({ hasText: name }).filter({ hasText: sentence }).waitFor();
  }
  expect(await supervisor.getByText('还没有客服的日志').count()).toBe(1);
});

/** A broken file has an outcome too, though none of success. */
async function importLogFilesAnyway(path: string): Promise<void> {
  await supervisor.setInputFiles('input[type="file"]', path);
}

it('scores the agent by the 售前 table, and every figure opens to its turns', async () => {
  await importLogFiles(supervisor, [log]);
  await supervisor
    .getByRole('cell', { name: '客服 甲' })
    .or(supervisor.getByText('客服 甲'))
    .first()
    .waitFor();
  await supervisor.getByText('已评 30/100 分').first().waitFor();
  const body = await supervisor.innerText('body');
  expect(body).toContain('客户咨询受理平均响应时间');
  expect(body.match(/待录入/g)?.length).toBeGreaterThanOrEqual(5);
  await supervisor.getByTitle('看这个数字的来历').first().click();
  const dialog = supervisor.getByRole('dialog');
  await dialog.waitFor();
  expect(await dialog.innerText()).toMatch(/买家.*客服|buyer.*agent/s);
  await supervisor.keyboard.press('Escape');
});

it('takes the same file again without counting it twice', async () => {
  await importLogFiles(supervisor, [log]);
  await supervisor.getByText('没有重复计算').waitFor();
  await supervisor.getByText('1 位客服，1 轮应答').waitFor();
});

it('takes what a log can’t know by hand, and only then counts it', async () => {
  await supervisor.getByRole('button', { name: '录入' }).last().click();
  await supervisor.getByLabel('投诉起数').fill('1');
  await supervisor.keyboard.press('Enter');
  await supervisor.getByText('已评 40/100 分').first().waitFor();
});

it('saves the scorecard as a spreadsheet that others can open', async () => {
  const path = await saveFile(supervisor, '存为 XLSX', folder);
  const sheets = await readXlsx(path);
  expect(JSON.stringify(sheets)).toContain('客服 甲');
  const csv = readFileSync(await saveFile(supervisor, '存为 CSV', folder));
  expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

it('opens an encrypted log to its passphrase alone, and takes in nothing of it before', async () => {
  await importLogFilesAnyway(full);
  const row = supervisor.getByRole('listitem').filter({ hasText: 'full.cslog' });
  await row.getByText('文件已加密').waitFor();
  const passphrase = row.getByLabel('full.cslog 的口令');
  await passphrase.fill(`${PASSPHRASE}。`);
  await supervisor.keyboard.press('Enter');
  await row.getByText('口令不对').waitFor();
  await supervisor.getByText('0 份成功，1 份没有读入').waitFor();
  await passphrase.fill(PASSPHRASE);
  await supervisor.keyboard.press('Enter');
  await row.getByText('已读入，客服 甲').waitFor();
});

/** The file that the next press saves. */
async function saved(page: Page, press: () => Promise<void>, name: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await press();
  const path = join(folder, name);
  await (await downloading).saveAs(path);
  return path;
}

it('opens a log that was exported to its key, without asking and nowhere else', async () => {
  await supervisor.getByRole('button', { name: '收件钥匙' }).focus();
  await supervisor.keyboard.press('Enter');
  const drawer = supervisor.getByRole('dialog');
  await drawer.getByText('离不开这个浏览器的用户资料').waitFor();
  await drawer.getByLabel('钥匙上写的名字').fill('山货铺 林主管');
  await supervisor.keyboard.press('Enter');
  await drawer.getByText('已做好“山货铺 林主管”').waitFor();
  const print = await drawer.locator('.print').innerText();
  expect(print).toMatch(/^\d{4}( \d{4}){5}$/);
  const press = () => drawer.getByRole('button', { name: '存公开的一半' }).click();
  const key = await saved(supervisor, press, '林主管.cskey');
  expect(Object.keys(JSON.parse(readFileSync(key, 'utf8')))).toEqual([
    'form',
    'version',
    'label',
    'key',
    'made',
  ]);
  await supervisor.keyboard.press('Escape');

  await desk.bringToFront();
  await desk.getByRole('button', { name: '导出日志' }).first().click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText('条记录会写进文件').waitFor();
  await dialog.getByRole('radio', { name: '用主管的收件钥匙' }).check();
  const go = dialog.getByRole('button', { name: '导出', exact: true });
  expect(await go.isDisabled()).toBe(true);
  const pick = dialog.locator('input[type="file"]');
  await pick.setInputFiles(file('other.cskey', '{"name":"bookmarks"}'));
  await dialog.getByText('这不是柜边的收件钥匙文件').waitFor();
  await pick.setInputFiles(key);
  await dialog.getByText('每一位都对得上才保存').waitFor();
  expect(await dialog.locator('.print').innerText()).toBe(print);
  expect(await go.isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: '指纹一致，保存' }).click();
  await dialog.getByRole('radio', { name: '山货铺 林主管' }).waitFor();
  const sealed = await saved(desk, () => go.click(), 'sealed.cslog');
  await desk.getByText('文件只有“山货铺 林主管”做钥匙的那个浏览器打得开').waitFor();
  const bytes = readFileSync(sealed);
  expect(bytes.subarray(0, 24).toString()).toBe('counterside-encrypted/2\n');
  await expect(readLog(new Blob([bytes]))).rejects.toMatchObject({ code: 'E_OTHER_KEY' });

  await supervisor.bringToFront();
  await supervisor.setInputFiles('input[type="file"]', [sealed]);
  const row = supervisor.getByRole('listitem').filter({ hasText: 'sealed.cslog' });
  await row.getByText('已读入，客服 甲').waitFor();

  // The key stays with the profile; deleted, it opens nothing any more.
  await supervisor.reload();
  await supervisor.getByRole('button', { name: '收件钥匙' }).click();
  await drawer.getByText('有 1 份是用它打开的').waitFor();
  await drawer.getByRole('button', { name: '删除' }).click();
  await drawer.getByRole('alert').filter({ hasText: '再也打不开' }).waitFor();
  await drawer.getByRole('button', { name: '确认删除这把钥匙' }).click();
  await drawer.getByText('还没有收件钥匙').waitFor();
  await supervisor.keyboard.press('Escape');
  await supervisor.setInputFiles('input[type="file"]', [sealed]);
  await supervisor.getByText(`加密给收件钥匙 ${print} 的`).waitFor();
});
