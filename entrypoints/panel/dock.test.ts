import { describe, expect, it } from 'vitest';
import type { Edges } from '../../adapters/send-box.ts';
import { DEFAULT_LAYOUT, RAIL_WIDTH } from '../../components/panel/placement.ts';
import type { PanelLayout } from '../../core/desk.ts';
import { type Docked, dock } from './dock.ts';

const VIEW = { width: 1366, height: 768 };
const MARGIN = 12;
const layout = (part: Partial<PanelLayout> = {}): PanelLayout => ({ ...DEFAULT_LAYOUT, ...part });
/** 拼多多's: under the messages, from the conversation list to the window's right edge. */
const WIDE: Edges = { left: 232, top: 636, right: 1366, bottom: 768 };

/** The panel's own box at its tallest, as its stylesheet places it. */
function boxOf({ layout: at, maxHeight }: Docked): Edges {
  const width = at.collapsed ? RAIL_WIDTH : at.width;
  const left = at.side === 'right' ? VIEW.width - MARGIN - width : at.side === 'left' ? MARGIN : at.x;
  return { left, top: at.y, right: left + width, bottom: at.y + maxHeight };
}
const covers = (a: Edges, b: Edges) =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

describe('dock', () => {
  it('stands where it was put, above a send box that reaches under it', () => {
    expect(dock(layout(), VIEW, WIDE)).toEqual({ layout: layout(), maxHeight: 612 });
  });

  it('uses the whole height where the send box is elsewhere', () => {
    expect(dock(layout(), VIEW, { ...WIDE, right: 1000 }).maxHeight).toBe(744);
  });

  it.each([
    ['docked left', layout({ side: 'left' }), WIDE],
    ['dragged onto the box', layout({ side: 'free', x: 500, y: 600 }), WIDE],
    ['dragged far outside', layout({ side: 'free', x: 9_000, y: 5_000 }), WIDE],
    ['a narrow box at the right', layout(), { left: 1000, top: 100, right: 1366, bottom: 768 }],
    ['widest', layout({ width: 420 }), WIDE],
    ['collapsed to a rail', layout({ collapsed: true, side: 'free', x: 1000, y: 700 }), WIDE],
  ])('never covers the send box: %s', (_, wanted, sendBox) => {
    const box = boxOf(dock(wanted, VIEW, sendBox));
    expect(covers(box, sendBox)).toBe(false);
    expect(box.top).toBeGreaterThanOrEqual(0);
    expect(box.bottom).toBeLessThanOrEqual(VIEW.height);
  });
});
