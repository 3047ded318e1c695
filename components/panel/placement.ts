import type { PanelLayout } from '../../core/desk.ts';
import type { PanelView } from './view.ts';

/** Pixels. Widths between which the panel may be set, and one press of an arrow key on its edge. */
export const WIDTH = { min: 280, max: 420, step: 20 } as const;
export const RAIL_WIDTH = 40;

/** Where the panel sits until somebody moves it. */
export const DEFAULT_LAYOUT: PanelLayout = { side: 'right', x: 0, y: 12, width: 328, collapsed: false };

/** A docked panel's distance from the window's edge. */
const MARGIN = '12px';
/** A panel dropped this near to the window's edge docks there. Pixels. */
const SNAP = 32;
/** What must stay in the window's height for the header to be caught again. */
const KEEP = 96;

export function clampWidth(width: number): number {
  return Math.round(Math.min(WIDTH.max, Math.max(WIDTH.min, width)));
}

/** Whether only the rail shows. A held send unfolds the panel: the person pressed send and nothing happened. */
export function isFolded({ layout, screening }: Pick<PanelView, 'layout' | 'screening'>): boolean {
  return layout.collapsed && screening.kind !== 'held';
}

/** Inline style that puts the panel where its layout says; it stays catchable whatever the window's size. */
export function placed(view: Pick<PanelView, 'layout' | 'screening'>): Record<string, string> {
  const { side, x, y } = view.layout;
  const folded = isFolded(view);
  const width = folded ? RAIL_WIDTH : clampWidth(view.layout.width);
  return {
    top: `max(0px, min(${y}px, 100vh - ${KEEP}px))`,
    left: side === 'free' ? `max(0px, min(${x}px, 100vw - ${width}px))` : side === 'left' ? MARGIN : 'auto',
    right: side === 'right' ? MARGIN : 'auto',
    width: `${width}px`,
    height: folded ? 'auto' : '600px',
  };
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
