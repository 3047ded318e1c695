import type { Signals } from '../event.ts';
import type { ShortEvent } from '../short-form.ts';
import { weave } from './order.ts';
import type { ClockEvent, Timeline } from './timeline.ts';

const MINUTE = 60_000;

/**
 * Short-form lines as a timeline. They carry no seq, so their order breaks ties. `classOf` reads a text; a line
 * without one is taken for substance.
 */
export function fromShort(
  lines: readonly ShortEvent[],
  classOf: (text: string) => Signals['class'],
): Timeline {
  const events = lines.map(
    (line, index): ClockEvent => ({
      key: line.conversation,
      conversation: line.conversation,
      kind: line.kind,
      by: line.by,
      class: line.text === undefined ? 'substantive' : classOf(line.text),
      at: line.ms,
      earliest: line.ms,
      latest: line.precision === 'minute' ? line.ms + MINUTE : line.ms,
      clock: line.precision === 'minute' ? 'range' : 'page',
      wall: null,
      mono: null,
      boot: null,
      seq: null,
      id: line.id ?? null,
      seat: line.seat ?? null,
      person: line.person ?? null,
      to: line.to ?? null,
      shop: null,
      index,
    }),
  );
  return { ...weave(events), jumps: [], duty: [] };
}
