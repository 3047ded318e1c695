import type { By, ContentKind, SentAt } from '../core/event.ts';
import type { Adapter, Field, Sign, TimeFormat, TimeReader } from './define.ts';
import { allWithin, at, attribute, get, LABEL_CAP, labelsOf, type Scope, textOf } from './dom.ts';
import { type PageTime, parseEpoch, parseTime, type TimeContext, UNDATED } from './time.ts';

/** Longest id or name that is taken for one. */
const FIELD_CAP = 200;

/** One message row, read once. Its time may still depend on the rows above: see {@link timesOf}. */
export interface RowReading {
  readonly id: string | null;
  /** The conversation that the row itself names. */
  readonly conversation: string | null;
  readonly by: By;
  readonly content: ContentKind;
  readonly text: string;
  readonly recalled: boolean;
  /** Settled, or as shown: the day of a clock is decided by the rows above. */
  readonly time: { readonly epoch: number } | ShownTime | null;
  /** The time that stands between this row and the one above. */
  readonly divider: ShownTime | null;
}

interface ShownTime {
  readonly shown: string;
  readonly formats: readonly TimeFormat[];
}

/** The string that a field names in this scope; null if the place is missing, empty or of another shape. */
export function readField(scope: Scope, field: Field): string | null {
  const element = at(scope, field.css);
  if (!element) return null;
  let value =
    field.attribute === undefined ? textOf(element, FIELD_CAP) : attribute(element, field.attribute)?.trim();
  if (value && field.split) value = value.split(field.split.by, field.split.part + 1)[field.split.part];
  if (value && field.template) value = fromTemplate(value, field.template);
  return value ? value.slice(0, FIELD_CAP) : null;
}

/** The first of the ranked fields that gives a value. */
export function readFirst(scope: Scope, fields: readonly Field[]): string | null {
  for (const field of fields) {
    const value = readField(scope, field);
    if (value !== null) return value;
  }
  return null;
}

function fromTemplate(value: string, template: string): string {
  const [head = '', tail = ''] = template.split('{id}');
  if (!value.toLowerCase().startsWith(head.toLowerCase())) return '';
  const rest = value.slice(head.length);
  return rest.slice(0, tail === '' ? rest.length : Math.max(0, rest.indexOf(tail)));
}

/** The rows of a message box, by the first of the adapter's spots that matches anything. */
export function rowsIn(
  adapter: Adapter,
  box: Element,
): { readonly css: string; readonly nodes: readonly Element[] } {
  for (const { css } of adapter.row.at) {
    const nodes = allWithin(box, css);
    if (nodes.length > 0) return { css, nodes };
  }
  return { css: '', nodes: [] };
}

/** Reads one row of `box`; null if the adapter says that it is no message. */
export function readRow(
  adapter: Adapter,
  row: Element,
  box: Element,
  css: string,
  now: number,
): RowReading | null {
  const { row: readers } = adapter;
  const context = { zone: adapter.zone, now };
  const id = readFirst(row, readers.id);
  const bubble = readers.text.map(({ css }) => at(row, css)).find((found) => found !== null) ?? null;
  const wordsCss = readers.text.map(({ css }) => css).join(',');
  const labels = labelsOf(row, wordsCss).map(({ text }) => text);
  const words = bubble ? textOf(bubble) : '';
  const holds = (sign: Sign) =>
    (sign.css === undefined || at(row, sign.css) !== null) &&
    (sign.id === undefined || sign.id.some((part) => id?.includes(part))) &&
    (sign.label === undefined || labels.some((label) => sign.label?.some((part) => label.includes(part)))) &&
    (sign.says === undefined || sign.says.some((part) => (words || labels.join('\n')).includes(part)));
  if (readers.skip.some(holds)) return null;

  const by = readers.origin.find(holds)?.by ?? 'unknown';
  const kind = readers.content.find(({ css }) => at(row, css) !== null)?.kind;
  const isTime = (label: string) => parseTime(label, EVERY_FORMAT, context, true) !== null;
  const text = bubble || by !== 'system' ? words : labels.filter((label) => !isTime(label)).join('\n');
  return {
    id,
    conversation: readers.conversation ? readField(row, readers.conversation) : null,
    by,
    content: kind ?? (by === 'system' ? 'notice' : text === '' ? 'other' : 'text'),
    text,
    recalled: (by === 'system' || by === 'unknown') && holds(readers.recall),
    time: readTime(readers.time, row, labels, context),
    divider: readers.time.map((reader) => dividerAbove(row, box, css, reader, context)).find(Boolean) ?? null,
  };
}

const EVERY_FORMAT = ['YYYY-MM-DD', 'MM-DD', '昨天', '星期X', 'HH:mm'] as const;

function readTime(
  readers: readonly TimeReader[],
  row: Element,
  labels: readonly string[],
  context: TimeContext,
): RowReading['time'] {
  for (const reader of readers) {
    if (reader.read === 'epoch') {
      const epoch = parseEpoch(readField(row, reader) ?? '', context.now);
      if (epoch !== null) return { epoch };
    } else if (reader.read !== 'divider') {
      const place = reader.read === 'text' ? at(row, reader.css) : null;
      const texts = reader.read === 'label' ? labels : place ? [textOf(place, LABEL_CAP)] : [];
      const shown = texts.find((text) => parseTime(text, reader.formats, context) !== null);
      if (shown !== undefined) return { shown, formats: reader.formats };
    }
  }
  return null;
}

/** A row's time, and whether it is only the last one above: then the row was sent at that time or later. */
export interface DatedBy {
  readonly sentAt: SentAt;
  readonly carried: boolean;
}

/**
 * When each row was sent, in page order. A clock without a date goes on from the time above it; a row without
 * a time of its own takes the last time above it, row's or divider's, to the minute at best.
 */
export function timesOf(
  adapter: Adapter,
  rows: readonly Pick<RowReading, 'time' | 'divider'>[],
  now: number,
): DatedBy[] {
  let above: { readonly at: number; readonly source: 'page' | 'id' } | null = null;
  const parse = (shown: ShownTime | null, whole: boolean): PageTime | null => {
    if (!shown) return null;
    const context = { zone: adapter.zone, now, above: above?.at ?? null };
    const time = parseTime(shown.shown, shown.formats, context, whole);
    if (time) above = { at: time.at, source: 'page' };
    return time;
  };
  return rows.map(({ time, divider }): DatedBy => {
    parse(divider, true);
    if (time && 'epoch' in time) {
      above = { at: time.epoch, source: 'id' };
      return { sentAt: { precision: 'second', source: 'id', at: time.epoch }, carried: false };
    }
    const own = parse(time, false);
    if (own) return { sentAt: { precision: own.precision, source: 'page', at: own.at }, carried: false };
    return { sentAt: above ? { precision: 'minute', ...above } : UNDATED, carried: true };
  });
}

/** The element right above the row, if it is no row and nothing but a time. Holds for the rows below it. */
function dividerAbove(
  row: Element,
  box: Element,
  rowCss: string,
  reader: TimeReader,
  context: TimeContext,
): ShownTime | null {
  if (reader.read !== 'divider') return null;
  for (let node: Element | null = row; node && node !== box; node = get(node, 'parentElement')) {
    const above = get(node, 'previousElementSibling');
    if (!above) continue;
    if (at(above, rowCss)) return null;
    const shown = textOf(above, LABEL_CAP);
    return parseTime(shown, reader.formats, context, true) && { shown, formats: reader.formats };
  }
  return null;
}
