import { follow } from './follow.ts';
import { clampWidth, WIDTH, widened } from './placement.ts';
import type { Ui } from './ui.ts';
import type { PanelView } from './view.ts';

/** The inner edge: dragged, or moved with the arrow keys, it sets the panel's width. */
export function Edge({ layout, ui }: { layout: PanelView['layout']; ui: Ui }) {
  const set = (dx: number, event: Event) => ui.on({ kind: 'layout', layout: widened(layout, dx) }, event);
  const drag = (press: PointerEvent) => {
    const panel = (press.currentTarget as HTMLElement).parentElement;
    if (!panel || press.button > 0) return;
    const show = (dx: number) => {
      panel.style.width = `${widened(layout, dx).width}px`;
    };
    follow(press, show, (way, event) => {
      show(0);
      if (way) set(way.dx, event);
    });
  };
  const press = (event: KeyboardEvent) => {
    const towards = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (towards) set(towards * WIDTH.step, event);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a focusable separator is the window-splitter pattern; hr takes no value
    <div
      class="edge"
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={ui.say('head.width')}
      aria-valuemin={WIDTH.min}
      aria-valuemax={WIDTH.max}
      aria-valuenow={clampWidth(layout.width)}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
