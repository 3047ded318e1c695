import type { Adapter } from './define.ts';
import { UNKNOWN_METRIC } from './nothing.ts';

/** A console whose address is known and whose page is not. */
export interface UnreadConsole {
  readonly id: string;
  readonly label: string;
  /** Optional permissions: asked for one origin at a time, then detection looks for the chat. */
  readonly matches: readonly string[];
  /** The metric profile that its agents are rated by. */
  readonly metric: string;
}

const lazada = ['sg', 'com.my', 'co.th', 'vn', 'com.ph', 'co.id'];
const amazon = ['com', 'co.uk', 'de', 'fr', 'it', 'es', 'co.jp', 'ca', 'com.mx', 'com.au', 'in', 'ae'];

/** Consoles that we know by their address alone: sources are in facts gathered up to 2026-10. */
export const UNREAD: readonly UnreadConsole[] = [
  {
    id: 'xiaohongshu',
    label: '小红书千帆',
    matches: ['https://walle.xiaohongshu.com/cstools/*', 'https://eva.xiaohongshu.com/*'],
    metric: 'xiaohongshu-3min-rate',
  },
  {
    id: 'aliexpress',
    label: 'AliExpress',
    matches: ['https://gsp.aliexpress.com/m_apps/im-chat/*', 'https://csp.aliexpress.com/m_apps/im-chat/*'],
    metric: 'manual-mean-response',
  },
  {
    id: 'amazon',
    label: 'Amazon',
    matches: amazon.map((tld) => `https://sellercentral.amazon.${tld}/messaging/*`),
    metric: 'amazon-24h-rate',
  },
  {
    id: 'ebay',
    label: 'eBay',
    matches: ['https://www.ebay.com/mesg/*', 'https://mesg.ebay.com/*', 'https://www.ebay.com/sh/messages*'],
    metric: 'manual-mean-response',
  },
  {
    id: 'lazada',
    label: 'Lazada',
    matches: lazada.map((tld) => `https://sellercenter.lazada.${tld}/apps/im/*`),
    metric: 'lazada-response-rate',
  },
  {
    id: 'qianniu',
    label: '千牛网页版',
    matches: ['https://myseller.taobao.com/*', 'https://work.taobao.com/*'],
    metric: 'taobao-3min-rate',
  },
];

const hostOf = (match: string) => match.split('/')[2];

/**
 * An adapter that was made on the page of a console known by its address takes its name and how its agents are rated:
 * the page itself carries no table of consoles.
 */
export function asKnown(adapter: Adapter): Adapter {
  const hosts = adapter.matches.map(hostOf);
  const known = UNREAD.find(({ matches }) => matches.some((match) => hosts.includes(hostOf(match))));
  const isMade = adapter.id.startsWith('own-') && adapter.metric === UNKNOWN_METRIC;
  return known && isMade ? { ...adapter, label: known.label, metric: known.metric } : adapter;
}
