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
  return adapters.find((adapter) => matches(adapter, url)) ?? null;
}

/** Whether one of the adapter's patterns takes the address; ports and fragments are left aside, as browsers do. */
export function matches(adapter: Adapter, url: string): boolean {
  const { protocol, hostname, pathname, search } = new URL(url);
  const address = `${protocol}//${hostname}${pathname}${search}`;
  return adapter.matches.some((pattern) => globs(pattern, address));
}

/** `*` stands for any run of characters. */
function globs(pattern: string, text: string): boolean {
  const [head = '', ...parts] = pattern.split('*');
  const tail = parts.pop();
  if (tail === undefined) return text === head;
  if (!text.startsWith(head)) return false;
  let at = head.length;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - tail.length >= at && text.endsWith(tail);
}
