import { ChevronsLeft, ChevronsRight, PanelLeft, PanelRight, Search } from 'lucide';
import { IconAction } from './Action.tsx';
import { follow } from './follow.ts';
import { Icon } from './Icon.tsx';
import { dropped } from './placement.ts';
import type { On, PanelView } from './view.ts';
import { useSay } from './words.ts';

/** Long order numbers by their ends: 2411…0382. */
function shortOrder(order: string): string {
  return order.length > 10 ? `${order.slice(0, 4)}…${order.slice(-4)}` : order;
}

/** Whether everything that we promise works right now; the header's dot. */
function health({ page, screening }: PanelView): 'fine' | 'trouble' | 'idle' {
  if (page.kind === 'ready') return screening.kind === 'off' ? 'trouble' : 'fine';
  return page.kind === 'loading' || page.kind === 'no-conversation' ? 'idle' : 'trouble';
}

/** Who and which order. The header is also the handle by which the panel is moved. */
export function Header({ view, on }: { view: PanelView; on: On }) {
  const say = useSay();
  const { layout, page } = view;
  const lay = (change: Partial<typeof layout>) => (event: Event) =>
    on({ kind: 'layout', layout: { ...layout, ...change } }, event);
  const drag = (press: PointerEvent) => {
    const panel = (press.currentTarget as HTMLElement).parentElement;
    if (!panel || (press.target as Element).closest('button')) return;
    follow(
      press,
      (dx, dy) => {
        panel.style.transform = `translate(${dx}px, ${dy}px)`;
      },
      (way, event) => {
        const box = panel.getBoundingClientRect();
        panel.style.transform = '';
        const viewport = { width: innerWidth, height: innerHeight };
        if (way) on({ kind: 'layout', layout: dropped(layout, box, viewport) }, event);
      },
    );
  };
  const ready = page.kind === 'ready';
  const order = ready ? page.order : null;
  const toLeft = layout.side === 'right';
  const leaves = layout.side === 'left' ? ChevronsLeft : ChevronsRight;
  return (
    <header onPointerDown={drag} title={say('head.drag')}>
      <span class="dot" data-health={health(view)} />
      <h1>{ready ? (page.buyer ?? say('head.masked')) : say('panel.name')}</h1>
      <span class="sub" title={order ?? view.console}>
        {order ? `${view.console} · ${say('head.order', { order: shortOrder(order) })}` : view.console}
      </span>
      {ready && (
        <IconAction
          name={say('head.search')}
          pressed={view.search !== null}
          onClick={(event) =>
            on(view.search ? { kind: 'close-search' } : { kind: 'search', query: '' }, event)
          }
        >
          <Icon node={Search} />
        </IconAction>
      )}
      <IconAction
        name={say(toLeft ? 'head.dock-left' : 'head.dock-right')}
        onClick={lay({ side: toLeft ? 'left' : 'right' })}
      >
        <Icon node={toLeft ? PanelLeft : PanelRight} />
      </IconAction>
      <IconAction name={say('head.collapse')} onClick={lay({ collapsed: true })}>
        <Icon node={leaves} />
      </IconAction>
    </header>
  );
}
