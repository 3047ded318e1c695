import feige from './consoles/feige.ts';
import pinduoduo from './consoles/pinduoduo.ts';
import type { Adapter } from './define.ts';

/** Every shipped console. A test holds this list to the folder `consoles/`. Nothing happens at import: WXT loads it in Node. */
export const adapters: readonly Adapter[] = [pinduoduo, feige];

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

/** As browsers match: without port and fragment; the path may end in `*`. */
function takes(pattern: string, url: string): boolean {
  const { protocol, hostname, pathname, search } = new URL(url);
  const [scheme, host, path] = partsOf(pattern);
  const address = pathname + search;
  const right = path.endsWith('*') ? address.startsWith(path.slice(0, -1)) : address === path;
  return scheme === protocol && takesHost(host, hostname) && right;
}

const takesHost = (pattern: string, host: string): boolean =>
  pattern.startsWith('*.') ? host === pattern.slice(2) || host.endsWith(pattern.slice(1)) : host === pattern;

/** `https:`, the host and the path of a match pattern. */
function partsOf(pattern: string): readonly [string, string, string] {
  const [scheme = '', , host = '', ...path] = pattern.split('/');
  return [scheme, host.split(':')[0] ?? '', `/${path.join('/')}`];
}
