import type { ComponentChildren } from 'preact';
import { answerRatio, meanWait, transferRate } from '../../core/figures/ratios.ts';
import { caseText } from '../i18n/case.ts';
import { say, spoken } from '../i18n/say.ts';
import { Button } from '../ui/Button.tsx';
import { count, decimal, duration, moment, percent } from '../ui/format.ts';
import type { DayView, DeskAct } from './view.ts';

function Figure({
  id,
  label,
  value,
  why,
  small,
  children,
}: {
  id: string;
  /** The figure unrounded, for whoever checks it. */
  value: number | null;
  label: string;
  why?: string;
  small?: string;
  children: ComponentChildren;
}) {
  return (
    <div class="today-figure" data-figure={id} data-value={value} title={why}>
      <dt>{label}</dt>
      <dd>
        {children}
        {small && <span class="ci">{small}</span>}
      </dd>
    </div>
  );
}

const none = () => <span class="muted">{say('desk.none')}</span>;
const shareOf = (share: number | null) => (share === null ? none() : percent(share));

/** What this person did today on this machine, each figure with its definition. */
export function Day({ view, act }: { view: DayView; act: DeskAct }) {
  const { figures, targetSeconds, repeat, repeatDays, openCases, unexported } = view;
  const { turns, withinTarget, sentFindings, missed, unanswered } = figures;
  const mean = meanWait(figures);
  const ratio = answerRatio(figures);
  const care = (value: number) => <span class={value > 0 ? 'care' : undefined}>{count(value)}</span>;
  return (
    <>
      <dl class="today">
        <Figure
          id="received"
          value={figures.received.length}
          label={say('day.received')}
          why={say('day.received.why')}
        >
          {count(figures.received.length)}
        </Figure>
        <Figure
          id="mean"
          value={mean}
          label={say('day.mean')}
          why={say('day.mean.why')}
          {...(turns > 0 ? { small: say('desk.meanOf', { n: count(turns) }) } : {})}
        >
          {mean === null ? none() : duration(mean)}
        </Figure>
        <Figure
          id="within"
          value={withinTarget}
          label={say('day.within', { target: duration(targetSeconds) })}
          {...(turns > 0 ? { small: `${count(withinTarget)}/${count(turns)}` } : {})}
        >
          {turns > 0 ? percent(withinTarget / turns) : none()}
        </Figure>
        <Figure
          id="unanswered"
          value={unanswered}
          label={say('day.unanswered')}
          why={say('day.unanswered.why')}
        >
          {care(unanswered)}
        </Figure>
        <Figure id="peak" value={figures.peak} label={say('day.peak')} why={say('day.peak.why')}>
          {count(figures.peak)}
        </Figure>
        <Figure id="ratio" value={ratio} label={say('day.ratio')} why={say('day.ratio.why')}>
          {ratio === null ? none() : decimal(ratio, 2)}
        </Figure>
        <Figure
          id="transfer"
          value={transferRate(figures)}
          label={say('day.transfer')}
          why={say('day.transfer.why')}
        >
          {shareOf(transferRate(figures))}
        </Figure>
        <Figure
          id="repeat"
          value={repeat}
          label={say('day.repeat', { n: repeatDays })}
          why={say('day.repeat.why')}
        >
          {shareOf(repeat)}
        </Figure>
        <Figure id="sent" value={sentFindings} label={say('day.sent')}>
          {care(sentFindings)}
        </Figure>
        <Figure id="fixed" value={figures.fixedDrafts} label={say('day.fixed')} small={say('desk.fixedWhy')}>
          {count(figures.fixedDrafts)}
        </Figure>
        <Figure id="open-cases" value={openCases} label={say('day.openCases')}>
          {count(openCases)}
        </Figure>
        <Figure
          id="unexported"
          value={unexported}
          label={say('day.unexported')}
          why={say('day.unexported.why')}
        >
          {count(unexported)}
        </Figure>
        <Figure id="missed" value={missed} label={say('day.missed')} why={say('day.missed.why')}>
          {care(missed)}
        </Figure>
      </dl>
      <Hours hours={figures.hours} />
      <Platforms view={view} />
      <FollowUps view={view} act={act} />
      <Lists view={view} act={act} />
    </>
  );
}

/** 咨询量 by local hour, as bars that also say their number. */
function Hours({ hours }: { hours: readonly number[] }) {
  const most = Math.max(1, ...hours);
  return (
    <figure class="hours" aria-label={say('day.hours')}>
      <figcaption class="muted">{say('day.hours')}</figcaption>
      <ol>
        {hours.map((n, hour) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the hour
          <li key={hour} title={`${hour}:00 ${n}`}>
            <span style={{ height: `${(n / most) * 100}%` }} />
            <small>{hour % 6 === 0 ? hour : ''}</small>
          </li>
        ))}
      </ol>
    </figure>
  );
}

function Platforms({ view }: { view: DayView }) {
  if (view.profiles.length === 0) return null;
  return (
    <section>
      <h2>{say('day.byPlatform')}</h2>
      <table class="platforms">
        <thead>
          <tr>
            <th scope="col">{say('day.profile')}</th>
            <th scope="col">{say('day.value')}</th>
            <th scope="col">{say('day.counted')}</th>
            <th scope="col">{say('day.met')}</th>
          </tr>
        </thead>
        <tbody>
          {view.profiles.map(({ id, label, metric }) => (
            <tr key={id} data-profile={id}>
              <td>{label}</td>
              <td>
                {metric.value === null
                  ? none()
                  : metric.unit === 's'
                    ? duration(metric.value)
                    : percent(metric.value)}
              </td>
              <td>{count(metric.counted)}</td>
              <td>{metric.met === undefined ? '' : count(metric.met)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="muted">{say('day.estimate')}</p>
    </section>
  );
}

function FollowUps({ view, act }: { view: DayView; act: DeskAct }) {
  const words = caseText(spoken());
  return (
    <section class="due" data-part="follow-ups">
      <h2>{say('day.followUps')}</h2>
      {view.followUps.length === 0 && <p class="muted">{say('day.followUpsNone')}</p>}
      <ul>
        {view.followUps.map((one) => (
          <li key={one.id} class={one.due !== null && one.due < view.now ? 'care' : undefined}>
            <span>
              <b>{words(`follow.${one.what}`)}</b> {one.note}{' '}
              <span class="muted">
                {one.shop} {one.due === null ? words('follow.no-time') : moment(one.due)}
              </span>
            </span>
            <Button onClick={() => act({ kind: 'follow-up', followUp: one, how: 'done' })}>
              {words('follow.kept')}
            </Button>
            <Button look="quiet" onClick={() => act({ kind: 'follow-up', followUp: one, how: 'later' })}>
              {words('follow.later')}
            </Button>
            <Button look="quiet" onClick={() => act({ kind: 'follow-up', followUp: one, how: 'drop' })}>
              {words('follow.drop')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lists({ view, act }: { view: DayView; act: DeskAct }) {
  return (
    <section data-part="lists">
      <h2>{say('day.lists')}</h2>
      {view.lists.map(({ flow, title, items }) => {
        const left = items.filter(({ done }) => !done).length;
        return (
          <details key={flow} data-list={flow}>
            <summary>
              {title}{' '}
              <span class="muted">{left > 0 ? say('day.listLeft', { n: left }) : say('day.listDone')}</span>
            </summary>
            {items.map(({ id, title, does, done }) => (
              <label key={id} class="tick">
                <input
                  type="checkbox"
                  checked={done}
                  onChange={(event) =>
                    act({ kind: 'tick', list: flow, item: id, done: event.currentTarget.checked })
                  }
                />
                <span>
                  {title} <span class="muted">{does}</span>
                </span>
              </label>
            ))}
          </details>
        );
      })}
    </section>
  );
}
