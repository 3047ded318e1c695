import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Moves the focus when a part of the page shows something else in place of what had it, so that a keyboard doesn't
 * lose its place. `target` is a selector within the part; the first draw moves nothing.
 */
export function useFocus<E extends HTMLElement>(shown: string, target: string): RefObject<E | null> {
  const part = useRef<E>(null);
  const before = useRef(shown);
  useLayoutEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    const found = part.current?.querySelector<HTMLElement>(target);
    found?.focus();
    found?.scrollIntoView({ block: 'nearest' });
  }, [shown, target]);
  return part;
}
