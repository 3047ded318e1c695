import type { Say } from '../i18n/panel.ts';
import { clockFace } from './clock-face.ts';
import type { Ui } from './ui.ts';
import type { PanelView, WaitView } from './view.ts';

/** From this share of the target on, time is running out. */
const SOON = 2 / 3;

/** in-time → soon (amber) → late (amber, bold, with words). Never red: red is for what is forbidden. */
export function urgency(wait: WaitView): 'in-time' | 'soon' | 'late' {
  if (wait.kind !== 'waiting' || wait.seconds < wait.targetSeconds * SOON) return 'in-time';
  return wait.seconds > wait.targetSeconds ? 'late' : 'soon';
}

/** Who waits besides: 另有 1 位等待 0:41. */
export function othersInWords({ count, longestSeconds }: NonNullable<PanelView['others']>, say: Say): string {
  return say('wait.others', { n: count, time: clockFace(longestSeconds) });
}

function inWords(wait: WaitView, say: Say): string {
  if (wait.kind !== 'waiting') return say(`wait.${wait.kind}`);
  const target = clockFace(wait.targetSeconds);
  if (wait.seconds > wait.targetSeconds) return say('wait.late', { target });
  return `/ ${target} ${wait.profileLabel}`;
}

/** How long this buyer has waited against which rule, and who waits besides. */
export function Waiting({
  wait,
  others,
  ui,
}: {
  /** Null where no conversation is open. */
  wait: WaitView | null;
  others: PanelView['others'];
  ui: Ui;
}) {
  const running = wait?.kind === 'waiting' ? wait : null;
  return (
    <section class={`wait ${wait ? urgency(wait) : ''}`}>
      {running?.certainty === 'at-least' && <small>{ui.say('wait.at-least')}</small>}
      {wait && 'seconds' in wait && (
        <b role="timer" aria-label={ui.say('wait.waited')}>
          {clockFace(wait.seconds)}
        </b>
      )}
      {wait && <small class="of">{inWords(wait, ui.say)}</small>}
      {others && <small class="others">{othersInWords(others, ui.say)}</small>}
      {running && (
        <i class="bar">
          <i style={{ width: `${Math.min(100, (100 * running.seconds) / running.targetSeconds)}%` }} />
        </i>
      )}
    </section>
  );
}
