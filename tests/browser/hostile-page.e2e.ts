import { afterEach, beforeEach, expect, it } from 'vitest';
import { forgeEnd } from './forged-end.ts';
import { type Stage, setStage, textsIn } from './stage.ts';

let stage: Stage;
beforeEach(async () => {
  stage = await setStage();
});
afterEach(() => stage?.close());

it('goes on when the page forges the word by which frameworks end a content script', async () => {
  const seat = await stage.sit('pinduoduo');
  await seat.buyerSays('伪造之前');
  await stage.logUntil((events) => textsIn(events).includes('伪造之前'));
  // A store's ids are public, so a page knows them.
  await forgeEnd(seat.page, stage.browser.extensionId);
  await seat.buyerSays('伪造之后');
  const events = await stage.logUntil((all) => textsIn(all).includes('伪造之后'));
  expect(textsIn(events).filter((text) => text.startsWith('伪造'))).toEqual(['伪造之前', '伪造之后']);
});

it('loses nothing when a page goes into the back and forward cache and comes back', async () => {
  const seat = await stage.sit('pinduoduo');
  await seat.buyerSays('离开之前');
  await stage.logUntil((events) => textsIn(events).includes('离开之前'));
  const address = seat.page.url();
  await seat.page.goto('about:blank');
  await seat.page.goBack();
  await seat.page.waitForURL(address);
  await seat.panel.waitFor('aside.cs');
  await seat.buyerSays('回来之后');
  const events = await stage.logUntil((all) => textsIn(all).includes('回来之后'));
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
});
