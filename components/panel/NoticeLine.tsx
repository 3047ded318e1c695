import { Action } from './Action.tsx';
import { KEYS } from './keys.ts';
import type { Ui } from './ui.ts';
import type { PanelView } from './view.ts';

/** One line after an act, with its way back; and what is not yet safe. */
export function NoticeLine({
  notice,
  unsaved,
  lost,
  ui,
}: Pick<PanelView, 'notice' | 'unsaved'> & { lost: boolean; ui: Ui }) {
  return (
    <div role="status">
      {!!unsaved && (
        <p class="row foot trouble">{ui.say(lost ? 'page.lost' : 'page.unsaved', { n: unsaved })}</p>
      )}
      {notice && (
        <p class={`row foot ${notice.tone}`}>
          <span>{notice.text}</span>
          {notice.undo && (
            <Action ui={ui} look="link" cap={KEYS.undo} word="note.undo" wish={{ kind: 'undo' }} />
          )}
        </p>
      )}
    </div>
  );
}
