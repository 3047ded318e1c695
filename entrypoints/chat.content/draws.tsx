import { render } from 'preact';
import { sendBox } from '../../adapters/compose.ts';
import { Panel } from '../../components/panel/Panel.tsx';
import type { On } from '../../components/panel/view.ts';
import { dock } from './dock.ts';
import type { Session } from './session.ts';
import { viewOf } from './view.ts';
import { waitsOf } from './waits.ts';

/** Draws the panel into `root` after each change, and once a second while somebody waits and looks. */
export function draws(
  session: Session,
  root: HTMLElement,
  on: On,
  { signal }: { signal: AbortSignal },
): () => void {
  const { adapter, page } = session;
  let planned = false;
  let tick: ReturnType<typeof setTimeout> | undefined;

  const fit = () => {
    const viewport = { width: page.documentElement.clientWidth, height: window.innerHeight };
    const docked = dock(session.model().layout, viewport, sendBox(adapter, page));
    root.style.setProperty('--max-height', `${docked.maxHeight}px`);
    return docked.layout;
  };

  const drawNow = () => {
    planned = false;
    if (signal.aborted) return;
    const waits = waitsOf(session, Date.now());
    const view = viewOf({ ...session.model(), layout: fit() }, adapter.label, waits);
    render(<Panel view={view} on={on} />, root);
    clearTimeout(tick);
    const running = waits.others !== null || (waits.wait.kind !== 'nobody' && waits.wait.kind !== 'paused');
    // On the second, so that the shown seconds change evenly.
    if (running && !page.hidden) tick = setTimeout(drawNow, 1_000 - (Date.now() % 1_000));
  };

  const draw = () => {
    if (planned) return;
    planned = true;
    queueMicrotask(drawNow);
  };
  window.addEventListener('resize', draw, { signal });
  page.addEventListener('visibilitychange', draw, { signal });
  signal.addEventListener('abort', () => {
    clearTimeout(tick);
    render(null, root);
  });
  return draw;
}
