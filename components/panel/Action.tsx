import type { PanelKey } from '../i18n/panel.ts';
import type { Ui } from './ui.ts';
import type { Wish } from './view.ts';

/**
 * A button: the wish that it makes, its word and its key. With a mark or `bare` the word is only its name and tooltip,
 * and the mark (drawn by the stylesheet; `flip`: the other way round) or the key's cap is what is seen.
 */
export function Action({
  ui,
  wish,
  word,
  cap,
  look = 'plain',
  mark,
  flip,
  bare,
}: {
  ui: Ui;
  wish: Wish;
  word: PanelKey;
  cap?: string;
  look?: 'main' | 'plain' | 'link' | 'ic';
  mark?: 'search' | 'dock' | 'fold';
  flip?: boolean;
  bare?: boolean;
}) {
  const name = ui.say(word);
  const shown = !mark && !bare;
  return (
    <button
      type="button"
      class={mark ? `${look} mark ${mark}${flip ? ' flip' : ''}` : look}
      aria-label={shown ? undefined : name}
      title={shown ? undefined : name}
      onClick={(event) => ui.on(wish, event)}
    >
      {cap && <kbd>{cap}</kbd>}
      {shown && name}
    </button>
  );
}
