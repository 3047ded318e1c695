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

/** Runs in the page before anything else: whatever it can see of us is kept in `spied`. */
function spy() {
  const spied: string[] = [];
  Object.assign(window, { spied });
  const keep = (what: unknown) => {
    try {
      spied.push(typeof what === 'string' ? what : (JSON.stringify(what) ?? String(what)));
    } catch {
      spied.push(String(what));
    }
  };
  for (const type of ['message', 'error', 'unhandledrejection', 'securitypolicyviolation', 'storage'])
    window.addEventListener(
      type,
      (event) => {
        const { data, message, filename, blockedURI } = event as unknown as Record<string, unknown>;
        keep([data, message, filename, blockedURI]);
      },
      true,
    );
  for (const kind of [EventTarget.prototype, Element.prototype])
    for (const name of ['dispatchEvent', 'attachShadow'] as const) {
      const own = Object.getOwnPropertyDescriptor(kind, name)?.value as
        | ((...all: unknown[]) => unknown)
        | undefined;
      if (own)
        Object.defineProperty(kind, name, {
          configurable: true,
          writable: true,
          value(this: unknown, ...all: unknown[]) {
            keep(all);
            keep(new Error().stack);
            return own.apply(this, all);
          },
        });
    }
  new MutationObserver((records) => {
    for (const { addedNodes, removedNodes, target, attributeName, oldValue } of records) {
      for (const node of [...addedNodes, ...removedNodes])
        keep(node instanceof Element ? node.outerHTML : node.textContent);
      keep([
        attributeName,
        oldValue,
        target instanceof Element ? target.getAttributeNames() : target.nodeName,
      ]);
    }
  }).observe(document, {
    ...{ subtree: true, childList: true, attributes: true, characterData: true },
    ...{ attributeOldValue: true, characterDataOldValue: true },
  });
}

it('shows a page neither its id nor what it suggests, whatever the page listens to', async () => {
  const { page } = stage.browser;
  await page.addInitScript(spy);
  const seat = await stage.sit('pinduoduo');
  await seat.buyerSays('请问拍下以后多久能发货呀');
  await seat.panel.waitFor((text) => text.includes('Alt 3'));
  const replies = await seat.panel.queryAll('.reply');
  expect(replies.length).toBeGreaterThan(2);
  await page.evaluate(() => {
    const { spied } = window as unknown as { spied: string[] };
    getSelection()?.selectAllChildren(document.documentElement);
    spied.push(getSelection()?.toString() ?? '', document.documentElement.outerHTML, document.body.innerText);
    for (const element of document.querySelectorAll('*')) {
      const { shadowRoot, localName } = element;
      spied.push(shadowRoot?.textContent ?? '', localName, (element as HTMLElement).innerText ?? '');
    }
    const host = [...document.documentElement.children].at(-1);
    const at = host?.getBoundingClientRect();
    for (const element of document.elementsFromPoint(at?.x ?? 0, at?.y ?? 0))
      spied.push(element.textContent ?? '');
    spied.push(JSON.stringify(performance.getEntries()), Object.keys(window).join());
    spied.push(JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), document.cookie);
  });
  const spied = await page.evaluate(() => (window as unknown as { spied: string[] }).spied.join('\n'));
  // It does see that something was put in, and what the buyer wrote.
  expect(spied).toContain('请问拍下以后多久能发货呀');
  expect(spied).not.toContain(stage.browser.extensionId);
  expect(spied).not.toMatch(/chrome-extension:|content-script-started|柜边|counterside/i);
  for (const { attributes, text } of replies)
    for (const words of [attributes.title ?? '', text]) {
      expect(words.length).toBeGreaterThan(5);
      expect(spied.includes(words), words).toBe(false);
    }
});
