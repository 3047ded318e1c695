import type { PanelKey } from '../i18n/panel.ts';
import type { Ui } from './ui.ts';

/** Room for what is on its way; seen only when it takes longer than 200 ms. */
export function Skeleton({ word, ui }: { word: PanelKey; ui: Ui }) {
  return (
    <div class="skeleton late-in" role="status" aria-label={ui.say(word)}>
      <i />
      <i />
      <i />
    </div>
  );
}
