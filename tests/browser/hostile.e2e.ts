import { afterAll, beforeAll, expect, it } from 'vitest';
import { CONTACT, type HostileStage, QUESTION, setHostileStage } from './hostile-stage.ts';

// Pages that fight back: the built extension neither throws nor hangs, writes nothing that nobody asked for, and lets
// no held send go.

const EDITOR = '#im-input-box, [data-qa-id="qa-send-message-textarea"]';

let stage: HostileStage;
beforeAll(async () => {
  stage = await setHostileStage();
});
afterAll(() => stage?.close());

it.each(['textarea', 'contenteditable'])(
  'forms that take the names of what we call, around a %s',
  async (editor) => {
    await stage.open(editor, 'clobber');
    expect(await stage.browser.page.evaluate(() => typeof document.createElement)).not.toBe('function');
    await stage.works();
  },
);

it('a megabyte in one message and in the editor, with 10,000 siblings and 500 levels in either', async () => {
  await stage.open('contenteditable');
  await stage.browser.page.evaluate(() => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => `<i>${index}</i>`).join('');
    const deep = () => {
      const top = document.createElement('b');
      let at = top;
      for (let level = 0; level < 500; level++) {
        const next = document.createElement('b');
        at.append(next);
        at = next;
      }
      at.append('底');
      return top;
    };
    const bubble = document.querySelector('.messageNotMe pre')!;
    bubble.append('x'.repeat(1_000_000), deep());
    bubble.insertAdjacentHTML('beforeend', many(10_000));
    const box = document.querySelector('#im-input-box')!;
    box.append('y'.repeat(1_000_000), deep());
    box.insertAdjacentHTML('beforeend', many(10_000));
  });
  await stage.browser.page.keyboard.type('亲');
  await stage.browser.page.evaluate(() => document.querySelector('#im-input-box')!.replaceChildren());
  await stage.works();
});

it('shadow hosts around everything, open and closed', async () => {
  await stage.open('textarea');
  await stage.browser.page.evaluate(() => {
    for (const mode of ['open', 'closed'] as const)
      for (let at = 0; at < 500; at++) {
        const host = document.createElement('div');
        host.attachShadow({ mode }).innerHTML = '<textarea></textarea><button>发送</button>';
        document.body.append(host);
      }
  });
  await stage.works();
});

it('a page that removes our element whenever it sees it', async () => {
  await stage.open('textarea');
  await stage.browser.page.evaluate(() => {
    const known = new Set(document.documentElement.children);
    const remove = () => {
      for (const one of document.documentElement.children)
        if (one !== document.head && one !== document.body) one.remove();
    };
    new MutationObserver(remove).observe(document.documentElement, { childList: true });
    remove();
    return known.size;
  });
  await stage.browser.page.keyboard.type(CONTACT);
  for (let time = 0; time < 8; time++) await stage.press('Enter');
  expect(await stage.state()).toEqual([[], CONTACT]);
  expect(stage.thrown).toEqual([]);
});

it('a page that lays something over everything', async () => {
  await stage.open('textarea');
  await stage.browser.page.evaluate(() => {
    const cover = document.createElement('dialog');
    cover.style.cssText = 'inset:0;width:100vw;height:100vh;opacity:0.1;pointer-events:none';
    document.body.append(cover);
    cover.show();
  });
  await stage.works();
});

it('a page that forges keys, clicks, input, composition and the framework’s own word that we are outdated', async () => {
  await stage.open('textarea');
  await stage.kit(`buyerSays('${QUESTION}')`);
  await stage.ours.waitFor((text) => text.includes(`· ${QUESTION}`));
  await stage.clickEditor();
  await stage.browser.page.keyboard.type(CONTACT);
  await stage.ours.waitFor('.find.block');
  await stage.press('Enter');
  await stage.ours.waitFor((text) => text.includes('仍要发送'));
  await stage.browser.page.evaluate((css) => {
    const box = document.querySelector(css)!;
    const host = [...document.documentElement.children].at(-1)!;
    const keys = [
      { key: '1', code: 'Digit1', altKey: true },
      { key: 'Enter', code: 'Enter', altKey: true },
      { key: 'Enter', code: 'Enter', altKey: true, shiftKey: true },
      { key: '1', code: 'Digit1' },
      { key: 'Escape', code: 'Escape' },
      { key: 'z', code: 'KeyZ', altKey: true },
    ];
    for (const target of [box, host, document, window])
      for (const key of keys)
        for (const type of ['keydown', 'keypress', 'keyup'])
          target.dispatchEvent(new KeyboardEvent(type, { ...key, bubbles: true, composed: true }));
    for (let x = 0; x < innerWidth; x += 40)
      for (let y = 0; y < innerHeight; y += 40)
        for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click'])
          host.dispatchEvent(new MouseEvent(type, { clientX: x, clientY: y, bubbles: true, composed: true }));
    for (let time = 0; time < 2_000; time++) box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    for (const type of ['compositionstart', 'compositionend'])
      box.dispatchEvent(new CompositionEvent(type, { bubbles: true }));
    const started = { type: 'wxt:content-script-started', contentScriptName: 'chat', messageId: 'x' };
    window.postMessage(started, '*');
    document.dispatchEvent(new CustomEvent('wxt:content-script-started', { detail: started }));
    for (const type of ['wxt:locationchange', 'pagehide', 'beforeunload', 'unload', 'visibilitychange'])
      window.dispatchEvent(new Event(type));
  }, EDITOR);
  expect(await stage.state()).toEqual([[], CONTACT]);
  expect(await stage.ours.text()).toContain('仍要发送');
  await stage.press('Enter');
  expect(await stage.state()).toEqual([[], CONTACT]);
  await stage.works();
});

it('a page that turns to another buyer while a reply is on its way', async () => {
  await stage.open('contenteditable');
  await stage.kit(`buyerSays('${QUESTION}')`);
  await stage.ours.waitFor((text) => text.includes(`· ${QUESTION}`));
  await stage.clickEditor();
  await stage.browser.page.evaluate(() => {
    window.addEventListener(
      'keyup',
      () => (window as unknown as { kit: { switchTo(name: string): void } }).kit.switchTo('阿岚'),
      {
        capture: true,
        once: true,
      },
    );
    document.addEventListener('selectionchange', () =>
      (window as unknown as { kit: { switchTo(name: string): void } }).kit.switchTo('阿岚'),
    );
  });
  await stage.press('Alt+1');
  await stage.ours.waitFor((text) => text.includes('阿岚'));
  expect(await stage.state()).toEqual([[], '']);
  expect(stage.thrown).toEqual([]);
});
