import type { On, PanelView } from './view.ts';

/** The whole panel over a console: draws the view, gives back wishes. It never sends and never stores. */
export function Panel({ view }: { view: PanelView; on: On }) {
  return <aside class="cs">{view.console}</aside>;
}
