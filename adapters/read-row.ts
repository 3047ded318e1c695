import type { By, ContentKind, SentAt } from '../core/event.ts';
import type { Adapter, RowReaders, Sign, TimeFormat, TimeReader } from './define.ts';
import {
  allWithin,
  around,
  at,
  get,
  LABEL_CAP,
  labelsOf,
  type Span,
  skipping,
  spanOf,
  textOf,
} from './dom.ts';
import { readField } from './read-field.ts';
import { DATED, type PageTime, parseEpoch, parseIso, parseTime, type TimeContext, UNDATED } from './time.ts';

/** A bubble stands on a side if it leaves so many more pixels free on the other. */
const ASIDE = 8;

/** Who the open conversation is between, as the page names them. */
export interface Names {
  readonly buyer: string | null;
  readonly seat: string | null;
}

/** One message row, read once. Its time may still depend on the rows above: see {@link datesOf}. */
export interface RowReading {
  readonly id: string | null;
  /** The conversation that the row itself names. */
  readonly conversation: string | null;
  readonly by: By;
  readonly content: ContentKind;
  readonly text: string;
  readonly recalled: boolean;
  /** Settled, or as shown: the day of a clock is decided by the rows above. */
  readonly time: Moment | ShownTime | null;
  /** The time that stands between this row and the one above. */
  readonly divider: ShownTime | null;
}

/** A moment to the second, whatever stands around it: in the message's id, or spelt out on the page. */
interface Moment {
  readonly at: number;
  readonly source: 'id' | 'page';
}

interface ShownTime {
  readonly shown: string;
  readonly formats: readonly TimeFormat[];
}

/**
 * Reads one row of `box`, one of those that `css` matches; null if the adapter says that it is no message. `now`
 * is epoch milliseconds.
 */
export function readRow(
  adapter: Adapter,
  row: Element,
  box: Element,
  css: string,
  now: number,
  names: Names,
): RowReading | null {
  const { row: readers, zone } = adapter;
  const context = { zone, now };
  const id = readField(row, ...readers.id);
  const bubble = bubbleOf(row, readers.text);
  const words = bubble ? textOf(bubble, undefined, readers.strip) : '';
  let found: readonly string[] | null = null;
  /** What stands in the row beside the words; most rows are read without it. */
  const labels = () => {
    if (found) return found;
    const spots = skipping(readers.text.filter((spot) => typeof spot === 'string').join());
    found = labelsOf(row, (element) => element === bubble || spots(element)).map(({ text }) => text);
    return found;
  };
  const said = () => words || labels().join('\n');
  const isFrom = (who: NonNullable<Sign['sender']>): boolean => {
    const sender = (readers.sender && readField(row, readers.sender)) ?? '';
    const wanted = typeof who === 'string' ? [names[who]] : who;
    return wanted.some((name) => !!name && sender.startsWith(name));
  };
  const holds = (sign: Sign): boolean =>
    (!sign.css || at(row, sign.css) !== null) &&
    (!sign.around || around(row, sign.around) !== null) &&
    (!sign.id || sign.id.some((part) => id?.includes(part))) &&
    (!sign.label || sign.label.some((part) => labels().some((label) => label.includes(part)))) &&
    (!sign.says || sign.says.some((part) => said().includes(part))) &&
    (!sign.sender || isFrom(sign.sender)) &&
    (!sign.side || sideOf(bubble ?? at(row, 'img,video'), box) === sign.side);
  if (readers.skip.some(holds)) return null;

  const by = readers.origin.find(holds)?.by ?? 'unknown';
  const notTimes = () => labels().filter((label) => !parseTime(label, DATED, context, true));
  const text = bubble || by !== 'system' ? words : notTimes().join('\n');
  return {
    id,
    conversation: readers.conversation ? readField(row, readers.conversation) : null,
    by,
    content:
      readers.content.find((kind) => at(row, kind.css))?.kind ??
      (by === 'system' ? 'notice' : text ? 'text' : 'other'),
    text,
    recalled: (by === 'system' || by === 'unknown') && holds(readers.recall),
    time: readTime(readers.time, row, labels, context),
    divider: dividerAbove(readers, row, box, css, context),
  };
}

function bubbleOf(row: Element, spots: RowReaders['text']): Element | null {
  for (const spot of spots) {
    const found =
      typeof spot === 'string'
        ? at(row, spot)
        : allWithin(row, spot.after).find((label) => textOf(label, LABEL_CAP).includes(spot.says));
    const bubble = found && typeof spot !== 'string' ? get(found, 'nextElementSibling') : found;
    if (bubble) return bubble;
  }
  return null;
}

/** On which side of the box this stands, if on one; a page without layout has no sides. */
function sideOf(element: Element | null, box: Element): 'left' | 'right' | null {
  return element && asideOf(get(element, 'getBoundingClientRect').call(element), spanOf(box));
}

/** The side of a span that another leaves less free. */
export function asideOf(inner: Span, outer: Span): 'left' | 'right' | null {
  const more = inner.left - outer.left - (outer.right - inner.right);
  return Math.abs(more) < ASIDE ? null : more > 0 ? 'right' : 'left';
}

function readTime(
  readers: readonly TimeReader[],
  row: Element,
  labels: () => readonly string[],
  context: TimeContext,
): RowReading['time'] {
  for (const reader of readers) {
    if (reader.read === 'epoch' || reader.read === 'iso') {
      const iso = reader.read === 'iso';
      const at = (iso ? parseIso : parseEpoch)(readField(row, reader.field) ?? '', context.now);
      if (at) return { at, source: iso ? 'page' : 'id' };
    } else if (reader.read !== 'divider') {
      const { formats } = reader;
      const texts = reader.read === 'label' ? labels() : [readField(row, reader.css) ?? ''];
      const shown = texts.find((text) => parseTime(text, formats, context));
      if (shown) return { shown, formats };
    }
  }
  return null;
}

/** What stands right above the row, if it is no row and nothing but a time. */
function dividerAbove(
  { time, newestFirst }: RowReaders,
  row: Element,
  box: Element,
  css: string,
  context: TimeContext,
): ShownTime | null {
  const reader = time.find(({ read }) => read === 'divider');
  if (reader?.read !== 'divider') return null;
  const { formats } = reader;
  const next = newestFirst ? 'nextElementSibling' : 'previousElementSibling';
  let node: Element | null = row;
  while (node && node !== box && !get(node, next)) node = get(node, 'parentElement');
  const above = node && node !== box ? get(node, next) : null;
  const shown = above && !at(above, css) ? textOf(above, LABEL_CAP) : '';
  return parseTime(shown, formats, context, true) && { shown, formats };
}

/** A row's time, and whether it is only the last one above: then the row was sent at that time or later. */
export interface Dated {
  readonly sentAt: SentAt;
  readonly carried: boolean;
}

/**
 * Dates the rows, given in page order. A clock without a date goes on from the time above it; a row without a
 * time of its own takes the last time above it, row's or divider's, to the minute at best.
 */
export function datesOf<R extends RowReading>(
  adapter: Adapter,
  rows: readonly R[],
  now: number,
): (R & Dated)[] {
  let above: Moment | null = null;
  const parse = (time: ShownTime | null, whole: boolean): PageTime | null => {
    const context = { zone: adapter.zone, now, above: above?.at ?? null };
    const read = time && parseTime(time.shown, time.formats, context, whole);
    if (read) above = { at: read.at, source: 'page' };
    return read;
  };
  return rows.map((row) => {
    const { time, divider } = row;
    parse(divider, true);
    if (time && 'at' in time) {
      above = time;
      return { ...row, sentAt: { precision: 'second', ...above }, carried: false };
    }
    const own = parse(time, false);
    const sentAt: SentAt = above ? { precision: own?.precision ?? 'minute', ...above } : UNDATED;
    return { ...row, sentAt, carried: !own };
  });
}
