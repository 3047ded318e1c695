import { chatOf } from './chat-root.ts';
import type { Adapter } from './define.ts';
import { allWithin, get, visible } from './dom.ts';

/** Edges in CSS pixels of the viewport. */
export interface Edges {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What must stay free for the agent: the message box with its send control. Null while neither is shown. */
export function sendBox(adapter: Adapter, page: Document): Edges | null {
  const css = [...adapter.composer.map((composer) => composer.css), adapter.send].join();
  const boxes = allWithin(chatOf(adapter, page), css)
    .filter(visible)
    .map((element) => get(element, 'getBoundingClientRect').call(element));
  if (boxes.length === 0) return null;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}
