import { ByteWriter } from './bytes.ts';
import { type ColumnHead, type ColumnKind, ColumnWriter, kindOf } from './column.ts';

/** The canonical text of an entry with holes: fragments, and between them the columns that fill the holes. */
export interface Shape {
  readonly fragments: readonly string[];
  readonly columns: readonly number[];
}

export interface SegmentHead {
  readonly shapes: readonly Shape[];
  /** `path` is where in an entry the column's values stand, such as `place.console` or `findings[].rule`. */
  readonly columns: readonly (ColumnHead & { readonly path: string })[];
}

export interface Encoded {
  readonly count: number;
  /** Worth deflating. */
  readonly packed: Uint8Array<ArrayBuffer>;
  /** Ids and commitments: random, so kept as they are. */
  readonly raw: Uint8Array<ArrayBuffer>;
}

/** A column that is being written. */
interface Column {
  readonly number: number;
  readonly kind: ColumnKind;
  readonly writer: ColumnWriter;
}

/** What was met in a text so far: equal beginnings end in the same state. */
interface State {
  readonly place: Place;
  before: Step | null;
  readonly steps: Step[];
  readonly ends: { readonly fragment: string; readonly shape: number }[];
}

/** From one value to the next: the text between them, and the column that the next one goes into. */
interface Step {
  readonly from: State;
  readonly fragment: string;
  readonly column: Column;
  readonly to: State;
  /** The fragment with the text that followed it last, quotes included, and its place: mostly it follows again. */
  last: string;
  place: number;
}

/** Where in an entry a value stands: inside of which lists and objects, and under which name. */
interface Place {
  readonly path: string;
  /** The innermost list or object; null for the entry itself, before it opens. */
  readonly inside: { readonly list: boolean; readonly path: string; readonly up: Place } | null;
}

const ENTRY: Place = { path: '', inside: null };

/**
 * Packs entries, given as canonical JSON texts, into typed columns: what repeats is said once, times and counters as
 * differences, ids as bytes. The texts come back byte for byte from `decode`. Entries of a kind are alike, so a text is
 * walked along those before it, fragment by fragment, and never made an object. Synchronous and without compression.
 */
export function encode(texts: readonly string[]): Encoded {
  const columns: { readonly path: string; readonly column: Column }[] = [];
  const byPath = new Map<string, Column>();
  const shapes: Shape[] = [];
  const start: State = { place: ENTRY, before: null, steps: [], ends: [] };

  function columnAt(path: string, kind: ColumnKind): Column {
    const key = `${path} ${kind}`;
    const known = byPath.get(key);
    if (known) return known;
    const column = { number: columns.length, kind, writer: new ColumnWriter(kind) };
    byPath.set(key, column);
    columns.push({ path, column });
    return column;
  }

  /** The shape of a text; its values go into their columns. */
  function walk(text: string): number {
    const plain = !text.includes('\\');
    let state = start;
    let at = 0;
    for (;;) {
      for (const { fragment, shape } of state.ends) if (ends(text, at, fragment)) return shape;
      let step: Step | undefined;
      for (const one of state.steps) {
        if (one.place >= 0 && text.startsWith(one.last, at) && one.column.writer.again(one.place)) {
          at += one.last.length;
          step = one;
          break;
        }
        if (!text.startsWith(one.fragment, at)) continue;
        const value = valueAt(text, at + one.fragment.length, plain);
        if (!value || kindOf(value.value) !== one.column.kind) continue;
        one.place = one.column.writer.push(value.value);
        one.last = text.slice(at, value.end);
        at = value.end;
        step = one;
        break;
      }
      if (!step) {
        const next = nextValue(text, at, state.place);
        if (!next) {
          shapes.push(shapeOf(state, text.slice(at)));
          state.ends.push({ fragment: text.slice(at), shape: shapes.length - 1 });
          return shapes.length - 1;
        }
        const column = columnAt(next.place.path, kindOf(textOrNumberAt(text, next.at).value));
        const to: State = { place: next.place, before: null, steps: [], ends: [] };
        to.before = { from: state, fragment: text.slice(at, next.at), column, to, last: '', place: -1 };
        state.steps.push(to.before);
        continue;
      }
      state = step.to;
    }
  }

  const order = new ByteWriter();
  for (const text of texts) order.varint(walk(text));

  const figures = new ByteWriter();
  const raw = new ByteWriter();
  const heads = columns.map(({ path, column }) => ({ path, ...column.writer.write(figures, raw) }));
  const head = new TextEncoder().encode(JSON.stringify({ shapes, columns: heads } satisfies SegmentHead));
  const packed = new ByteWriter();
  packed.varint(texts.length);
  packed.varint(head.length);
  packed.bytes(head);
  packed.bytes(order.done());
  packed.bytes(figures.done());
  return { count: texts.length, packed: packed.done(), raw: raw.done() };
}

const ends = (text: string, at: number, fragment: string): boolean =>
  text.length - at === fragment.length && text.endsWith(fragment);

const QUOTE = 34;
const BACKSLASH = 92;

interface Value {
  readonly value: string | number;
  /** Where the text goes on after it. */
  readonly end: number;
}

/** The text or number that stands at a place, or null for anything else. `plain` texts hold no escapes. */
function valueAt(text: string, at: number, plain: boolean): Value | null {
  const first = text.charCodeAt(at);
  if (first === QUOTE) {
    const close = plain ? text.indexOf('"', at + 1) : closing(text, at);
    const value = plain ? text.slice(at + 1, close) : (JSON.parse(text.slice(at, close + 1)) as string);
    return { value, end: close + 1 };
  }
  return (first >= 48 && first <= 57) || first === 45 ? numberAt(text, at) : null;
}

function numberAt(text: string, at: number): Value {
  let end = at + 1;
  for (let code = text.charCodeAt(end); isOfNumber(code); code = text.charCodeAt(end)) end += 1;
  return { value: Number(text.slice(at, end)), end };
}

/** Digits, and what a number in canonical form holds beside them: `+`, `-`, `.` and `e`. */
const isOfNumber = (code: number): boolean =>
  (code >= 48 && code <= 57) || code === 45 || code === 46 || code === 43 || code === 101;

function textOrNumberAt(text: string, at: number): Value {
  const value = valueAt(text, at, false);
  if (!value) throw new Error('no value stands here');
  return value;
}

/** Where the string that opens at a quote closes. */
function closing(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) at += 1;
    else if (code === QUOTE) return at;
  }
  throw new Error('no canonical text');
}

/** The next text or number of an entry and where it stands; null if there is none. True, false and null are none. */
function nextValue(text: string, from: number, place: Place): { at: number; place: Place } | null {
  let now = place;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '{' || sign === '[') {
      const list = sign === '[';
      const { path } = now;
      now = { path: list ? `${path}[]` : path, inside: { list, path, up: now } };
    } else if (sign === '}' || sign === ']') now = now.inside?.up ?? ENTRY;
    else if (sign === '"') {
      const close = closing(text, at);
      if (text[close + 1] !== ':') return { at, place: now };
      now = { ...now, path: named(now, JSON.parse(text.slice(at, close + 1)) as string) };
      at = close + 1;
    } else if (sign === '-' || (sign !== undefined && sign >= '0' && sign <= '9')) return { at, place: now };
  }
  return null;
}

const named = ({ inside }: Place, key: string): string =>
  inside === null || inside.path === '' ? key : `${inside.path}.${key}`;

function shapeOf(last: State, end: string): Shape {
  const fragments = [end];
  const columns: number[] = [];
  for (let step = last.before; step; step = step.from.before) {
    fragments.unshift(step.fragment);
    columns.unshift(step.column.number);
  }
  return { fragments, columns };
}
