import type { ClockEvent, Strand, Timeline } from './timeline.ts';

const NONE: ReadonlySet<ClockEvent> = new Set();

/** (time, seq, id); without a seq the order of the input. */
function compare(a: ClockEvent, b: ClockEvent): number {
  if (a.at !== b.at) return a.at - b.at;
  if (a.seq === null || b.seq === null) return a.index - b.index;
  if (a.seq !== b.seq) return a.seq - b.seq;
  const [first, second] = [a.id ?? '', b.id ?? ''];
  return first < second ? -1 : first > second ? 1 : 0;
}

/** Of several events of one id the first. */
function withoutRepetitions(events: readonly ClockEvent[]): ClockEvent[] {
  const known = new Map<string, ClockEvent>();
  for (const event of events) {
    if (event.id === null) continue;
    const other = known.get(event.id);
    known.set(event.id, other && compare(other, event) <= 0 ? other : event);
  }
  if (known.size === events.length || known.size === 0) return [...events];
  return events.filter((event) => event.id === null || known.get(event.id) === event);
}

function tiesOf(events: readonly ClockEvent[]): ReadonlySet<ClockEvent> {
  let tied: Set<ClockEvent> | undefined;
  let before: ClockEvent | undefined;
  for (const event of events) {
    const differs = before && (before.by !== event.by || before.kind !== event.kind);
    if (before && differs && before.at === event.at && (before.seq === null || event.seq === null)) {
      tied ??= new Set();
      tied.add(before).add(event);
    }
    before = event;
  }
  return tied ?? NONE;
}

/** The part of a timeline that belongs to some consoles; who was on duty and how the clock went holds for all. */
export function atConsoles(timeline: Timeline, consoles: readonly string[]): Timeline {
  const strands = timeline.strands.filter(({ events: [first] }) =>
    consoles.some((console) => first?.shop?.startsWith(`${console}\n`)),
  );
  const newest = strands.reduce(
    (latest, { events }) => Math.max(latest, events.at(-1)?.at ?? latest),
    Number.NEGATIVE_INFINITY,
  );
  return { ...timeline, strands, newest };
}

/** Sorts events into conversations, each in its own order; linear where it already was. */
export function weave(events: readonly ClockEvent[]): Pick<Timeline, 'strands' | 'newest'> {
  const byKey = new Map<string, ClockEvent[]>();
  let newest = Number.NEGATIVE_INFINITY;
  for (const event of events) {
    const strand = byKey.get(event.key);
    if (strand) strand.push(event);
    else byKey.set(event.key, [event]);
    if (event.at > newest) newest = event.at;
  }
  const strands = [...byKey.values()].map((strand): Strand => {
    const once = withoutRepetitions(strand);
    if (!once.every((event, i) => i === 0 || compare(once[i - 1] ?? event, event) <= 0)) once.sort(compare);
    return { events: once, tied: tiesOf(once) };
  });
  return { strands, newest };
}
