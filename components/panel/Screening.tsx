import { Findings } from './Findings.tsx';
import { HeldSend } from './HeldSend.tsx';
import type { Ui } from './ui.ts';
import type { ScreeningView } from './view.ts';

/** What the rules say of the draft. A clean draft says nothing. */
export function Screening({ screening, ui }: { screening: ScreeningView; ui: Ui }) {
  switch (screening.kind) {
    case 'clean':
      return null;
    case 'loading':
      return <p class="line late-in">{ui.say('find.loading')}</p>;
    case 'off':
      return <p class="line trouble">{ui.say(`find.${screening.reason}`)}</p>;
    case 'found':
      return <Findings findings={screening.findings} at={screening.current} ui={ui} />;
    case 'held':
      return <HeldSend screening={screening} ui={ui} />;
    case 'released':
      return (
        <p class="line jade">{ui.say('held.released', { reason: ui.say(`reason.${screening.reason}`) })}</p>
      );
  }
}
