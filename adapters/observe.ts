import type { Adapter } from './define.ts';
import { allWithin, around, contains, get, isElement, within } from './dom.ts';

/** Passes of a hidden page, which gets no frames, are at least this far apart, in milliseconds. */
const HIDDEN_GAP = 100;
/** A change may make no record that we asked for (a dialog shown by its style): look again this often. */
const RESCAN = 3_000;

/** What changed since the last look. */
export interface Changes {
  /** Something outside messages and contacts. */
  readonly outside: boolean;
  readonly contacts: boolean;
  /** Rows of the message box in which something changed. */
  readonly rows: readonly Element[];
}

export interface Watching {
  /** Looks closer at these from now on. */
  focus(box: Element | null, rowCss: string): void;
  /** Asks for a look after so many milliseconds, at the latest. */
  wake(milliseconds: number): void;
}

/**
 * Calls `look` when something changed, at most once a frame, also while the tab is hidden and gets no frames.
 * The page's body is observed for nodes only; attributes and characters just where the adapter reads them.
 */
export function observe(
  adapter: Adapter,
  page: Document,
  look: (changes: Changes) => void,
  { signal }: { signal: AbortSignal },
): Watching {
  const view = page.defaultView;
  const attributeFilter = attributesOf(adapter);
  const closely = { childList: true, subtree: true, characterData: true, attributes: true, attributeFilter };
  let box: Element | null = null;
  let rowCss = '';
  let focused: readonly Node[] = [];
  let contacts: Element | null = null;
  let outside = true;
  let listed = true;
  let rows = new Set<Element>();
  let asked = false;
  let lookedAt = Number.NEGATIVE_INFINITY;
  let alarm: { readonly at: number; readonly timer: ReturnType<typeof setTimeout> } | null = null;

  const sort = (records: readonly MutationRecord[]) => {
    for (const { target } of records) {
      if (box && contains(box, target)) {
        const row = rowCss === '' ? null : around(target, rowCss);
        if (row) rows.add(row);
      } else if (contacts && contains(contacts, target)) listed = true;
      else outside = true;
    }
  };
  const observer = new MutationObserver((records) => {
    sort(records);
    ask();
  });

  const run = () => {
    if (!asked || signal.aborted) return;
    asked = false;
    lookedAt = performance.now();
    const changes = { outside, contacts: outside || listed, rows: [...rows] };
    outside = listed = false;
    rows = new Set();
    look(changes);
  };
  const ask = () => {
    if (asked || signal.aborted) return;
    asked = true;
    if (view && !page.hidden) view.requestAnimationFrame(run);
    // Timers of a hidden page fire once a second or less, so the first look in a while happens right away.
    if (page.hidden && performance.now() - lookedAt > HIDDEN_GAP) queueMicrotask(run);
    else setTimeout(run, HIDDEN_GAP);
  };
  const rescan = () => {
    outside = true;
    ask();
  };

  const targets = (): Node[] => {
    contacts = contactsBox(adapter, page);
    const spots = [...adapter.conversation.key, ...adapter.conversation.buyer, ...adapter.composer];
    const places = [box, contacts, ...spots.map(({ css }) => within(page, css))];
    return [...new Set(places)].filter((place) => place !== null);
  };
  const focus = (nextBox: Element | null, nextCss: string) => {
    box = nextBox;
    rowCss = nextCss;
    const next = targets();
    if (next.length === focused.length && next.every((node, index) => node === focused[index])) return;
    focused = next;
    sort(observer.takeRecords());
    observer.disconnect();
    observer.observe(get(page, 'documentElement'), { childList: true, subtree: true });
    for (const node of next) observer.observe(node, closely);
  };

  observer.observe(get(page, 'documentElement'), { childList: true, subtree: true });
  page.addEventListener('visibilitychange', rescan, { signal });
  const slow = setInterval(rescan, RESCAN);
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearInterval(slow);
    clearTimeout(alarm?.timer);
  });
  ask();
  return {
    focus,
    wake(milliseconds) {
      const at = performance.now() + milliseconds;
      if (alarm && alarm.at <= at) return;
      clearTimeout(alarm?.timer);
      const ring = () => {
        alarm = null;
        ask();
      };
      alarm = { at, timer: setTimeout(ring, milliseconds) };
    },
  };
}

/** The attributes that any of the adapter's selectors or fields reads. */
function attributesOf(adapter: Adapter): string[] {
  const named = [...JSON.stringify(adapter).matchAll(/\[([a-z][a-z-]*)|"attribute":"([^"]+)"/g)];
  return [...new Set(['class', 'id', ...named.map(([, css, field]) => css ?? field ?? '')])];
}

/** The smallest element around all contacts now shown. */
function contactsBox(adapter: Adapter, page: Document): Element | null {
  const shown = adapter.contacts.row.map(({ css }) => allWithin(page, css)).find((found) => found.length > 0);
  const [first] = shown ?? [];
  const last = shown?.at(-1);
  let around = first ? get(first, 'parentElement') : null;
  while (around && last && !contains(around, last)) around = get(around, 'parentElement');
  return isElement(around) ? around : null;
}
