import { currentFinding } from './keys.ts';
import type { Ui } from './ui.ts';
import type { PanelView } from './view.ts';

/** What a screen reader hears by itself: a new finding when it is quiet, a held send at once. */
export function Announce({ view, ui }: { view: PanelView; ui: Ui }) {
  const finding = currentFinding(view);
  const held = view.screening.kind === 'held';
  const words = finding && `${ui.say(`level.${finding.level}`)} ${finding.title}. ${finding.message}`;
  return (
    <>
      <p class="heard" aria-live="polite">
        {!held && words}
      </p>
      <p class="heard" role="alert">
        {held && `${ui.say('held.title')}. ${words}`}
      </p>
    </>
  );
}
