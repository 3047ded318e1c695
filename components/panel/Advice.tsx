import type { PanelView } from './view.ts';

/** What to mind in the answer, from what was written already. Nothing is held for it, and it goes by itself. */
export function Advice({ advice }: Pick<PanelView, 'advice'>) {
  return (
    <div role="status">
      {advice.map(({ rule, title, message }) => (
        <p key={rule} class="line">
          <b>{title}</b> {message}
        </p>
      ))}
    </div>
  );
}
