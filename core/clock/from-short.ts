import type { Signals } from '../event.ts';
import type { ShortEvent } from '../short-form.ts';
import { weave } from './order.ts';
import type { ClockEvent, Timeline } from './timeline.ts';

const MINUTE = 60_000;
const WORDLESS = { class: 'substantive', greets: false } as const;

/**
 * Short-form lines as a timeline. They carry no seq, so their order breaks ties. `read` tells what kind of text it
 * is; a line without one is taken for substance.
 */
export function fromShort(
  lines: readonly ShortEvent[],
  read: (text: string) => Pick<Signals, 'class' | 'greets'>,
): Timeline {
  const events = lines.map((line, index): ClockEvent => {
    const { class: kind, greets } = line.text === undefined ? WORDLESS : read(line.text);
    return {
      key: line.conversation,
      conversation: line.conversation,
      kind: line.kind,
      by: line.by,
      class: kind,
      greets,
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
    };
  });
  return { ...weave(events), jumps: [], duty: [] };
}
