import { say } from '../i18n/say.ts';
import { Choice } from '../ui/Choice.tsx';
import { Days } from '../ui/Days.tsx';
import type { DayRange } from '../ui/days.ts';
import type { Act, Period } from './view.ts';

/** All of the logs, or the days from … to …, both counted. */
export function PeriodFilter({ period, within, act }: { period: Period; within: DayRange; act: Act }) {
  const ask = (next: Period) => act({ kind: 'period', period: next });
  return (
    <div class="period">
      <Choice
        name="period"
        label={say('sup.period')}
        value={period.kind}
        options={[
          { value: 'all', label: say('sup.period.all') },
          { value: 'days', label: say('sup.period.days') },
        ]}
        onChange={(kind) => ask(kind === 'all' ? { kind } : { kind, ...within })}
      />
      {period.kind === 'days' && (
        <Days range={period} within={within} onChange={(range) => ask({ kind: 'days', ...range })} />
      )}
    </div>
  );
}
