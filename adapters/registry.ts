import feige from './consoles/feige.ts';
import pinduoduo from './consoles/pinduoduo.ts';
import type { Adapter } from './define.ts';

/** Every shipped console. A test holds this list to the folder `consoles/`. Nothing happens at import: WXT loads it in Node. */
export const adapters: readonly Adapter[] = [pinduoduo, feige];

/** The match patterns of all shipped consoles, for the content script's manifest entry. */
export function allMatches(): string[] {
  return adapters.flatMap((adapter) => adapter.matches);
}

/** The adapter whose pattern takes this address, or null: then it is no console that we know. */
export function adapterFor(url: string): Adapter | null {
  return adapters.find((adapter) => adapter.matches.some((pattern) => takes(pattern, url))) ?? null;
}

/** As browsers match: without port and fragment; the path may end in `*`. */
function takes(pattern: string, url: string): boolean {
  const { protocol, hostname, pathname, search } = new URL(url);
  const address = `${protocol}//${hostname}${pathname}${search}`;
  return pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern;
}
