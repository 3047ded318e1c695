import { browser } from 'wxt/browser';
import { adapterFor } from '../../adapters/registry.ts';
import type { Here } from '../../components/ui/Popup.tsx';
import { AdapterDb, keptAdapters } from '../../storage/adapters.ts';

/** The tab that the popup was opened over, and what may be done about its site. */
export interface HereTab {
  readonly here: Here;
  readonly tab: number | null;
  /** The match pattern of its origin. */
  readonly origin: string;
}

const NOWHERE: HereTab = { here: { kind: 'none' }, tab: null, origin: '' };

export async function hereTab(): Promise<HereTab> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (!tab?.url?.startsWith('https://')) return NOWHERE;
  const { hostname } = new URL(tab.url);
  const origin = `https://${hostname}/*`;
  const own = (await keptAdapters(new AdapterDb())).map(({ adapter }) => adapter);
  const read = adapterFor(tab.url, own) ?? adapterFor(tab.url);
  const allowed = await browser.permissions.contains({ origins: [origin] });
  const kind = !allowed ? 'askable' : read ? 'read' : 'allowed';
  return { here: { kind, host: hostname }, tab: tab.id ?? null, origin };
}
