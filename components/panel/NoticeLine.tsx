import type { PanelKey } from '../i18n/panel.ts';
import { Action } from './Action.tsx';
import { KEYS } from './keys.ts';
import type { Ui } from './ui.ts';
import type { PanelView } from './view.ts';

/** What is to be said of facts that are not safe. */
export const unsavedWord = (page: PanelView['page']): PanelKey =>
  page.kind !== 'orphaned' ? 'page.unsaved' : page.kept ? 'page.left' : 'page.lost';

/** One line after an act, with its way back; and what is not yet safe. */
export function NoticeLine({
  notice,
  unsaved,
  word,
  ui,
}: Pick<PanelView, 'notice' | 'unsaved'> & { word: PanelKey; ui: Ui }) {
  return (
    <div role="status">
      {!!unsaved && <p class="row foot trouble">{ui.say(word, { n: unsaved })}</p>}
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
