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
 * Gives consoles that were open before an installation a content script; Firefox does this by itself. One that
 * opened meanwhile has it already, and the script sees to that.
 */
export async function enterOpenConsoles(): Promise<void> {
  const tabs = await browser.tabs.query({ url: allMatches() });
  const entered = tabs.map(({ id }) =>
    id === undefined
      ? undefined
      : browser.scripting.executeScript({
          target: { tabId: id, allFrames: true },
          files: ['/content-scripts/chat.js'],
        }),
  );
  // A tab that sleeps or shows an error page takes no script; it gets one when it is loaded again.
  for (const outcome of await Promise.allSettled(entered))
    if (outcome.status === 'rejected')
      console.debug('counterside: a console was not entered', outcome.reason);
}

/** Tells every page of ours and every console. A tab without our script has nobody to hear it, which is no failure. */
export async function tellPages(news: News): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(
    tabs.map(({ id }) => (id === undefined ? undefined : browser.tabs.sendMessage(id, news))),
  );
}
