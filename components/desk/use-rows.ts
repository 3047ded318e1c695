import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';
import { useEffect, useReducer, useRef } from 'preact/hooks';

export interface Rows {
  /** The element that scrolls. */
  readonly frame: (element: HTMLElement | null) => void;
  readonly height: number;
  readonly shown: readonly VirtualItem[];
  readonly reveal: (index: number) => void;
}

/** Which of `count` rows of one height are on screen: a hundred thousand cost no more than a screenful. */
export function useRows(count: number, rowHeight: number): Rows {
  const [, draw] = useReducer((n: number) => n + 1, 0);
  const element = useRef<HTMLElement | null>(null);
  const rows = useRef<Virtualizer<HTMLElement, HTMLElement> | null>(null);
  const options = {
    count,
    getScrollElement: () => element.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    initialRect: { width: 800, height: 600 },
    scrollToFn: elementScroll,
    observeElementRect,
    observeElementOffset,
    onChange: () => draw(undefined as never),
  };
  rows.current ??= new Virtualizer(options);
  const virtual = rows.current;
  virtual.setOptions(options);
  useEffect(() => virtual._didMount(), [virtual]);
  useEffect(() => virtual._willUpdate());
  return {
    frame: (found) => {
      element.current = found;
    },
    height: virtual.getTotalSize(),
    shown: virtual.getVirtualItems(),
    reveal: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  };
}
