import type { PanelLayout } from '../../core/desk.ts';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where the panel stands, in CSS pixels of the viewport. */
export interface Docked {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly maxHeight: number;
}

const MARGIN = 12;
const RAIL = 40;
/** Below this a panel is of no use; then it moves aside instead of shrinking. */
const LEAST_HEIGHT = 220;

/**
 * Places the panel by its layout so that it never covers the send box (the editor with its send control):
 * it ends above the box, or, where there is no room for that, stands beside it.
 */
export function dock(
  layout: PanelLayout,
  viewport: { width: number; height: number },
  sendBox: Box | null,
): Docked {
  const width = layout.collapsed ? RAIL : Math.min(layout.width, viewport.width - 2 * MARGIN);
  const rightmost = viewport.width - width - MARGIN;
  const wanted = layout.side === 'left' ? MARGIN : layout.side === 'right' ? rightmost : layout.x;
  let left = Math.max(MARGIN, Math.min(wanted, rightmost));
  const top = Math.max(MARGIN, Math.min(layout.y, viewport.height - LEAST_HEIGHT - MARGIN));
  const free = viewport.height - top - MARGIN;
  const meets = (x: number) => sendBox !== null && x < sendBox.right && x + width > sendBox.left;
  if (sendBox === null || !meets(left)) return { left, top, width, maxHeight: free };
  const above = sendBox.top - MARGIN - top;
  if (above >= LEAST_HEIGHT) return { left, top, width, maxHeight: Math.min(free, above) };
  const beside = [sendBox.right + MARGIN, sendBox.left - width - MARGIN].filter(
    (x) => x >= 0 && x <= rightmost + MARGIN,
  );
  const nearest = beside.sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0];
  if (nearest !== undefined) {
    left = nearest;
    return { left, top, width, maxHeight: free };
  }
  // No room beside it either: go up as far as the viewport allows.
  return { left, top: MARGIN, width, maxHeight: Math.max(RAIL, sendBox.top - 2 * MARGIN) };
}
