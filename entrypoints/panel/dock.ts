import type { Edges } from '../../adapters/send-box.ts';
import { clampWidth, RAIL_WIDTH } from '../../components/panel/placement.ts';
import type { PanelLayout } from '../../core/desk.ts';

export interface Docked {
  /** The layout to draw: the wanted one, moved only as far as it must be. */
  readonly layout: PanelLayout;
  readonly maxHeight: number;
}

const MARGIN = 12;
/** Below this a panel is of no use; then it moves aside instead of shrinking. */
const LEAST_HEIGHT = 220;

/** The left edge that a layout asks for. */
function wantedLeft({ side, x }: PanelLayout, rightmost: number): number {
  const wanted = side === 'left' ? MARGIN : side === 'right' ? rightmost : x;
  return Math.max(MARGIN, Math.min(wanted, rightmost));
}

/**
 * Fits the panel to the page so that it never covers the send box (the editor with its send control): it ends
 * above the box, or, where there is no room for that, stands beside it.
 */
export function dock(
  layout: PanelLayout,
  viewport: { width: number; height: number },
  sendBox: Edges | null,
): Docked {
  const width = layout.collapsed ? RAIL_WIDTH : clampWidth(layout.width);
  const rightmost = viewport.width - width - MARGIN;
  const left = wantedLeft(layout, rightmost);
  const y = Math.max(0, Math.min(layout.y, viewport.height - LEAST_HEIGHT - MARGIN));
  const free = viewport.height - y - MARGIN;
  const meets = sendBox !== null && left < sendBox.right && left + width > sendBox.left;
  if (!meets) return { layout: { ...layout, y }, maxHeight: free };
  const above = sendBox.top - MARGIN - y;
  if (above >= LEAST_HEIGHT) return { layout: { ...layout, y }, maxHeight: Math.min(free, above) };
  const beside = [sendBox.right + MARGIN, sendBox.left - width - MARGIN]
    .filter((x) => x >= 0 && x + width <= viewport.width)
    .sort((a, b) => Math.abs(a - left) - Math.abs(b - left))[0];
  if (beside !== undefined) return { layout: { ...layout, side: 'free', x: beside, y }, maxHeight: free };
  // No room beside it either: go up as far as the viewport allows.
  return { layout: { ...layout, y: 0 }, maxHeight: Math.max(0, sendBox.top - MARGIN) };
}
