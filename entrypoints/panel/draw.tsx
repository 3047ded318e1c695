import { render } from 'preact';
import { Panel } from '../../components/panel/Panel.tsx';
import panelCss from '../../components/panel/panel.css?inline';
import type { On } from '../../components/panel/view.ts';
import type { Desk } from '../chat.content/bridge.ts';
import { dock } from './dock.ts';
import { viewOf } from './view.ts';
import { waitsOf } from './waits.ts';

/** A function that draws the panel as the model is now, soon, and once a second while somebody waits. */
export function drawPanel({ session, host }: Desk, on: On): () => void {
  const { adapter, page } = session;
  const root = host.mount(panelCss);
  let planned = false;
  let tick: ReturnType<typeof setTimeout> | undefined;

  const fitted = () => {
    const viewport = { width: page.documentElement.clientWidth, height: window.innerHeight };
    const { layout, maxHeight } = dock(session.model().layout, viewport, session.sendBox());
    root.style.setProperty('--max-height', `${maxHeight}px`);
    return layout;
  };

  const drawNow = () => {
    planned = false;
    const model = session.model();
    const waits = waitsOf(model, session.lives, Date.now());
    render(<Panel view={viewOf({ ...model, layout: fitted() }, adapter.label, waits)} on={on} />, root);
    clearTimeout(tick);
    const running = waits.others !== null || waits.wait.kind === 'waiting' || waits.wait.kind === 'held-off';
    // On the second, so that the shown seconds change evenly.
    if (running && !page.hidden) tick = setTimeout(drawNow, 1_000 - (Date.now() % 1_000));
  };

  const draw = () => {
    if (planned) return;
    planned = true;
    queueMicrotask(drawNow);
  };
  window.addEventListener('resize', draw);
  page.addEventListener('visibilitychange', draw);
  return draw;
}
