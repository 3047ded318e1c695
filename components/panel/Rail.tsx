import { ChevronsRight } from 'lucide';
import { clockFace } from './clock-face.ts';
import { LEVEL_ICONS } from './FindingCard.tsx';
import { Icon } from './Icon.tsx';
import { currentFinding } from './keys.ts';
import type { Ui } from './ui.ts';
import type { PanelView } from './view.ts';
import { othersInWords, urgency } from './Waiting.tsx';

/** The panel folded to 40 px: the timer, what is wrong with the draft and who else waits. One big button. */
export function Rail({ view, ui }: { view: PanelView; ui: Ui }) {
  const { layout, wait, others, screening } = view;
  const finding = currentFinding(view);
  return (
    <button
      type="button"
      class={`rail ${urgency(wait)}`}
      title={ui.say('head.expand')}
      onClick={(event) => ui.on({ kind: 'layout', layout: { ...layout, collapsed: false } }, event)}
    >
      <Icon node={ChevronsRight} flip={layout.side !== 'left'} />
      {'seconds' in wait && <b>{clockFace(wait.seconds)}</b>}
      {finding && screening.kind === 'found' && (
        <span class={`find ${finding.level}`}>
          <Icon node={LEVEL_ICONS[finding.level]} />
          {screening.findings.length}
        </span>
      )}
      {others && <span title={othersInWords(others, ui.say)}>+{others.count}</span>}
    </button>
  );
}
