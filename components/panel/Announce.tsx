import { currentFinding } from './keys.ts';
import type { PanelView } from './view.ts';
import { useSay } from './words.ts';

/** What a screen reader hears by itself: a new finding when it is quiet, a held send at once. */
export function Announce({ screening }: Pick<PanelView, 'screening'>) {
  const say = useSay();
  const finding = currentFinding({ screening });
  const words = finding ? `${say(`level.${finding.level}`)}: ${finding.title}. ${finding.message}` : '';
  const held = screening.kind === 'held';
  return (
    <>
      <p class="heard" aria-live="polite">
        {held ? '' : words}
      </p>
      <p class="heard" role="alert">
        {held ? `${say('held.title')}. ${words}` : ''}
      </p>
    </>
  );
}
