import { browser } from 'wxt/browser';
import type { Calls } from '../../messaging/contract.ts';
import type { Caller } from '../../messaging/serve.ts';

/** The panel's red, for what does not work. */
const RED = '#b42318';

/** Marks the toolbar's button while the tab's page cannot be read; else the tab shows what all tabs show. */
export async function showHealth(
  caller: Caller,
  health: Calls['health.tell']['ask']['health'],
): Promise<void> {
  if (caller.kind !== 'console') return;
  const tabId = caller.tab;
  await browser.action.setBadgeBackgroundColor({ tabId, color: RED });
  // The types know no null; both browsers take it for "as on all tabs".
  const text = (health === 'broken' ? '!' : null) as string;
  await browser.action.setBadgeText({ tabId, text });
}
