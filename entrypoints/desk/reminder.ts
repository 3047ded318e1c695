import type { DeskView, LogView } from '../../components/desk/view.ts';
import type { LogExport } from '../../core/desk.ts';

const DAY = 86_400_000;
/** A log lives in one browser on one computer: no more than a week of work should hang on that. */
const DAYS_BEFORE_REMINDER = 7;

/**
 * How long the log was not exported, where that is too long and there is something new in it; else null. Counted
 * from the first entry if it never was. `exports` start with the latest.
 */
export function reminderOf(log: LogView, exports: readonly LogExport[], now: number): DeskView['reminder'] {
  if (log.kind !== 'some') return null;
  const [last] = exports;
  // The export's own entry is the last one where nothing came after it.
  if (last && log.latest <= last.at) return null;
  const days = Math.floor((now - (last?.at ?? log.since)) / DAY);
  return days >= DAYS_BEFORE_REMINDER ? { days, ever: last !== undefined } : null;
}
