import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Seat } from '../../cli/demo/seat.ts';
import { type Stage, setStage } from './stage.ts';

const SAID = '这款杯盖里外两层都能拆，拆开泡十分钟温水再擦，味道就没有了';
const ASKED = '杯盖里面有股怪味怎么弄掉呀';

let stage: Stage;
let seat: Seat;
beforeAll(async () => {
  stage = await setStage();
  seat = await stage.sit('pinduoduo');
});
afterAll(() => stage?.close());

it('hands a sent reply in by one key, has it accepted, and suggests it from then on', async () => {
  const { panel } = seat;
  await seat.buyerSays(ASKED);
  await panel.waitFor('section.wait [role="timer"]');
  await seat.type(SAID);
  await seat.clickSend();
  await panel.waitFor('.proposing kbd');
  await seat.page.screenshot({ path: '.output/proposal-offer.png' });
  await seat.press('Alt+s');
  await panel.waitFor((text) => text.includes('已交给管话术的人审'));
  expect(await seat.draft()).toBe('');

  const options = await stage.browser.extensionPage('options.html');
  await options.getByLabel('话术', { exact: true }).waitFor();
  expect(await options.getByLabel('买家会怎么问').inputValue()).toBe(ASKED);
  await options.getByRole('button', { name: '采纳', exact: true }).scrollIntoViewIfNeeded();
  await options.screenshot({ path: '.output/proposal-options.png' });
  await options.getByRole('button', { name: '采纳', exact: true }).click();
  await options.getByText('已采纳，聊天页马上会推荐').waitFor();
  await options.getByText('没有待审的话术').waitFor();
  await options.screenshot({ path: '.output/proposal-accepted.png' });
  await options.close();

  // The buyer who has read it is not offered it again; another one is.
  const other = await stage.sit('feige', await stage.browser.context.newPage());
  await other.buyerSays(ASKED);
  await other.panel.waitFor((text) => text.includes('拆开泡十分钟'));
});
