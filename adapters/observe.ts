import { rootOf } from './chat-root.ts';
import type { Adapter } from './define.ts';
import { allOfFirst, around, contains, get, within } from './dom.ts';
import { cssOf } from './read-field.ts';

/** Passes of a hidden page, which gets no frames, are at least this far apart, in milliseconds. */
const HIDDEN_GAP = 100;
/** While a page keeps changing, looks are this far apart, in milliseconds: a burst is read in a few of them. */
const BUSY_GAP = 50;
/** A change of style alone, such as a dialog that is shown by it, is looked at this much later, once for all of them. */
const RESTYLED = 1_500;

/** What changed since the last look. */
export interface Changes {
  /** Something outside messages and contacts. */
  readonly outside: boolean;
  readonly contacts: boolean;
  /** Something in the message box. */
  readonly messages: boolean;
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
 * Calls `look` when something changed, soon after the next frame, also while the tab is hidden and gets no frames.
 * The page's body is observed for nodes, and for styles, which only make us look a while later; other attributes and
 * characters just where the adapter reads them. Nothing runs while the page does nothing.
 */
export function observe(
  adapter: Adapter,
  page: Document,
  look: (changes: Changes) => void,
  { signal }: { signal: AbortSignal },
): Watching {
  const { conversation, composer, contacts: list } = adapter;
  const shallow = { childList: true, subtree: true };
  const deep = { ...shallow, characterData: true, attributeFilter: attributesOf(adapter) };
  const spots = [...conversation.key, conversation.buyer, ...composer.map(({ css }) => css)]
    .map(cssOf)
    .filter((css) => css !== null);
  let box: Element | null = null;
  let rowCss = '';
  let root = rootOf(adapter, page);
  let contacts: Element | null = null;
  let focused: readonly Element[] = [];
  let changed = { outside: true, contacts: true, messages: true };
  let rows = new Set<Element>();
  let asked = false;
  let lookedAt = 0;
  let askedAt = 0;
  let frameless: ReturnType<typeof setTimeout> | undefined;
  /** When a look is due, or 0. */
  let alarm = 0;

  const sort = (records: readonly MutationRecord[]) => {
    for (const { target } of records) {
      if (box && contains(box, target)) {
        changed.messages = true;
        const row = rowCss && around(target, rowCss);
        if (row) rows.add(row);
      } else if (contacts && contains(contacts, target)) changed.contacts = true;
      else changed.outside = true;
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
    const changes = { ...changed, rows: [...rows] };
    changed = { outside: false, contacts: false, messages: false };
    rows = new Set();
    look(changes);
  };
  // Right after the frame the page is laid out: to ask where things are costs nothing then.
  const afterFrame = () => requestAnimationFrame(() => setTimeout(run));
  const ask = () => {
    if (asked || signal.aborted) return;
    asked = true;
    const rested = performance.now() - lookedAt;
    if (!page.hidden) {
      if (rested >= BUSY_GAP) afterFrame();
      else setTimeout(afterFrame, BUSY_GAP - rested);
    } else if (rested > HIDDEN_GAP) {
      // Timers of a hidden page fire once a second or less, so the first look in a while happens right away.
      queueMicrotask(run);
      return;
    }
    askedAt = performance.now();
    frameless ??= setTimeout(unframed, HIDDEN_GAP);
  };
  /** A page may be hidden before its frame comes: no look waits longer than this. */
  function unframed(): void {
    const left = asked ? askedAt + HIDDEN_GAP - performance.now() : 0;
    frameless = left > 0 ? setTimeout(unframed, left) : undefined;
    if (left <= 0) run();
  }
  const rescan = () => {
    changed = { outside: true, contacts: true, messages: true };
    ask();
  };
  const attach = () => {
    observer.observe(get(page, 'documentElement'), shallow);
    if (root !== page) observer.observe(root, shallow);
    for (const node of focused) observer.observe(node, deep);
  };

  let restyled: ReturnType<typeof setTimeout> | undefined;
  const styles = new MutationObserver(() => {
    restyled ??= setTimeout(() => {
      restyled = undefined;
      rescan();
    }, RESTYLED);
  });

  attach();
  styles.observe(get(page, 'documentElement'), {
    subtree: true,
    attributeFilter: ['class', 'style', 'hidden', 'open'],
  });
  page.addEventListener('visibilitychange', rescan, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    styles.disconnect();
    clearTimeout(restyled);
    clearTimeout(frameless);
  });
  ask();
  return {
    focus(nextBox, nextCss) {
      box = nextBox;
      rowCss = nextCss;
      const before = root;
      root = rootOf(adapter, page);
      contacts = smallestAround(allOfFirst(root, list.row).nodes);
      const places = [box, contacts, ...spots.map((css) => within(root, css))];
      const next = [...new Set(places)].filter((place) => place !== null);
      if (
        root === before &&
        next.length === focused.length &&
        next.every((node, index) => node === focused[index])
      )
        return;
      focused = next;
      sort(observer.takeRecords());
      observer.disconnect();
      attach();
    },
    wake(milliseconds) {
      const at = performance.now() + milliseconds;
      if (alarm && alarm <= at) return;
      alarm = at;
      setTimeout(() => {
        alarm = 0;
        ask();
      }, milliseconds);
    },
  };
}

/** The attributes that any of the adapter's selectors or fields reads. */
function attributesOf(adapter: Adapter): string[] {
  const named = JSON.stringify(adapter).matchAll(/\[([a-z][a-z-]*)|"attribute":"([^"]+)/g);
  return ['class', 'id', ...Array.from(named, ([, css, field]) => css ?? field ?? '')];
}

/** The smallest element around them all. */
function smallestAround([first, ...others]: readonly Element[]): Element | null {
  let outer = first ? get(first, 'parentElement') : null;
  const last = others.at(-1);
  while (outer && last && !contains(outer, last)) outer = get(outer, 'parentElement');
  return outer;
}
