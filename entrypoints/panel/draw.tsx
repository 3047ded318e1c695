import { render } from 'preact';
import { Panel } from '../../components/panel/Panel.tsx';
import panelCss from '../../components/panel/panel.css?inline';
import { isFolded } from '../../components/panel/placement.ts';
import type { On, PanelView } from '../../components/panel/view.ts';
import { call } from '../../messaging/call.ts';
import type { PanelPart } from '../../messaging/contract.ts';
import { type Desk, offerPanel } from '../chat.content/bridge.ts';
import type { Model } from '../chat.content/model.ts';
import { dock } from './dock.ts';
import { kept } from './kept.ts';
import { viewOf } from './view.ts';
import { waitsOf } from './waits.ts';

/** A burst of news is drawn this often, in milliseconds: each drawing makes the page lay itself out. */
const REDRAW_MS = 100;

/** A function that draws the panel as the model is now, soon, and once a second while somebody waits. */
export function drawPanel({ session, host }: Desk, on: On): () => void {
  const { adapter, page } = session;
  const root = host.mount(panelCss);
  const parts: (() => void)[] = [];
  let planned = false;
  let height = 0;
  let shown: PanelView | null = null;
  /** What the model as it was last looked like before it was fitted: while somebody waits, only the wait changes. */
  let plain: { readonly of: Model; readonly view: PanelView } | null = null;
  let drawnAt = Number.NEGATIVE_INFINITY;
  const joined = new Set<PanelPart>();
  let tick: ReturnType<typeof setTimeout> | undefined;

  /** The view, moved only as far as it takes to leave the send box free. */
  const fitted = (view: PanelView): PanelView => {
    const viewport = { width: page.documentElement.clientWidth, height: window.innerHeight };
    const { collapsed } = view.layout;
    const { layout, maxHeight } = dock(
      { ...view.layout, collapsed: isFolded(view) },
      viewport,
      session.sendBox(),
    );
    if (maxHeight !== height) root.style.setProperty('--max-height', `${maxHeight}px`);
    height = maxHeight;
    return { ...view, layout: { ...layout, collapsed } };
  };

  /** Has a further file of the panel brought here, once; one that could not come is asked for again. */
  const join = (part: PanelPart) => {
    if (joined.has(part)) return;
    joined.add(part);
    void call('part.load', { part }).catch(() => joined.delete(part));
  };

  const drawNow = () => {
    planned = false;
    drawnAt = performance.now();
    const model = session.model();
    const waits = waitsOf(model, session.lives, Date.now());
    const looks = plain?.of === model ? { ...plain.view, ...waits } : viewOf(model, adapter.label, waits);
    plain = { of: model, view: looks };
    const view: PanelView = kept(shown, fitted(looks));
    if (view !== shown) render(<Panel view={view} on={on} />, root);
    shown = view;
    for (const drawPart of parts) drawPart();
    if (model.hello?.notices.length) join('notices');
    if (model.hello && waits.others) join('waiters');
    if (model.replies.kind === 'none' && waits.wait.kind === 'nobody') join('proposing');
    clearTimeout(tick);
    const running = waits.others !== null || waits.wait.kind === 'waiting' || waits.wait.kind === 'held-off';
    // On the second, so that the shown seconds change evenly.
    if (running && !page.hidden) tick = setTimeout(drawNow, 1_000 - (Date.now() % 1_000));
  };

  // What is asked right after a frame is answered from its layout; a hidden page has no frames.
  const soon = () => {
    if (page.hidden) drawNow();
    else requestAnimationFrame(() => setTimeout(drawNow));
  };

  const draw = () => {
    if (planned) return;
    planned = true;
    const wait = drawnAt + REDRAW_MS - performance.now();
    // The page is laid out for the first time now as it is: to ask where things are would have it do so twice.
    if (!shown) soon();
    else if (wait > 0) setTimeout(soon, wait);
    else queueMicrotask(drawNow);
  };
  offerPanel({
    session,
    root,
    follow: (drawPart) => {
      parts.push(drawPart);
      drawPart();
    },
  });
  window.addEventListener('resize', draw);
  page.addEventListener('visibilitychange', draw);
  return draw;
}
