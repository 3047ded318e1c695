import type { PanelLayout } from '../../core/desk.ts';

/** Pixels. Widths between which the panel may be set, and one press of an arrow key on its edge. */
export const WIDTH = { min: 280, max: 420, step: 20 } as const;
export const RAIL_WIDTH = 40;

/** Where the panel sits until somebody moves it. */
export const DEFAULT_LAYOUT: PanelLayout = { side: 'right', x: 0, y: 12, width: 328, collapsed: false };

/** Distance from the window's edge; within `SNAP` of an edge a dropped panel docks there. */
const MARGIN = 12;
const SNAP = 32;
/** What must stay in the window's height for the header to be caught again. */
const KEEP = 96;

export function clampWidth(width: number): number {
  return Math.round(Math.min(WIDTH.max, Math.max(WIDTH.min, width)));
}

/** Inline style that puts the panel where its layout says, whatever the window's size is now. */
export function placed(layout: PanelLayout): Record<string, string> {
  const width = layout.collapsed ? RAIL_WIDTH : clampWidth(layout.width);
  const top = `max(0px, min(${layout.y}px, calc(100vh - ${KEEP}px)))`;
  const size = { top, width: `${width}px` };
  if (layout.side === 'right') return { ...size, right: `${MARGIN}px`, left: 'auto' };
  const left =
    layout.side === 'left' ? `${MARGIN}px` : `max(0px, min(${layout.x}px, calc(100vw - ${width}px)))`;
  return { ...size, left, right: 'auto' };
}

/** The layout after the header was let go with the panel's box at `box`: docked near an edge, else free. */
export function dropped(
  layout: PanelLayout,
  box: { readonly left: number; readonly top: number; readonly width: number },
  viewport: { readonly width: number; readonly height: number },
): PanelLayout {
  const right = viewport.width - box.left - box.width;
  const side = box.left <= SNAP && box.left <= right ? 'left' : right <= SNAP ? 'right' : 'free';
  const y = Math.round(Math.min(Math.max(0, box.top), Math.max(0, viewport.height - KEEP)));
  return { ...layout, side, x: Math.round(Math.max(0, box.left)), y };
}

/** The layout after the inner edge was let go `dx` pixels from where it was caught. */
export function widened(layout: PanelLayout, dx: number): PanelLayout {
  return { ...layout, width: clampWidth(layout.width + (layout.side === 'right' ? -dx : dx)) };
}
