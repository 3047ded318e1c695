import type { Adapter } from './define.ts';
import { allWithin, visible } from './dom.ts';

/** Edges in CSS pixels of the viewport. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What must stay free for the agent: the message box with its send control. Null while neither is shown. */
export function sendBox(adapter: Adapter, page: Document): Edges | null {
  const shown = [...adapter.composer, ...adapter.send].flatMap(({ css }) =>
    allWithin(page, css).filter(visible),
  );
  if (shown.length === 0) return null;
  const boxes = shown.map((element) => Element.prototype.getBoundingClientRect.call(element));
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}
