import type { ComponentChildren } from 'preact';
import type { TodayFigures } from '../../core/desk.ts';
import { say } from '../i18n/say.ts';
import { count, duration, percent } from '../ui/format.ts';

function Figure({ label, small, children }: { label: string; small?: string; children: ComponentChildren }) {
  return (
    <div class="today-figure">
      <dt>{label}</dt>
      <dd>
        {children}
        {small && <span class="ci">{small}</span>}
      </dd>
    </div>
  );
}

/** What this person did today on this machine. */
export function Today({ today }: { today: TodayFigures }) {
  const { turns, meanSeconds, withinTarget, sentFindings } = today;
  const judged = turns > 0;
  return (
    <dl class="today">
      <Figure label={say('desk.conversations')}>{count(today.conversations)}</Figure>
      <Figure
        label={say('desk.mean')}
        {...(judged ? { small: say('desk.meanOf', { n: count(turns) }) } : {})}
      >
        {meanSeconds === null ? <span class="muted">{say('desk.none')}</span> : duration(meanSeconds)}
      </Figure>
      <Figure
        label={say('desk.within', { target: duration(today.targetSeconds) })}
        {...(judged ? { small: `${count(withinTarget)}/${count(turns)}` } : {})}
      >
        {judged ? percent(withinTarget / turns) : <span class="muted">{say('desk.none')}</span>}
      </Figure>
      <Figure label={say('desk.sentFindings')}>
        <span class={sentFindings > 0 ? 'care' : undefined}>{count(sentFindings)}</span>
      </Figure>
      <Figure label={say('desk.fixed')} small={say('desk.fixedWhy')}>
        {count(today.fixedDrafts)}
      </Figure>
      <Figure label={say('desk.cases')}>{count(today.openCases)}</Figure>
    </dl>
  );
}
