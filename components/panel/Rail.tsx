import { ChevronsLeft, ChevronsRight, CircleMinus, TriangleAlert, Users } from 'lucide';
import { clockFace } from './clock-face.ts';
import { Icon } from './Icon.tsx';
import type { On, PanelView } from './view.ts';
import { urgency } from './Waiting.tsx';
import { useSay } from './words.ts';

/** The panel folded to 40 px: the timer, what is wrong with the draft and who else waits. One big button. */
export function Rail({ view, on }: { view: PanelView; on: On }) {
  const say = useSay();
  const { layout, wait, others, screening } = view;
  const findings = screening.kind === 'found' ? screening.findings : [];
  const forbidden = findings.some((finding) => finding.level === 'block');
  const seconds = wait.kind === 'waiting' || wait.kind === 'held-off' ? wait.seconds : null;
  return (
    <button
      type="button"
      class="rail"
      title={say('head.expand')}
      aria-label={[
        `${say('panel.name')}: ${say('head.expand')}`,
        ...(seconds === null ? [] : [`${say('wait.waited')} ${clockFace(seconds)}`]),
        ...(findings.length === 0 ? [] : [`${say('find.name')} ${findings.length}`]),
        ...(others ? [say('wait.others', { n: others.count, time: clockFace(others.longestSeconds) })] : []),
      ].join(', ')}
      onClick={(event) => on({ kind: 'layout', layout: { ...layout, collapsed: false } }, event)}
    >
      <Icon node={layout.side === 'left' ? ChevronsRight : ChevronsLeft} />
      {seconds !== null && (
        <span class="time" data-urgency={wait.kind === 'waiting' ? urgency(wait) : 'in-time'}>
          {clockFace(seconds)}
        </span>
      )}
      {findings.length > 0 && (
        <span class="count" data-level={forbidden ? 'block' : 'warn'}>
          <Icon node={forbidden ? CircleMinus : TriangleAlert} size={12} />
          {findings.length}
        </span>
      )}
      {others && (
        <span class="count">
          <Icon node={Users} size={12} />
          {others.count}
        </span>
      )}
    </button>
  );
}
