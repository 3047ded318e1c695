import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killWorker } from '../../cli/browser/worker.ts';
import type { Seat } from '../../cli/demo/seat.ts';
import { type Stage, setStage } from './stage.ts';

const QUESTION = '请问拍下以后多久能发货呀';

describe('scripts that find themselves', () => {
  let stage: Stage;
  let seat: Seat;

  beforeAll(async () => {
    stage = await setStage();
    seat = await stage.sit('pinduoduo');
  });
  afterAll(() => stage?.close());

  const listed = () => seat.panel.waitFor((text) => text.includes('Alt 1'));

  it('offers a reply after the buyer’s message', async () => {
    await seat.buyerSays(QUESTION);
    await listed();
    expect(await seat.draft()).toBe('');
  });

  it('opens the search with a slash, finds by pinyin initials while an input method composes, and places by a digit', async () => {
    await seat.type('/');
    await seat.panel.waitFor('input');
    expect(await seat.draft()).toBe('');
    const cdp = await seat.page.context().newCDPSession(seat.page);
    await cdp.send('Input.imeSetComposition', { text: "f'h", selectionStart: 3, selectionEnd: 3 });
    await seat.panel.waitFor((text) => text.includes('发货'));
    // A key of the input method is not ours, whatever it is.
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Process',
      windowsVirtualKeyCode: 229,
    });
    expect(await seat.draft()).toBe('');
    await cdp.send('Input.insertText', { text: 'fh' });
    await seat.panel.waitFor((text) => text.includes('发货'));
    await seat.press('1');
    await seat.panel.waitFor((text) => text.includes('已填入'));
    expect((await seat.draft()).length).toBeGreaterThan(4);
  });

  it('takes a placed reply back by the editor’s own undo', async () => {
    await seat.page.focus(seat.console.editor);
    await seat.press('Control+Z');
    expect(await seat.draft()).toBe('');
  });

  it('goes from hole to hole by Tab, and marks what is still to fill', async () => {
    await seat.type('/');
    await seat.panel.waitFor('input');
    await seat.page.keyboard.type('物流进度');
    await seat.panel.waitFor((text) => /【[^】]+】/u.test(text));
    await seat.press('Enter');
    await seat.panel.waitFor((text) => text.includes('已填入'));
    const draft = await seat.draft();
    const holes = draft.match(/【[^】]+】/gu) ?? [];
    expect(holes.length).toBeGreaterThan(0);
    const selected = () =>
      seat.page.evaluate((editor) => {
        const box = document.querySelector<HTMLTextAreaElement>(editor);
        return box ? box.value.slice(box.selectionStart, box.selectionEnd) : null;
      }, seat.console.editor);
    expect(holes).toContain(await selected());
    await seat.page.keyboard.type('实际内容');
    if (holes.length > 1) {
      await seat.press('Tab');
      expect(holes).toContain(await selected());
    }
    expect(await seat.draft()).toContain('实际内容');
    await seat.clear();
  });

  it('places nothing when the conversation was switched before the key', async () => {
    await seat.buyerSays('那个快递到哪里了');
    await listed();
    const before = await seat.open();
    const other = await seat.page.evaluate(async (open) => {
      const uid = window.practice.buyers().find((each) => each.uid !== open)?.uid;
      if (uid !== undefined) await window.practice.open(uid);
      return uid ?? null;
    }, before);
    expect(other).not.toBeNull();
    await seat.press('Alt+1');
    await seat.panel.waitFor('aside.cs');
    expect(await seat.draft()).toBe('');
  });

  it('offers again after the background has died', async () => {
    await killWorker(seat.page.context(), stage.browser.extensionId);
    await seat.page.bringToFront();
    await seat.buyerSays('我想退货怎么弄');
    await seat.panel.waitFor((text) => /\d:\d\d/.test(text));
    await listed();
  });
});
