import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { LaunchedWithExtension } from '../browser/chromium.ts';
import { logRows } from './log-rows.ts';

/** Goes on duty on the agent's desk page (上岗), so that what follows is credited to a person. */
export async function goOnDuty(browser: LaunchedWithExtension, person: string): Promise<Page> {
  const desk = await browser.extensionPage('desk.html');
  await desk.getByLabel('客服姓名或工号').fill(person);
  await desk.getByRole('button', { name: '上岗' }).click();
  await desk.getByText(`${person}在岗`).or(desk.getByText(person)).first().waitFor();
  return desk;
}

/** Longer than an outbox gathers facts before it sends them. */
const QUIET_MS = 700;

/** Waits until the log takes in nothing more: an agent who exports has long since stopped writing. */
async function untilSettled(desk: Page): Promise<void> {
  let before = -1;
  for (let now = (await logRows(desk)).length; now !== before; now = (await logRows(desk)).length) {
    before = now;
    await desk.waitForTimeout(QUIET_MS);
  }
}

/** Exports the log on the desk page; returns the path of the `.cslog` file, saved in `folder`. */
export async function exportLogFile(desk: Page, folder: string): Promise<string> {
  await desk.bringToFront();
  await untilSettled(desk);
  await desk.getByRole('button', { name: '导出日志' }).first().click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByText('条记录会写进文件').waitFor();
  await dialog.getByLabel('交给谁').fill('林主管');
  const downloading = desk.waitForEvent('download');
  await desk.keyboard.press('Enter');
  const download = await downloading;
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  await dialog.waitFor({ state: 'hidden' });
  return path;
}

/** Gives log files to the supervisor's page and waits until each has its outcome. */
export async function importLogFiles(supervisor: Page, files: readonly string[]): Promise<void> {
  await supervisor.setInputFiles('input[type="file"]', [...files]);
  await supervisor.getByText('份成功').waitFor();
}

/** Presses a button that saves a file; returns its path in `folder`. */
export async function saveFile(page: Page, button: string, folder: string): Promise<string> {
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const download = await downloading;
  const path = join(folder, download.suggestedFilename());
  await download.saveAs(path);
  return path;
}
