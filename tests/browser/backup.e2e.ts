import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { exportLogFile, goOnDuty, saveFile } from '../../cli/demo/desk.ts';
import { verdictOf } from '../../core/evidence/verify.ts';
import { packText } from '../../scripts-library/sign.ts';
import { openBackup } from '../../storage/backup/read.ts';
import { readLog } from '../../storage/log-file/read.ts';
import { goodPack } from '../packs/good-pack.ts';
import { type Stage, setStage } from './stage.ts';

const PASSPHRASE = '山货铺 备份口令';
const folder = mkdtempSync(join(tmpdir(), 'counterside-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * Nobody can press in the browser's own folder dialog here: the page gets the folder that the browser keeps for its
 * origin, a handle like any other.
 */
async function withFolder(desk: Page): Promise<void> {
  await desk.addInitScript(() => {
    Object.assign(window, { showDirectoryPicker: () => navigator.storage.getDirectory() });
  });
  await desk.reload();
}

const inFolder = (desk: Page) =>
  desk.evaluate(async () => {
    const found: Record<string, number[]> = {};
    const root = await navigator.storage.getDirectory();
    for await (const name of root.keys()) {
      const file = await (await root.getFileHandle(name)).getFile();
      found[name] = [...new Uint8Array(await file.arrayBuffer())];
    }
    return found;
  });

const packCard = (options: Page) => options.locator('li.pack', { hasText: goodPack.title });

async function installPack({ browser }: Stage): Promise<void> {
  const options = await browser.extensionPage('options.html');
  const file = join(folder, 'cup.cspack');
  writeFileSync(file, packText(goodPack));
  await options.setInputFiles('.options input[type="file"]', file);
  const offered = options.getByRole('region', { name: /^安装/ });
  await offered.getByRole('checkbox').check();
  await offered.getByRole('button', { name: '安装' }).click();
  await packCard(options).waitFor();
  await options.close();
}

it('backs up into a folder, and brings cases, names, packs and records back in a fresh profile', async () => {
  const first = await setStage();
  let path = '';
  let cases = 0;
  let held = 0;
  try {
    await installPack(first);
    const desk = await goOnDuty(first.browser, '小李');
    await first.browser.page.bringToFront();
    const seat = await first.sit('pinduoduo');
    await seat.buyerSays('备份之前问的，什么时候发货');
    await seat.panel.click('#tab-case');
    await seat.panel.waitFor('#part-case .new-case .chip');
    await seat.panel.click('#part-case .new-case .chip span');
    await seat.panel.click('#part-case .new-case .main');
    await first.logUntil((events) => events.some((event) => event.kind === 'case-opened'));
    await withFolder(desk);
    await desk.bringToFront();
    await desk.getByRole('button', { name: '备份', exact: true }).click();
    await desk.getByText('还没有备份过').waitFor();
    await desk.getByLabel('备份口令').fill(PASSPHRASE);
    await desk.getByLabel('再输一遍').fill(`${PASSPHRASE}？`);
    await desk.getByText('两遍口令不一样').waitFor();
    await desk.getByLabel('再输一遍').fill(PASSPHRASE);
    await desk.getByRole('button', { name: '选文件夹，开始自动备份' }).click();
    await desk.getByText('已备份：').waitFor();
    await desk.getByText('上次备份：').waitFor();
    const [[name, bytes] = []] = Object.entries(await inFolder(desk));
    if (name === undefined || bytes === undefined) throw new Error('no backup in the folder');
    expect(name).toMatch(/^counterside-小李-\d{8}\.csbackup$/);
    // Off duty: once more, with what came since.
    await desk.getByRole('button', { name: '今天', exact: true }).click();
    await desk.getByRole('button', { name: '下班' }).click();
    await desk.getByText('还没有人上岗').waitFor();
    const opened = async () => {
      const now = (await inFolder(desk))[name] ?? [];
      path = join(folder, name);
      writeFileSync(path, new Uint8Array(now));
      return openBackup(new Blob([readFileSync(path)]), PASSPHRASE, { signal: new AbortController().signal });
    };
    await expect.poll(async () => (await opened()).head.person, { timeout: 30_000 }).toBeNull();
    const { entries, logs } = await opened();
    held = entries;
    expect(Object.keys(await inFolder(desk))).toEqual([name]);
    cases = logs.flatMap((log) => log.caseEvents).filter(({ kind }) => kind === 'case-opened').length;
    expect(cases).toBe(1);
  } finally {
    await first.close();
  }

  const second = await setStage();
  try {
    const desk = await second.reopen();
    await desk.getByRole('button', { name: '从备份恢复' }).click();
    await desk.getByLabel('这份备份的口令').fill('别的口令别的口令');
    await desk.setInputFiles('input[type="file"]', path);
    await desk.getByText('口令不对，或文件已损坏').waitFor();
    await desk.getByLabel('这份备份的口令').fill(PASSPHRASE);
    await desk.setInputFiles('input[type="file"]', path);
    await desk.getByText(`${held} 条记录`).waitFor();
    await desk.getByRole('button', { name: '恢复', exact: true }).click();
    await desk.getByText(`已恢复 ${held} 条记录`).waitFor();
    // The first-run page is not shown over what came back, and the case is in the list.
    await desk.getByRole('button', { name: '今天', exact: true }).click();
    await desk.getByRole('button', { name: '导出日志' }).waitFor();
    expect(await desk.getByText('还没有记录').count()).toBe(0);
    await desk.getByRole('button', { name: '跟进单', exact: true }).click();
    await desk.getByText('1 单').waitFor();
    const options = await second.browser.extensionPage('options.html');
    await packCard(options).waitFor();
    await options.close();

    // The log goes on: what the console shows again is known already, what is new is kept and verifies.
    await second.browser.page.bringToFront();
    const seat = await second.sit('pinduoduo');
    await seat.buyerSays('恢复之后问的');
    await second.logUntil((events) =>
      events.some((event) => 'text' in event && event.text === '恢复之后问的'),
    );
    await desk.bringToFront();
    await desk.getByRole('button', { name: '今天', exact: true }).click();
    await desk.getByLabel('客服姓名或工号').fill('小李');
    await desk.getByRole('button', { name: '上岗' }).click();
    await desk.getByText('小李 正在值班').waitFor();
    const log = await readLog(new Blob([readFileSync(await exportLogFile(desk, folder))]));
    expect(verdictOf(log.proof, [], { whole: true })).toMatchObject({ kind: 'verified' });
    expect(log.events.some(({ kind }) => kind === 'log-restored')).toBe(true);
    const texts = log.events.flatMap((event) => (event.kind === 'message-seen' ? [event.text] : []));
    expect(texts).toContain('恢复之后问的');
    expect(texts).not.toContain('备份之前问的，什么时候发货');
    await desk.getByRole('button', { name: '备份', exact: true }).click();
    const old = await readLog(new Blob([readFileSync(await saveFile(desk, '导出恢复的记录', folder))]));
    expect(old.events).toHaveLength(held);
    expect(old.proof.broken).toBeNull();
    expect(log.header.chain.after).toBe(old.proof.head);
  } finally {
    await second.close();
  }
});
