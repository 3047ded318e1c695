import { Action } from './Action.tsx';
import { KEYS } from './keys.ts';
import type { On, PanelView } from './view.ts';
import { useSay } from './words.ts';

/** One line after an act, with its way back; and what is not yet safe. */
export function NoticeLine({ notice, unsaved, on }: Pick<PanelView, 'notice' | 'unsaved'> & { on: On }) {
  const say = useSay();
  return (
    <>
      {unsaved !== null && unsaved > 0 && <p class="unsaved">{say('page.unsaved', { n: unsaved })}</p>}
      <div role="status">
        {notice && (
          <p class={`notice ${notice.tone}`}>
            <span>{notice.text}</span>
            {notice.undo && (
              <Action cap={KEYS.undo} kind="link" onClick={(event) => on({ kind: 'undo' }, event)}>
                {say('note.undo')}
              </Action>
            )}
          </p>
        )}
      </div>
    </>
  );
}
