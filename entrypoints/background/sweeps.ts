import { reminderText } from '../../components/i18n/reminders.ts';
import { readSettings } from '../../storage/settings.ts';
import { notify, showBadge, wakeFor } from './reminders.ts';
import { spokenLanguage } from './spoken.ts';
import { runSweep, type SweeperParts } from './sweeper.ts';

/**
 * A function that looks for what has fallen due, shows it and sets the next alarm. Called while it looks, it looks once
 * more afterwards. It holds nothing else: whatever it misses by dying is found by the next life.
 */
export function sweeps(parts: SweeperParts): () => void {
  let running = false;
  let again = false;

  async function look(): Promise<void> {
    const swept = await runSweep(parts, Date.now());
    const say = reminderText(spokenLanguage((await readSettings(parts.db)).language));
    await Promise.all([
      wakeFor(swept.next, Date.now()),
      showBadge(swept.overdue),
      notify(swept, say('title', { n: swept.overdue }), say('message')),
    ]);
  }

  const begin = (): void => {
    again = running;
    if (running) return;
    running = true;
    look()
      .catch((error: unknown) => {
        console.debug(
          'counterside: no look at what is due',
          error instanceof Error ? error.name : typeof error,
        );
      })
      .finally(() => {
        running = false;
        if (again) begin();
      });
  };
  return begin;
}
