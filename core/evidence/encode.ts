import { ByteWriter } from './bytes.ts';
import { type ColumnHead, ColumnWriter, kindOf } from './column.ts';

/** A JSON value as an entry may hold it. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

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

/** Where the walk stands after the members seen so far: equal entries walk the same way and end in the same state. */
interface State {
  readonly next: Map<string, State[]>;
  readonly at: Place;
  readonly column: ColumnWriter | null;
  shape: number;
}
interface Place {
  readonly path: string;
  readonly up: Place | null;
}

const NULL = 5;
const TRUE = 6;
const FALSE = 7;
const OBJECT = 8;
const ARRAY = 9;
const CLOSE = 10;
const KIND_STEP = { number: 0, text: 1, hex16: 2, hex20: 3, counted: 4 } as const;

/**
 * Packs entries into typed columns: what repeats is said once, times and counters as differences, ids as bytes. The
 * entries' canonical texts come back byte for byte from `decode`. Synchronous and without compression.
 */
export function encode(entries: readonly JsonObject[]): Encoded {
  const columns: { readonly path: string; readonly writer: ColumnWriter }[] = [];
  const byPath = new Map<string, number>();
  const shapes: Shape[] = [];
  const start: State = { next: new Map(), at: { path: '', up: null }, column: null, shape: -1 };

  const columnAt = (path: string, value: string | number): number => {
    const kind = kindOf(value);
    const key = `${path} ${kind}`;
    const known = byPath.get(key);
    if (known !== undefined) return known;
    byPath.set(key, columns.length);
    return columns.push({ path, writer: new ColumnWriter(kind) }) - 1;
  };

  function step(from: State, key: string, kind: number, value: Json): State {
    let steps = from.next.get(key);
    if (!steps) {
      steps = [];
      from.next.set(key, steps);
    }
    const known = steps[kind];
    if (known) return known;
    const path = pathIn(from.at, key);
    const leaf = kind < NULL ? columns[columnAt(path, value as string | number)] : undefined;
    const at = kind === CLOSE ? (from.at.up ?? from.at) : kind >= OBJECT ? { path, up: from.at } : from.at;
    const made: State = { next: new Map(), at, column: leaf?.writer ?? null, shape: -1 };
    steps[kind] = made;
    return made;
  }

  function walk(from: State, key: string, value: Json): State {
    if (typeof value === 'string' || typeof value === 'number') {
      const state = step(from, key, KIND_STEP[kindOf(value)], value);
      state.column?.push(value);
      return state;
    }
    if (typeof value === 'boolean') return step(from, key, value ? TRUE : FALSE, value);
    if (value === null) return step(from, key, NULL, value);
    if (isList(value)) {
      let state = step(from, key, ARRAY, null);
      for (const member of value) state = walk(state, '[]', member);
      return step(state, '', CLOSE, null);
    }
    return step(members(step(from, key, OBJECT, null), value), '', CLOSE, null);
  }

  function members(from: State, value: JsonObject): State {
    let state = from;
    for (const key in value) {
      const member = value[key];
      if (member !== undefined) state = walk(state, key, member);
    }
    return state;
  }

  const order = new ByteWriter();
  for (const entry of entries) {
    const state = members(start, entry);
    if (state.shape < 0) state.shape = shapes.push(shapeOf(entry, columnAt)) - 1;
    order.varint(state.shape);
  }

  const figures = new ByteWriter();
  const raw = new ByteWriter();
  const heads = columns.map(({ path, writer }) => ({ path, ...writer.write(figures, raw) }));
  const head = new TextEncoder().encode(JSON.stringify({ shapes, columns: heads } satisfies SegmentHead));
  const packed = new ByteWriter();
  packed.varint(entries.length);
  packed.varint(head.length);
  packed.bytes(head);
  packed.bytes(order.done());
  packed.bytes(figures.done());
  return { count: entries.length, packed: packed.done(), raw: raw.done() };
}

const isList = (value: object): value is readonly Json[] => Array.isArray(value);
const pathIn = ({ path }: Place, key: string): string =>
  key === '[]' ? `${path}[]` : path === '' ? key : `${path}.${key}`;

function shapeOf(entry: JsonObject, columnAt: (path: string, value: string | number) => number): Shape {
  const fragments: string[] = [];
  const columns: number[] = [];
  let text = '';
  const at = (place: Place, value: Json): void => {
    if (typeof value === 'string' || typeof value === 'number') {
      fragments.push(text);
      text = '';
      columns.push(columnAt(place.path, value));
    } else if (typeof value !== 'object' || value === null) text += JSON.stringify(value);
    else if (isList(value)) {
      text += '[';
      value.forEach((member, n) => {
        if (n > 0) text += ',';
        at({ path: pathIn(place, '[]'), up: place }, member);
      });
      text += ']';
    } else {
      text += '{';
      let first = true;
      // The order of RFC 8785: by UTF-16 unit, as `core/canonical.ts` writes.
      for (const key of Object.keys(value).sort()) {
        const member = value[key];
        if (member === undefined) continue;
        text += `${first ? '' : ','}${JSON.stringify(key)}:`;
        first = false;
        at({ path: pathIn(place, key), up: place }, member);
      }
      text += '}';
    }
  };
  at({ path: '', up: null }, entry);
  fragments.push(text);
  return { fragments, columns };
}
