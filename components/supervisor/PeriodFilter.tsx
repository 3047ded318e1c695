import { say } from '../i18n/say.ts';
import type { Act, Period, SupervisorView } from './view.ts';

/** All of the logs, or the days from … to …, both counted. */
export function PeriodFilter({
  period,
  days,
  act,
}: {
  period: Period;
  days: NonNullable<SupervisorView['days']>;
  act: Act;
}) {
  const shown = period.kind === 'days' ? period : { from: days.first, to: days.last };
  const change = (from: string, to: string) => {
    if (from && to)
      act({
        kind: 'period',
        period: { kind: 'days', from: from < to ? from : to, to: from < to ? to : from },
      });
  };
  return (
    <fieldset class="period">
      <legend class="aloud">{say('sup.period')}</legend>
      <div class="segments">
        <label>
          <input
            type="radio"
            name="period"
            checked={period.kind === 'all'}
            onChange={() => act({ kind: 'period', period: { kind: 'all' } })}
          />
          <span>{say('sup.period.all')}</span>
        </label>
        <label>
          <input
            type="radio"
            name="period"
            checked={period.kind === 'days'}
            onChange={() => change(days.first, days.last)}
          />
          <span>{say('sup.period.days')}</span>
        </label>
      </div>
      {period.kind === 'days' && (
        <>
          <input
            type="date"
            aria-label={say('sup.period.from')}
            min={days.first}
            max={days.last}
            value={shown.from}
            onChange={(event) => change(event.currentTarget.value, shown.to)}
          />
          <span class="muted">{say('sup.period.to')}</span>
          <input
            type="date"
            aria-label={say('sup.period.to')}
            min={days.first}
            max={days.last}
            value={shown.to}
            onChange={(event) => change(shown.from, event.currentTarget.value)}
          />
        </>
      )}
    </fieldset>
  );
}
