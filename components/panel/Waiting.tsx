import { Component } from 'preact';
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

type Waits = Pick<PanelView, 'wait' | 'others'>;

/** Is given what shows the time, to have it show a later moment; null once that is gone. */
export type Clock = (waiting: Waiting | null) => void;

/** How long this buyer has waited against which rule, and who waits besides. */
export class Waiting extends Component<
  Waits & {
    /** Whether a conversation is open; else only the others are told of. */
    readonly open: boolean;
    readonly clock: Clock | undefined;
    readonly ui: Ui;
  }
> {
  /** What it shows since time has passed, until it is told anew. */
  private later: Waits | null = null;

  /** Shows the same waits at a later moment: each second, without the rest of the panel. */
  pass(later: Waits): void {
    this.later = later;
    this.forceUpdate();
  }

  override componentDidMount(): void {
    this.props.clock?.(this);
  }

  override componentWillUnmount(): void {
    this.props.clock?.(null);
  }

  override componentWillReceiveProps(): void {
    this.later = null;
  }

  override render() {
    const { open, ui } = this.props;
    const { wait: here, others } = this.later ?? this.props;
    const wait = open ? here : null;
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
}
