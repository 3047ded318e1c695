import type { MessageSighting } from '../core/event.ts';
import { get } from './dom.ts';
import type { Dated, RowReading } from './read-row.ts';

/** Messages reported without the platform's id that still may get one. */
const OPEN_CAP = 50;
/** An own message stands without an id until the server took it; so long we wait for the id, in milliseconds. */
const ID_PATIENCE = 2_000;
/** A row may be drawn in steps: who wrote it and what comes a moment later. */
const DRAWING = 400;
/** After the list first fills, undated rows are still part of what was there. */
const FILLING = 1_000;
/** How far the page's clock may differ from ours before a row counts as written before we looked. */
const SKEW = { second: 5_000, minute: 65_000, none: 0 } as const;

/** A fingerprint keeps so much of the words. */
const PRINT_CAP = 200;

type Key = MessageSighting['key'];

/** A row with its time settled by the rows around it. */
export type SeenRow = RowReading & Dated & { readonly node: Element };

/** What the watch found out about a row in this look. */
export type Finding =
  | { readonly kind: 'message'; readonly row: SeenRow; readonly key: Key; readonly seen: 'live' | 'backfill' }
  | { readonly kind: 'recalled'; readonly key: Key };

/** An unbroken look at one conversation: the same message box, nothing in between. */
export interface View {
  readonly box: Element;
  /** Epoch milliseconds. */
  readonly since: number;
  /** When rows were first seen, or null: what comes first was there before. */
  filledAt: number | null;
  /** Keys of the rows in the last look. */
  present: readonly Key[];
}

interface Mark {
  readonly words: string;
  readonly key: Key;
  readonly node: WeakRef<Element>;
}

/** What was reported of one conversation in this page's life: each message once. */
export class Memory {
  /** Platform ids reported. */
  readonly #ids = new Set<string>();
  /** How often each fingerprint was reported. */
  readonly #prints = new Map<string, number>();
  readonly #recalled = new Set<string>();
  readonly #marks = new WeakMap<Element, Mark>();
  readonly #arrivals = new WeakMap<Element, { readonly at: number; readonly live: boolean }>();
  #open: Mark[] = [];

  get empty(): boolean {
    return this.#ids.size + this.#prints.size === 0;
  }

  /** Whether this very row, or its id, was reported of this conversation. */
  knows(row: SeenRow): boolean {
    return row.id === null ? !!this.#mark(row) : this.#ids.has(row.id);
  }

  /** Whether the row says what one that was reported of this conversation said; without ids, a re-mount leaves no more. */
  resembles(row: SeenRow): boolean {
    return this.knows(row) || (row.id === null && this.#prints.has(printOf(row)));
  }

  /**
   * Compares the rows now on the page, in page order, with what is known. `wake` is how many milliseconds from
   * now a held row is due, or null.
   */
  look(rows: readonly SeenRow[], view: View, now: number): { findings: Finding[]; wake: number | null } {
    const findings: Finding[] = [];
    const present: Key[] = [];
    const counts = new Map<string, number>();
    const lastKnown = rows.findLastIndex((row) => this.knows(row));
    const filled = view.filledAt !== null;
    const idsHere = rows.some(({ id }) => id !== null);
    const gone = () => {
      const here = new Set(rows.map((row) => row.id ?? this.#mark(row)?.key.value));
      const [first, ...more] = view.present.filter(({ value }) => !here.has(value));
      return more.length > 0 ? undefined : first;
    };
    let wake: number | null = null;

    for (const [index, row] of rows.entries()) {
      const below = lastKnown >= 0 && index > lastKnown;
      const known = this.#known(row, counts, filled && below);
      if (!known) {
        const { at, live } = this.#arrival(row, view, below, now);
        const patience = patienceWith(row, idsHere && live);
        const due = at + patience - now;
        // A clock that was set back holds nothing longer than it should.
        if (due > 0 && due <= patience) wake = Math.min(wake ?? due, due);
        // What stands below a held row waits too: the order of question and answer must not turn.
        if (wake !== null) continue;
      }
      const former = row.id === null ? this.#marks.get(row.node)?.key : undefined;
      const live = this.#arrivals.get(row.node)?.live;
      const key = known ?? this.#keep(row, counts);
      present.push(key);
      if (row.recalled) {
        // The notice stands in the row of the message, or in the place of one that just went.
        if (!this.#recalled.has(key.value))
          findings.push({ kind: 'recalled', key: known ?? former ?? gone() ?? key });
        this.#recalled.add(key.value);
      } else if (!known) findings.push({ kind: 'message', row, key, seen: live ? 'live' : 'backfill' });
    }
    view.present = present;
    if (rows.length > 0) view.filledAt ??= now;
    return { findings, wake };
  }

  /**
   * The key under which the row was reported, if it was. A late id is learnt: the message was reported by its
   * fingerprint, and the log joins the two when the id is reported in another page's life.
   */
  #known(row: SeenRow, counts: Map<string, number>, isNew: boolean): Key | null {
    const key: Key | null = row.id === null ? null : { source: 'platform', value: row.id };
    if (key && this.#ids.has(key.value)) return key;
    const mark = this.#mark(row);
    if (!key) {
      const print = printOf(row);
      const nth = mark ? Number.parseInt(mark.key.value, 10) : (counts.get(print) ?? 0) + 1;
      if (!mark && (isNew || nth > (this.#prints.get(print) ?? 0))) return null;
      counts.set(print, nth);
      return mark?.key ?? this.#remember(row, fingerprint(nth, print)).key;
    }
    const words = wordsOf(row);
    const orphaned = ({ node }: Mark) => !rowStands(node.deref());
    const was = mark ?? this.#open.find((one) => one.words === words && orphaned(one));
    if (was?.key.source !== 'fingerprint') return null;
    this.#open = this.#open.filter((one) => one.key !== was.key);
    this.#ids.add(key.value);
    return this.#remember(row, key).key;
  }

  #keep(row: SeenRow, counts: Map<string, number>): Key {
    if (row.id !== null) {
      this.#ids.add(row.id);
      return this.#remember(row, { source: 'platform', value: row.id }).key;
    }
    const print = printOf(row);
    const nth = (this.#prints.get(print) ?? 0) + 1;
    this.#prints.set(print, nth);
    counts.set(print, nth);
    const mark = this.#remember(row, fingerprint(nth, print));
    this.#open = [...this.#open, mark].slice(-OPEN_CAP);
    return mark.key;
  }

  #remember(row: SeenRow, key: Key): Mark {
    const mark = { words: wordsOf(row), key, node: new WeakRef(row.node) };
    this.#marks.set(row.node, mark);
    this.#arrivals.delete(row.node);
    return mark;
  }

  /** A node may be used again for another message: its mark holds only while the words are the same. */
  #mark(row: SeenRow): Mark | undefined {
    const mark = this.#marks.get(row.node);
    return mark?.words === wordsOf(row) ? mark : undefined;
  }

  /**
   * When the row came, and whether we were looking: decided once, at first sight. It came while we looked if it
   * stands below all that is known and isn't dated earlier, or if it is dated later than the beginning of our look.
   */
  #arrival({ node, sentAt, carried }: SeenRow, { filledAt, since }: View, below: boolean, now: number) {
    const before = this.#arrivals.get(node);
    if (before) return before;
    const { precision } = sentAt;
    const came =
      carried || precision === 'none'
        ? below && filledAt !== null && now - filledAt >= FILLING
        : sentAt.at >= since - (below ? SKEW[precision] : 0) && (below || precision === 'second');
    const arrival = { at: now, live: filledAt !== null && came };
    this.#arrivals.set(node, arrival);
    return arrival;
  }
}

/** How long a row may wait for what it lacks. */
function patienceWith(row: SeenRow, expectsId: boolean): number {
  if (row.recalled) return 0;
  if (row.id === null && expectsId) return ID_PATIENCE;
  return row.by === 'unknown' || (row.content === 'other' && !row.text) ? DRAWING : 0;
}

/** The n-th message of the same print. */
const fingerprint = (nth: number, print: string): Key => ({
  source: 'fingerprint',
  value: `${nth}#${print}`,
});

const rowStands = (node: Element | undefined) => !!node && get(node, 'isConnected');

const wordsOf = ({ by, content, text }: SeenRow) => `${by}|${content}|${text}`;

/** The same on every sighting: who, what, and the time if the row tells it to the second. */
function printOf(row: SeenRow): string {
  const { text, sentAt, carried } = row;
  const time = sentAt.precision === 'second' && !carried ? sentAt.at : '';
  return `${time}|${text.length}|${wordsOf(row).slice(0, PRINT_CAP)}`;
}
