import { ByteWriter } from './bytes.ts';
import type { ColumnHead, ColumnKind } from './column.ts';
import { ColumnWriter } from './column-writer.ts';
import { closing, Scanner } from './scan.ts';

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
  readonly ends: (Fragment & { readonly shape: number })[];
}

/** What stands between values: where it was first met, and how long it is. */
interface Fragment {
  readonly from: number;
  readonly length: number;
  readonly text: string;
}

/** From one value to the next: the text between them, and the column that the next one goes into. */
interface Step extends Fragment {
  readonly before: State;
  readonly column: Column;
  readonly to: State;
  /** The place of the value that was met here last, and where it stood: mostly it comes again. */
  last: number;
  lastFrom: number;
  lastLength: number;
}

/** Where in an entry a value stands: inside of which lists and objects, and under which name. */
interface Place {
  readonly path: string;
  /** The innermost list or object; null for the entry itself, before it opens. */
  readonly inside: { readonly list: boolean; readonly path: string; readonly up: Place } | null;
}

const ENTRY: Place = { path: '', inside: null };
const NEWLINE = 10;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Canonical JSON texts as {@link encode} takes them. They hold no newline: JSON writes it as an escape. */
export const linesOf = (texts: readonly string[]): Uint8Array => encoder.encode(texts.join('\n'));

/**
 * Packs entries, given as canonical JSON texts in UTF-8, one a line, into typed columns: what repeats is said once,
 * times and counters as differences, ids as bytes. The texts come back byte for byte from `decode`. Entries of a kind
 * are alike, so a text is walked along those before it, fragment by fragment, and neither strings nor objects are made
 * of it. Synchronous and without compression.
 */
export function encode(lines: Uint8Array): Encoded {
  const scanner = new Scanner(lines);
  const columns: { readonly path: string; readonly column: Column }[] = [];
  const byPath = new Map<string, Column>();
  const shapes: Shape[] = [];
  const start: State = { place: ENTRY, before: null, steps: [], ends: [] };

  function columnAt(path: string, kind: ColumnKind): Column {
    const key = `${path} ${kind}`;
    const known = byPath.get(key);
    if (known) return known;
    const column = { number: columns.length, kind, writer: new ColumnWriter(kind, scanner) };
    byPath.set(key, column);
    columns.push({ path, column });
    return column;
  }

  const fragment = (from: number, to: number): Fragment => ({
    from,
    length: to - from,
    text: decoder.decode(lines.subarray(from, to)),
  });

  /** Where the text goes on after what was taken last. */
  let after = 0;
  /** The step that the text takes from here, its value pushed. */
  function take(steps: readonly Step[], at: number): Step | null {
    for (const step of steps) {
      if (!scanner.isSame(at, step.from, step.length)) continue;
      const value = at + step.length;
      const { kind, writer } = step.column;
      if (
        step.last >= 0 &&
        scanner.isSame(value, step.lastFrom, step.lastLength) &&
        writer.again(step.last)
      ) {
        after = value + step.lastLength;
        return step;
      }
      const isRead =
        writer.plainDigits > 0
          ? scanner.readHex(value, writer.plainDigits)
          : scanner.read(value) && scanner.kind === kind;
      if (!isRead) continue;
      step.last = writer.push();
      step.lastFrom = value;
      after = scanner.next;
      step.lastLength = after - value;
      return step;
    }
    return null;
  }

  const isEnd = (at: number): boolean => at === lines.length || lines[at] === NEWLINE;

  /** The shape of the line that begins at a place; its values go into their columns. */
  function walk(from: number): number {
    let state = start;
    let at = from;
    for (;;) {
      for (const one of state.ends) {
        after = at + one.length;
        if (isEnd(after) && scanner.isSame(at, one.from, one.length)) return one.shape;
      }
      const step = take(state.steps, at);
      if (step) {
        state = step.to;
        at = after;
        continue;
      }
      const found = lines.indexOf(NEWLINE, at);
      const end = found < 0 ? lines.length : found;
      const next = nextValue(lines, at, end, state.place);
      if (!next) {
        const last = fragment(at, end);
        shapes.push(shapeOf(state, last));
        state.ends.push({ ...last, shape: shapes.length - 1 });
        after = end;
        return shapes.length - 1;
      }
      scanner.read(next.at);
      const column = columnAt(next.place.path, scanner.kind);
      const to: State = { place: next.place, before: null, steps: [], ends: [] };
      to.before = {
        ...fragment(at, next.at),
        before: state,
        column,
        to,
        last: -1,
        lastFrom: at,
        lastLength: 0,
      };
      state.steps.push(to.before);
    }
  }

  const order = new ByteWriter();
  let count = 0;
  for (let from = 0; from < lines.length; from = after + 1) {
    order.varint(walk(from));
    count += 1;
  }

  const figures = new ByteWriter();
  const raw = new ByteWriter();
  const heads = columns.map(({ path, column }) => ({ path, ...column.writer.write(figures, raw) }));
  const head = encoder.encode(JSON.stringify({ shapes, columns: heads } satisfies SegmentHead));
  const packed = new ByteWriter();
  packed.varint(count);
  packed.varint(head.length);
  packed.bytes(head);
  packed.bytes(order.done());
  packed.bytes(figures.done());
  return { count, packed: packed.done(), raw: raw.done() };
}

/** The next text or number of an entry and where it stands; null if there is none. True, false and null are none. */
function nextValue(
  lines: Uint8Array,
  from: number,
  end: number,
  place: Place,
): { at: number; place: Place } | null {
  let now = place;
  for (let at = from; at < end; at++) {
    const sign = String.fromCharCode(lines[at] ?? 0);
    if (sign === '{' || sign === '[') {
      const list = sign === '[';
      const { path } = now;
      now = { path: list ? `${path}[]` : path, inside: { list, path, up: now } };
    } else if (sign === '}' || sign === ']') now = now.inside?.up ?? ENTRY;
    else if (sign === '"') {
      const close = closing(lines, at);
      if (lines[close + 1] !== COLON) return { at, place: now };
      const key = JSON.parse(decoder.decode(lines.subarray(at, close + 1))) as string;
      now = { ...now, path: named(now, key) };
      at = close + 1;
    } else if (sign === '-' || (sign >= '0' && sign <= '9')) return { at, place: now };
  }
  return null;
}

const COLON = 58;

const named = ({ inside }: Place, key: string): string =>
  inside === null || inside.path === '' ? key : `${inside.path}.${key}`;

function shapeOf(last: State, end: Fragment): Shape {
  const fragments = [end.text];
  const columns: number[] = [];
  for (let step = last.before; step; step = step.before.before) {
    fragments.unshift(step.text);
    columns.unshift(step.column.number);
  }
  return { fragments, columns };
}
