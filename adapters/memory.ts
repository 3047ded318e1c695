import type { MessageSighting } from '../core/event.ts';
import { connected } from './dom.ts';
import type { DatedBy, RowReading } from './read-row.ts';

/** Rows reported without the platform's id that still may get one. */
const OPEN_CAP = 50;
/** An own message stands without an id until the server took it; so long we wait for the id. */
const ID_PATIENCE = 2_000;
/** A row may be drawn in steps: who wrote it and what comes a moment later. */
const DRAWING = 400;
/** After the list first fills, undated rows are still part of what was there. */
const FILLING = 1_000;
/** How far the page's clock may differ from ours before a row counts as written before we looked. */
const SKEW = { second: 5_000, minute: 65_000, none: 0 } as const;

type Key = MessageSighting['key'];

/** A row with its time settled by the rows around it. */
export type SeenRow = RowReading & DatedBy & { readonly node: Element };

/** What the watch found out about a row in this look. */
export type Finding =
  | { readonly kind: 'message'; readonly row: SeenRow; readonly key: Key; readonly seen: 'live' | 'backfill' }
  | { readonly kind: 'recalled'; readonly key: Key }
  | { readonly kind: 'identified'; readonly was: Key; readonly key: Key };

/** An unbroken look at one conversation: the same message box, nothing in between. */
export interface View {
  readonly box: Element;
  /** Epoch milliseconds. */
  readonly since: number;
  /** When rows were first seen, or null: what comes first was there before. */
  filledAt: number | null;
  /** Keys of the rows in the last look. */
  present: ReadonlyMap<string, Key>;
}

interface Mark {
  readonly words: string;
  readonly key: Key;
  readonly node: WeakRef<Element>;
}

/** What was reported of one conversation in this page's life: each message once. */
export class Memory {
  readonly #ids = new Set<string>();
  readonly #recalled = new Set<string>();
  readonly #prints = new Map<string, number>();
  readonly #marks = new WeakMap<Element, Mark>();
  readonly #arrived = new WeakMap<Element, { readonly at: number; readonly live: boolean }>();
  #open: Mark[] = [];

  get empty(): boolean {
    return this.#ids.size === 0 && this.#prints.size === 0;
  }

  /** Whether this very row, or its id, was reported of this conversation. */
  knows(row: Pick<SeenRow, 'id' | 'node' | 'by' | 'content' | 'text'>): boolean {
    return row.id === null ? this.#mark(row) !== null : this.#ids.has(row.id);
  }

  /**
   * Compares the rows now on the page, in page order, with what is known. `wake` is how many milliseconds from
   * now a held row is due, or null.
   */
  look(rows: readonly SeenRow[], view: View, now: number): { findings: Finding[]; wake: number | null } {
    const findings: Finding[] = [];
    const lastKnown = rows.findLastIndex((row) => this.knows(row));
    const withIds = rows.some(({ id }) => id !== null);
    const counts = new Map<string, number>();
    const present = new Map<string, Key>();
    const here = new Set(rows.map((row) => row.id ?? this.#mark(row)?.key.value));
    const gone = [...view.present.values()].filter(({ value }) => !here.has(value));
    let wake: number | null = null;
    let holding = false;

    for (const [index, row] of rows.entries()) {
      const known = this.#known(
        row,
        counts,
        view.filledAt !== null && lastKnown >= 0 && index > lastKnown,
        findings,
      );
      if (known && !row.recalled) {
        present.set(known.value, known);
        continue;
      }
      const live = this.#arrive(row, view, lastKnown >= 0 && index > lastKnown, now);
      const held = known ? 0 : patience(row, withIds && live.live);
      const due = live.at + held - now;
      // A clock set back doesn't hold anything longer than it should.
      if (due > 0 && due <= held) {
        wake = Math.min(wake ?? due, due);
        holding = true;
      }
      // What stands below waits too: the order of question and answer must not turn.
      if (holding && !known) continue;
      const former = row.id === null ? this.#marks.get(row.node)?.key : undefined;
      const key = known ?? this.#keep(row, counts);
      present.set(key.value, key);
      if (!row.recalled) {
        findings.push({ kind: 'message', row, key, seen: live.live ? 'live' : 'backfill' });
        continue;
      }
      // The notice stands in the row of the message, or in the place of one that just went.
      const meant = known ?? former ?? (gone.length === 1 ? gone[0] : undefined) ?? key;
      if (!this.#recalled.has(key.value)) findings.push({ kind: 'recalled', key: meant });
      this.#recalled.add(key.value);
    }
    view.present = present;
    if (rows.length > 0) view.filledAt ??= now;
    return { findings, wake };
  }

  /** The key under which the row was reported, if it was; learns an id that came late. */
  #known(row: SeenRow, counts: Map<string, number>, isNew: boolean, findings: Finding[]): Key | null {
    const mark = this.#mark(row);
    if (row.id === null) {
      if (mark) counts.set(printOf(row), Number(mark.key.value.split('#')[1]));
      if (mark || isNew) return mark?.key ?? null;
      const print = printOf(row);
      const nth = (counts.get(print) ?? 0) + 1;
      if (nth > (this.#prints.get(print) ?? 0)) return null;
      counts.set(print, nth);
      return this.#remember(row, { source: 'fingerprint', value: `${print}#${nth}` });
    }
    const key: Key = { source: 'platform', value: row.id };
    if (this.#ids.has(row.id)) return key;
    const words = wordsOf(row);
    const was =
      mark ??
      this.#open.find((one) => {
        const node = one.node.deref();
        return one.words === words && (!node || !connected(node));
      });
    if (!was || was.key.source === 'platform') return null;
    this.#open = this.#open.filter((one) => one !== was);
    this.#ids.add(row.id);
    this.#remember(row, key);
    findings.push({ kind: 'identified', was: was.key, key });
    return key;
  }

  #keep(row: SeenRow, counts: Map<string, number>): Key {
    if (row.id !== null) {
      this.#ids.add(row.id);
      return this.#remember(row, { source: 'platform', value: row.id });
    }
    const print = printOf(row);
    const nth = Math.max(this.#prints.get(print) ?? 0, counts.get(print) ?? 0) + 1;
    this.#prints.set(print, nth);
    counts.set(print, nth);
    const key = this.#remember(row, { source: 'fingerprint', value: `${print}#${nth}` });
    this.#open = [...this.#open, { words: wordsOf(row), key, node: new WeakRef(row.node) }].slice(-OPEN_CAP);
    return key;
  }

  #remember(row: SeenRow, key: Key): Key {
    this.#marks.set(row.node, { words: wordsOf(row), key, node: new WeakRef(row.node) });
    this.#arrived.delete(row.node);
    return key;
  }

  /** A node may be used again for another message: its mark holds only while the words are the same. */
  #mark(row: Pick<SeenRow, 'node' | 'by' | 'content' | 'text'>): Mark | null {
    const mark = this.#marks.get(row.node);
    return mark && mark.words === wordsOf(row) ? mark : null;
  }

  /**
   * When the row came, and whether we were looking: decided once, at first sight. It came while we looked if it
   * stands below all that is known and isn't dated earlier, or if it is dated later than the beginning of our look.
   */
  #arrive(row: SeenRow, view: View, below: boolean, now: number) {
    const before = this.#arrived.get(row.node);
    if (before) return before;
    const { precision } = row.sentAt;
    const at = row.carried || row.sentAt.precision === 'none' ? null : row.sentAt.at;
    const settled = now - (view.filledAt ?? now) >= FILLING;
    const came = at === null ? below && settled : at >= view.since - (below ? SKEW[precision] : 0);
    const arrived = { at: now, live: view.filledAt !== null && came && (below || precision === 'second') };
    this.#arrived.set(row.node, arrived);
    return arrived;
  }
}

/** How long a row may wait for what it lacks. */
function patience(row: SeenRow, expectsId: boolean): number {
  if (row.id === null && expectsId) return ID_PATIENCE;
  return row.by === 'unknown' || (row.content === 'other' && row.text === '') ? DRAWING : 0;
}

const wordsOf = ({ by, content, text }: Pick<RowReading, 'by' | 'content' | 'text'>) =>
  `${by}|${content}|${text}`;

/** The same on every sighting: who, what, and the time if the page tells it to the second. */
function printOf(row: SeenRow): string {
  return hash(`${wordsOf(row)}|${row.sentAt.precision === 'second' && !row.carried ? row.sentAt.at : ''}`);
}

/** cyrb53 (bryc, public domain): 53 bits, enough for one conversation's messages. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = Math.imul(a ^ unit, 2_654_435_761);
    b = Math.imul(b ^ unit, 1_597_334_677);
  }
  a = Math.imul(a ^ (a >>> 16), 2_246_822_507) ^ Math.imul(b ^ (b >>> 13), 3_266_489_909);
  b = Math.imul(b ^ (b >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return (4_294_967_296 * (2_097_151 & b) + (a >>> 0)).toString(36);
}
