/** A console whose address is known and whose page is not. */
export interface UnreadConsole {
  readonly id: string;
  readonly label: string;
  /** Optional permissions: asked for one origin at a time, then detection looks for the chat. */
  readonly matches: readonly string[];
  /** The metric profile that its agents are rated by. */
  readonly metric: string;
  readonly why: string;
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
    why: 'The chat is in a frame; its list recycles its rows.',
  },
  {
    id: 'aliexpress',
    label: 'AliExpress',
    matches: ['https://gsp.aliexpress.com/m_apps/im-chat/*', 'https://csp.aliexpress.com/m_apps/im-chat/*'],
    metric: 'manual-mean-response',
    why: 'Its robot answers under the seller’s own account.',
  },
  {
    id: 'amazon',
    label: 'Amazon',
    matches: amazon.map((tld) => `https://sellercentral.amazon.${tld}/messaging/*`),
    metric: 'amazon-24h-rate',
    why: 'Its parts are web components with shadow roots.',
  },
  {
    id: 'ebay',
    label: 'eBay',
    matches: ['https://www.ebay.com/mesg/*', 'https://mesg.ebay.com/*', 'https://www.ebay.com/sh/messages*'],
    metric: 'manual-mean-response',
    why: 'Only its addresses were seen.',
  },
  {
    id: 'lazada',
    label: 'Lazada',
    matches: lazada.map((tld) => `https://sellercenter.lazada.${tld}/apps/im/*`),
    metric: 'lazada-response-rate',
    why: 'The address is from 2023 or before.',
  },
  {
    id: 'qianniu',
    label: '千牛网页版',
    matches: ['https://myseller.taobao.com/*', 'https://work.taobao.com/*'],
    metric: 'taobao-3min-rate',
    why: 'Most teams use the desktop client, which no extension reaches: there is a page for work by hand.',
  },
];

/** The console that this address belongs to, if its page is one that we can't read without being shown. */
export function unreadAt(url: string): UnreadConsole | null {
  const { hostname } = new URL(url);
  return UNREAD.find(({ matches }) => matches.some((match) => match.split('/')[2] === hostname)) ?? null;
}
