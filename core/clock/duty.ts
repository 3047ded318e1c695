import type { ChatEvent, Place } from '../event.ts';
import type { DutySpan } from './timeline.ts';

/** Names a shop across consoles. */
export const shopOf = ({ console, shop }: Place): string => `${console}\n${shop}`;

/** Who was there when, from 上岗, 交班 and 离开 in the log. A span without an end lasts. */
export function dutyOf(events: readonly ChatEvent[]): DutySpan[] {
  const acts = events
    .filter(({ kind }) => kind === 'agent-on' || kind === 'agent-off' || kind === 'agent-away')
    .sort((a, b) => a.at - b.at || a.seq - b.seq);
  const spans: DutySpan[] = [];
  const open = new Map<string, DutySpan>();
  for (const { kind, at, place, person } of acts) {
    const desk = `${shopOf(place)}\n${place.seat}`;
    const before = open.get(desk);
    if (before) spans.push({ ...before, to: at });
    open.delete(desk);
    if (kind === 'agent-on')
      // 上岗 on the desk page is for the whole machine: its place names no shop and no seat.
      open.set(desk, {
        shop: place.shop === '' ? null : shopOf(place),
        seat: place.seat === '' ? null : place.seat,
        person,
        from: at,
        to: Number.POSITIVE_INFINITY,
      });
  }
  return [...spans, ...open.values()];
}

const same = (a: string | null, b: string | null) => a === null || b === null || a === b;

/** Whether anybody was there to answer for this shop. */
export function anyoneOn(spans: readonly DutySpan[], shop: string | null, at: number): boolean {
  return spans.some((span) => span.from <= at && at < span.to && same(span.shop, shop));
}

/** The person on duty at this seat at this time, if the spans name one. */
export function personOn(spans: readonly DutySpan[], shop: string, seat: string, at: number): string | null {
  const span = spans.find(
    (each) => each.from <= at && at < each.to && same(each.shop, shop) && same(each.seat, seat),
  );
  return span?.person ?? null;
}
