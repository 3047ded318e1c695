import type { IconNode } from 'lucide';
import type { PanelKey } from '../i18n/panel.ts';
import { Icon } from './Icon.tsx';
import type { Ui } from './ui.ts';
import type { Wish } from './view.ts';

/**
 * A button: the wish that it makes, its word and its key. With an icon or `bare` the word is only its name and
 * tooltip, and the icon or the key's cap is what is seen.
 */
export function Action({
  ui,
  wish,
  word,
  cap,
  look = 'plain',
  icon,
  flip,
  bare,
}: {
  ui: Ui;
  wish: Wish;
  word: PanelKey;
  cap?: string;
  look?: 'main' | 'plain' | 'link' | 'ic';
  icon?: IconNode;
  flip?: boolean;
  bare?: boolean;
}) {
  const name = ui.say(word);
  const shown = !icon && !bare;
  return (
    <button
      type="button"
      class={look}
      aria-label={shown ? undefined : name}
      title={shown ? undefined : name}
      onClick={(event) => ui.on(wish, event)}
    >
      {icon && <Icon node={icon} flip={!!flip} />}
      {cap && <kbd>{cap}</kbd>}
      {shown && name}
    </button>
  );
}
