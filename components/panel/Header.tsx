import { Action } from './Action.tsx';
import { follow } from './follow.ts';
import { dropped } from './placement.ts';
import type { Ui } from './ui.ts';
import type { PanelView } from './view.ts';

/** Long order numbers by their ends: 2411…0382. */
function shortOrder(order: string): string {
  return order.length > 10 ? `${order.slice(0, 4)}…${order.slice(-4)}` : order;
}

/** Whether everything that we promise works right now; the header's dot. */
function health(page: PanelView['page'], checked: boolean): 'fine' | 'trouble' | 'idle' {
  if (page.kind === 'ready') return checked ? 'fine' : 'trouble';
  return page.kind === 'loading' || page.kind === 'no-conversation' ? 'idle' : 'trouble';
}

/** Who and which order. The header is also the handle by which the panel is moved. */
export function Header({
  page,
  console,
  layout,
  checked,
  searching,
  ui,
}: Pick<PanelView, 'page' | 'console' | 'layout'> & {
  /** Whether wording is checked here. */
  checked: boolean;
  searching: boolean;
  ui: Ui;
}) {
  const drag = (press: PointerEvent) => {
    const panel = (press.currentTarget as HTMLElement).parentElement;
    if (!panel || press.button > 0 || (press.target as Element).closest('button')) return;
    follow(
      press,
      (dx, dy) => {
        panel.style.translate = `${dx}px ${dy}px`;
      },
      (way, event) => {
        const box = panel.getBoundingClientRect();
        panel.style.translate = '';
        const viewport = { width: innerWidth, height: innerHeight };
        if (way) ui.on({ kind: 'layout', layout: dropped(layout, box, viewport) }, event);
      },
    );
  };
  const ready = page.kind === 'ready';
  const order = ready && page.order;
  const side = layout.side === 'right' ? 'left' : 'right';
  return (
    <header onPointerDown={drag}>
      <span class={`dot ${health(page, checked)}`} />
      <h1>{ready ? (page.buyer ?? ui.say('head.masked')) : ui.say('panel.name')}</h1>
      <span class="sub" title={order || console}>
        {order ? `${console} · ${ui.say('head.order', { order: shortOrder(order) })}` : console}
      </span>
      {ready && (
        <Action
          ui={ui}
          look="ic"
          mark="search"
          word="head.search"
          wish={searching ? { kind: 'close-search' } : { kind: 'search', query: '' }}
        />
      )}
      <Action
        ui={ui}
        look="ic"
        mark="dock"
        flip={side === 'right'}
        word={`head.dock-${side}`}
        wish={{ kind: 'layout', layout: { ...layout, side } }}
      />
      <Action
        ui={ui}
        look="ic"
        mark="fold"
        flip={layout.side === 'left'}
        word="head.collapse"
        wish={{ kind: 'layout', layout: { ...layout, collapsed: true } }}
      />
    </header>
  );
}
