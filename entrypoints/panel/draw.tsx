import { render } from 'preact';
import { Panel } from '../../components/panel/Panel.tsx';
import panelCss from '../../components/panel/panel.css?inline';
import { isFolded } from '../../components/panel/placement.ts';
import type { On, PanelView } from '../../components/panel/view.ts';
import type { Waiting } from '../../components/panel/Waiting.tsx';
import type { PanelPart } from '../../messaging/contract.ts';
import { type Desk, offerPanel } from '../chat.content/bridge.ts';
import type { Live } from '../chat.content/live.ts';
import type { Model } from '../chat.content/model.ts';
import { openConversation } from '../chat.content/session.ts';
import { dock } from './dock.ts';
import { kept } from './kept.ts';
import { viewOf } from './view.ts';
import { passed, type Waits, waitsOf } from './waits.ts';

/** A burst of news is drawn this often, in milliseconds: each drawing makes the page lay itself out. */
const REDRAW_MS = 100;
/** The page may move its send box unheard: it is asked where that is at least this often while somebody waits. */
const PLACED_MS = 4_900;

/** A function that draws the panel as the model is now, soon, and once a second while somebody waits. */
export function drawPanel({ session, host }: Desk, on: On): () => void {
  const { adapter, page } = session;
  const root = host.mount(panelCss);
  const parts: (() => void)[] = [];
  let planned = false;
  let height = 0;
  let shown: PanelView | null = null;
  /** What was drawn last, and of what: while none of it is another, only time passes. */
  let drawn: { readonly model: Model; readonly live: Live | undefined; readonly waits: Waits } | null = null;
  let waiting: Waiting | null = null;
  const clock = (shows: Waiting | null) => {
    waiting = shows;
  };
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
    void session.call('part.load', { part }).catch(() => joined.delete(part));
  };

  const liveNow = () => session.lives.get(openConversation(session)?.key ?? '');

  const drawNow = () => {
    planned = false;
    drawnAt = performance.now();
    const model = session.model();
    const waits = waitsOf(model, session.lives, Date.now());
    const view: PanelView = kept(shown, fitted(viewOf(model, adapter.label, waits.shown)));
    if (view !== shown) render(<Panel view={view} on={on} clock={clock} />, root);
    shown = view;
    drawn = { model, live: liveNow(), waits };
    for (const drawPart of parts) drawPart();
    const { wait, others } = waits.shown;
    if (model.hello) {
      if (model.hello.notices.length > 0) join('notices');
      if (others) join('waiters');
      if (model.replies.kind === 'none' && wait.kind === 'nobody') join('proposing');
    }
    planTick();
  };

  /** Shows that time has passed, where nothing else has changed since the last drawing. */
  const tickNow = () => {
    const same =
      drawn?.model === session.model() && drawn.live === liveNow() && performance.now() - drawnAt < PLACED_MS;
    if (!same || !drawn || !shown || !waiting) return drawNow();
    const later = passed(drawn.waits, Date.now());
    shown = { ...shown, ...later };
    waiting.pass(later);
    for (const drawPart of parts) drawPart();
    planTick();
  };

  function planTick(): void {
    clearTimeout(tick);
    if (!shown || page.hidden) return;
    const running = shown.others !== null || 'seconds' in shown.wait;
    // On the second, so that the shown seconds change evenly.
    if (running) tick = setTimeout(tickNow, 1_000 - (Date.now() % 1_000));
  }

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
