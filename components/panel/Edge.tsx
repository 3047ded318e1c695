import { follow } from './follow.ts';
import { clampWidth, WIDTH, widened } from './placement.ts';
import type { On, PanelView } from './view.ts';
import { useSay } from './words.ts';

/** The inner edge: dragged, or moved with the arrow keys, it sets the panel's width. */
export function Edge({ layout, on }: { layout: PanelView['layout']; on: On }) {
  const say = useSay();
  const drag = (press: PointerEvent) => {
    const panel = (press.currentTarget as HTMLElement).parentElement;
    if (!panel) return;
    follow(
      press,
      (dx) => {
        panel.style.width = `${widened(layout, dx).width}px`;
      },
      (way, event) => {
        panel.style.width = `${clampWidth(layout.width)}px`;
        if (way) on({ kind: 'layout', layout: widened(layout, way.dx) }, event);
      },
    );
  };
  const press = (event: KeyboardEvent) => {
    const dx = { ArrowLeft: -WIDTH.step, ArrowRight: WIDTH.step }[event.key];
    if (dx === undefined || event.altKey) return;
    event.preventDefault();
    on({ kind: 'layout', layout: widened(layout, dx) }, event);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is the window-splitter pattern; hr takes no value
    <div
      class={`edge ${layout.side === 'right' ? 'at-left' : 'at-right'}`}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={say('head.width')}
      aria-valuemin={WIDTH.min}
      aria-valuemax={WIDTH.max}
      aria-valuenow={clampWidth(layout.width)}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
