import { useEffect, useState } from 'preact/hooks';
import { adapters } from '../../adapters/registry.ts';
import { mergeToday } from '../../components/desk/today.ts';
import type { TodayFigures } from '../../core/desk.ts';
import { call } from '../../messaging/call.ts';

const SETTLE_MS = 400;

/** Today's figures over all consoles, asked for again whenever `changed` does. Null until the first answer. */
export function useToday(changed: string): TodayFigures | null {
  const [today, setToday] = useState<TodayFigures | null>(null);
  useEffect(() => {
    let stale = false;
    // A batch of messages is many changes; one question after them is enough.
    const timer = setTimeout(
      async () => {
        const answers = await Promise.allSettled(adapters.map(({ id }) => call('today', { console: id })));
        const figures = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value] : []));
        if (!stale) setToday(mergeToday(figures));
      },
      changed === '' ? 0 : SETTLE_MS,
    );
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [changed]);
  return today;
}
