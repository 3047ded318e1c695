import { clockFace } from './clock-face.ts';
import type { PanelView, WaitView } from './view.ts';
import { useSay } from './words.ts';

/** From this share of the target on, time is running out. */
const SOON = 2 / 3;

/** in-time → soon (amber) → late (amber, bold, with words). Never red: red is for what is forbidden. */
export function urgency(wait: Extract<WaitView, { kind: 'waiting' }>): 'in-time' | 'soon' | 'late' {
  if (wait.seconds > wait.targetSeconds) return 'late';
  return wait.seconds >= wait.targetSeconds * SOON ? 'soon' : 'in-time';
}

/** How long this buyer has waited against which rule, and who waits beside. */
export function Waiting({ wait, others }: Pick<PanelView, 'wait' | 'others'>) {
  const say = useSay();
  return (
    <section class="wait">
      <div class="row">
        <Mine wait={wait} />
        {others && (
          <span class="others">
            {say('wait.others', { n: others.count, time: clockFace(others.longestSeconds) })}
          </span>
        )}
      </div>
      {wait.kind === 'waiting' && (
        <div class="bar" data-urgency={urgency(wait)} aria-hidden="true">
          <i style={{ width: `${Math.min(100, (100 * wait.seconds) / wait.targetSeconds)}%` }} />
        </div>
      )}
    </section>
  );
}

function Mine({ wait }: { wait: WaitView }) {
  const say = useSay();
  if (wait.kind === 'nobody') return <span class="of">{say('wait.nobody')}</span>;
  if (wait.kind === 'paused') return <span class="of">{say('wait.paused')}</span>;
  if (wait.kind === 'held-off')
    return (
      <>
        <span class="time quiet" role="timer" aria-label={say('wait.held-off')}>
          {clockFace(wait.seconds)}
        </span>
        <span class="of">{say('wait.held-off')}</span>
      </>
    );
  const target = clockFace(wait.targetSeconds);
  const state = urgency(wait);
  return (
    <>
      {wait.certainty === 'at-least' && <span class="of">{say('wait.at-least')}</span>}
      <span class="time" data-urgency={state} role="timer" aria-label={say('wait.waited')}>
        {clockFace(wait.seconds)}
      </span>
      <span class="of" data-urgency={state}>
        {state === 'late'
          ? say('wait.late', { target })
          : say('wait.of', { target, profile: wait.profileLabel })}
      </span>
    </>
  );
}
