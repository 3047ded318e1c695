import { say } from '../i18n/say.ts';
import type { DayRange } from './days.ts';

/** Two date fields for a range of days. An emptied field changes nothing; the wrong order is turned round. */
export function Days({
  range,
  within,
  onChange,
}: {
  range: DayRange;
  within: DayRange;
  onChange: (range: DayRange) => void;
}) {
  const change = (from: string, to: string) => {
    if (from && to) onChange(from <= to ? { from, to } : { from: to, to: from });
  };
  return (
    <span class="days">
      <input
        type="date"
        aria-label={say('page.from')}
        min={within.from}
        max={within.to}
        value={range.from}
        onChange={(event) => change(event.currentTarget.value, range.to)}
      />
      <span class="muted">{say('page.to')}</span>
      <input
        type="date"
        aria-label={say('page.to')}
        min={within.from}
        max={within.to}
        value={range.to}
        onChange={(event) => change(range.from, event.currentTarget.value)}
      />
    </span>
  );
}
