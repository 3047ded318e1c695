import { Check } from 'lucide';
import { Findings } from './Findings.tsx';
import { HeldSend } from './HeldSend.tsx';
import { Icon } from './Icon.tsx';
import type { On, ScreeningView } from './view.ts';
import { useSay } from './words.ts';

/** What the rules say of the draft. A clean draft says nothing. */
export function Screening({ screening, on }: { screening: ScreeningView; on: On }) {
  const say = useSay();
  switch (screening.kind) {
    case 'clean':
      return null;
    case 'loading':
      return <p class="line late-in">{say('find.loading')}</p>;
    case 'off':
      return <p class="line trouble">{say(`find.${screening.reason}`)}</p>;
    case 'found':
      return <Findings findings={screening.findings} at={screening.current} on={on} />;
    case 'held':
      return <HeldSend screening={screening} on={on} />;
    case 'released':
      return (
        <p class="line fine">
          <Icon node={Check} />
          {say('held.released', { reason: say(`reason.${screening.reason}`) })}
        </p>
      );
  }
}
