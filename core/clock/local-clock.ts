import type { ChatEvent, MessageEvent } from '../event.ts';

/** When this machine saw an event, told on the page's clock, so that seen and stated times can be put in order. */
export type LocalClock = (event: ChatEvent) => number;

const isDated = (event: ChatEvent): event is MessageEvent =>
  event.kind === 'message-seen' && event.seen === 'live' && event.sentAt.precision === 'second';

/**
 * Wall time may be set back within a life of a script; monotonic time may not. So each life (`bootId`) gets one
 * base, and one difference from the page's clock: the median over the messages that it saw come with their time.
 */
export function localClockOf(events: readonly ChatEvent[]): LocalClock {
  const first = new Map<string, ChatEvent>();
  for (const event of events) {
    const before = first.get(event.bootId);
    if (!before || event.mono < before.mono || (event.mono === before.mono && event.at < before.at))
      first.set(event.bootId, event);
  }
  const base = new Map([...first].map(([boot, { at, mono }]) => [boot, at - mono]));
  const ahead = new Map<string, number[]>();
  for (const event of events) {
    if (!isDated(event) || event.sentAt.precision === 'none') continue;
    const difference = (base.get(event.bootId) ?? 0) + event.mono - event.sentAt.at;
    const others = ahead.get(event.bootId);
    if (others) others.push(difference);
    else ahead.set(event.bootId, [difference]);
  }
  const shift = new Map(
    [...base].map(([boot, began]) => [boot, began - median(ahead.get(boot) ?? [])] as const),
  );
  return ({ bootId, at, mono }) => (shift.get(bootId) ?? at - mono) + mono;
}

function median(numbers: number[]): number {
  const sorted = Float64Array.from(numbers).sort();
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}
