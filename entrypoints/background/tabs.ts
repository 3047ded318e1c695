import { browser } from 'wxt/browser';
import { allMatches } from '../../adapters/registry.ts';
import type { Calls, News, PanelPart } from '../../messaging/contract.ts';
import type { Caller } from '../../messaging/serve.ts';

/** Puts files of the panel, in this order, into the frame whose content script asked for them. */
export async function loadInto(
  { tab, frame }: Extract<Caller, { kind: 'console' }>,
  parts: readonly PanelPart[],
): Promise<void> {
  if (parts.length === 0) return;
  await browser.scripting.executeScript({
    target: { tabId: tab, frameIds: [frame] },
    files: parts.map((part) => `/${part}.js` as const),
  });
}

export async function openPage({ page }: Calls['page.open']['ask']): Promise<void> {
  await browser.tabs.create({ url: browser.runtime.getURL(`/${page}.html`) });
}

/**
 * Gives open pages at these match patterns our content script. One that has it already sees to that itself. A tab that
 * sleeps or shows an error page takes no script; it gets one when it is loaded again.
 */
export async function enterTabs(url: string[]): Promise<void> {
  // No pattern would mean every tab.
  if (url.length === 0) return;
  const tabs = await browser.tabs.query({ url });
  const entered = tabs.map(({ id }) =>
    id === undefined
      ? undefined
      : browser.scripting.executeScript({
          target: { tabId: id, allFrames: true },
          files: ['/content-scripts/chat.js'],
        }),
  );
  for (const outcome of await Promise.allSettled(entered))
    if (outcome.status === 'rejected') console.debug('counterside: a page was not entered', outcome.reason);
}

/** Enters consoles that were open before an installation; Firefox does this by itself. */
export const enterOpenConsoles = (): Promise<void> => enterTabs(allMatches());

/** Tells every page of ours and every console. A tab without our script has nobody to hear it, which is no failure. */
export async function tellPages(news: News): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? undefined : browser.tabs.sendMessage(id, news))),
  );
}
