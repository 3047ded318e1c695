import { browser } from 'wxt/browser';
import { adapters, isOnHostOf } from '../../adapters/registry.ts';
import { type Caller, Refusal } from '../../messaging/serve.ts';

const FILES = ['/pointing.js'] as const;

/** Looks for a chat in the frame that asks. Not on shipped consoles: their pages without a chat have none. */
export async function lookForChat(caller: Caller): Promise<void> {
  if (caller.kind !== 'console' || adapters.some((adapter) => isOnHostOf(adapter, caller.url)))
    throw new Refusal('not-allowed', 'only a page that nobody described is looked at');
  const { tab, frame } = caller;
  await browser.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: [...FILES] });
}

/** Lets the person point: a page of ours names the tab, a console's page points at itself. */
export async function pointOutChat(caller: Caller, named: number | null): Promise<void> {
  const target =
    caller.kind === 'console'
      ? { tabId: caller.tab, frameIds: [caller.frame] }
      : { tabId: named ?? -1, frameIds: [0] };
  await browser.scripting.executeScript({ target, func: wantPointing });
  await browser.scripting.executeScript({ target, files: [...FILES] });
}

/**
 * Runs in the page, alone: nothing of this file is there. A page that is still loading is not offered yet: whoever
 * asks then is heard once it is, and after ten seconds no more.
 */
async function wantPointing(): Promise<void> {
  const here = Symbol.for('counterside.page');
  const offered = Symbol.for('counterside.offered');
  const world = globalThis as unknown as Record<symbol, unknown>;
  if (!world[here])
    await new Promise<void>((resolve) => {
      world[offered] = resolve;
      setTimeout(resolve, 10_000);
    });
  const page = world[here] as { wanted: boolean } | undefined;
  if (page) page.wanted = true;
}
