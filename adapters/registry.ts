import etsy from './consoles/etsy.ts';
import feige from './consoles/feige.ts';
import jingdong from './consoles/jingdong.ts';
import jingdongRecords from './consoles/jingdong-records.ts';
import kuaishou from './consoles/kuaishou.ts';
import pinduoduo from './consoles/pinduoduo.ts';
import rakuten from './consoles/rakuten.ts';
import shopee from './consoles/shopee.ts';
import tiktok from './consoles/tiktok.ts';
import wangwang from './consoles/wangwang.ts';
import weixin from './consoles/weixin.ts';
import zendesk from './consoles/zendesk.ts';
import type { Adapter } from './define.ts';

/** Every shipped console. A test holds this list to the folder `consoles/`. Nothing happens at import: WXT loads it in Node. */
export const adapters: readonly Adapter[] = [
  ...[pinduoduo, feige, kuaishou, jingdong, jingdongRecords, weixin, wangwang],
  ...[tiktok, shopee, etsy, rakuten, zendesk],
];

/** The match patterns of all shipped consoles, for the content script's manifest entry. */
export function allMatches(): string[] {
  return adapters.flatMap((adapter) => adapter.matches);
}

/** The adapter whose patterns take this address, or null: then it is no console that we know. */
export function adapterFor(url: string, from: readonly Adapter[] = adapters): Adapter | null {
  return from.find((adapter) => isAt(adapter, url)) ?? null;
}

/** Whether the adapter reads the page at this address. */
export function isAt({ matches, excludes = [] }: Adapter, url: string): boolean {
  return matches.some((pattern) => takes(pattern, url)) && !excludes.some((pattern) => takes(pattern, url));
}

/** Whether the address lies on one of the adapter's hosts: a page may move on inside its app. */
export function isOnHostOf({ matches }: Adapter, url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return matches.some((pattern) => {
    const [scheme, host] = partsOf(pattern);
    return scheme === protocol && takesHost(host, hostname);
  });
}

/** As browsers match: without port and fragment; `*` in the path stands for anything. */
function takes(pattern: string, url: string): boolean {
  const { protocol, hostname, pathname, search } = new URL(url);
  const [scheme, host, path] = partsOf(pattern);
  return scheme === protocol && takesHost(host, hostname) && takesPath(path, pathname + search);
}

function takesPath(pattern: string, address: string): boolean {
  const [head = '', ...rest] = pattern.split('*');
  if (!address.startsWith(head)) return false;
  const tail = rest.pop();
  if (tail === undefined) return address === head;
  let from = head.length;
  for (const part of rest) {
    const found = address.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  return address.length - tail.length >= from && address.endsWith(tail);
}

const takesHost = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host === pattern.slice(2) || host.endsWith(pattern.slice(1)) : host === pattern;

/** `https:`, the host and the path of a match pattern. */
function partsOf(pattern: string): readonly [string, string, string] {
  const [scheme = '', , host = '', ...path] = pattern.split('/');
  return [scheme, host.split(':')[0] ?? '', `/${path.join('/')}`];
}
