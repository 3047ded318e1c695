import { followComposition } from './composition.ts';
import type { Adapter } from './define.ts';
import { get } from './dom.ts';
import { type Finding, Memory, type SeenRow, type View } from './memory.ts';
import { type Changes, observe } from './observe.ts';
import { type Frame, readFrame, settle, stateOf, withRows } from './read.ts';
import { type ListRow, readContacts, waitingRows } from './read-contacts.ts';
import { datesOf, type RowReading, readRow } from './read-row.ts';
import type { ConversationRef, PageState, Sighting, WaitingRow } from './sighting.ts';
import { steadily } from './steady.ts';
import { UNDATED } from './time.ts';

/** Rows read, and sightings reported, in one task: a page of 10,000 rows must not stall the agent's typing. */
const SLICE = 100;
/** Conversations remembered; forgetting one only means that the log is told again what it has. */
const CONVERSATIONS = 500;
const SAME_WAIT = 60_000;

type NodeReading = RowReading & { readonly node: Element };

/**
 * Reports what happens on the page until the signal says stop: states, conversations opened and closed, each
 * message once in page order, recalls, and who waits in the list. Only looks. At most 100 sightings a call.
 *
 * A message is `backfill` if it was there at the first look at its conversation, or came while nobody looked: before
 * a re-mount, another conversation, a kicked or connecting page. It is `live` if it came while we watched.
 */
export function watch(
  adapter: Adapter,
  page: Document,
  report: (sightings: readonly Sighting[]) => void,
  { signal, now }: { signal: AbortSignal; now: () => number },
): void {
  let readings = new WeakMap<Element, NodeReading | null>();
  let names = '';
  const memories = new Map<string, Memory>();
  const steadied = steadily();
  let frame: Frame | null = null;
  let contacts: readonly ListRow[] = [];
  let waiting: readonly WaitingRow[] = [];
  let listed = true;
  let told: PageState | null = null;
  let open: ConversationRef | null = null;
  let former = '';
  /** The box that rows were last read in. */
  let filled: Element | null = null;
  let view: View | null = null;
  let queue: Sighting[] = [];

  const flush = () => {
    if (signal.aborted || queue.length === 0) return;
    const batch = queue.slice(0, SLICE);
    queue = queue.slice(SLICE);
    if (queue.length > 0) setTimeout(flush);
    report(batch);
  };
  const tell = (sightings: readonly Sighting[]) => {
    const idle = queue.length === 0;
    queue.push(...sightings);
    if (idle) flush();
  };
  const memoryOf = (key: string): Memory => {
    const known = memories.get(key) ?? new Memory();
    memories.delete(key);
    memories.set(key, known);
    const [oldest] = memories.keys();
    if (oldest !== undefined && memories.size > CONVERSATIONS) memories.delete(oldest);
    return known;
  };

  /** The rows of the page, each read once until something in it changes; null while more are to be read. */
  const readRows = ({ box, rowCss, rowNodes, names: between }: Frame): readonly NodeReading[] | null => {
    if (!box) return [];
    // Who wrote a row may be told by a name alone, so that another buyer's name makes it another reading.
    const naming = adapter.row.sender ? JSON.stringify(between) : '';
    if (naming !== names) readings = new WeakMap();
    names = naming;
    let left = SLICE;
    for (const node of rowNodes) {
      if (readings.has(node)) continue;
      if (left === 0) return null;
      const reading = readRow(adapter, node, box, rowCss, now(), between);
      readings.set(node, reading && { ...reading, node });
      left -= 1;
    }
    return rowNodes.map((node) => readings.get(node)).filter((reading) => !!reading);
  };

  const seeContacts = () => {
    listed = false;
    contacts = readContacts(adapter, page, now());
    const next = waitingRows(contacts);
    if (sameWaits(waiting, next)) return;
    waiting = next;
    tell([{ kind: 'waiting', rows: next }]);
  };

  /** Whether a row is still the former conversation's, under the new one's name. */
  const stale = (row: SeenRow, key = ''): boolean => {
    const before = open && open.key !== key ? open.key : former;
    return row.conversation === null && before !== key && !!memories.get(before)?.knows(row);
  };

  /** What speaks against these rows being this conversation's, or null. */
  const doubtOf = ({ keys: [key], keys, agreed }: Frame, rows: readonly SeenRow[]): string | null => {
    if (!agreed) return `keys ${keys}`;
    if (rows.some((row) => stale(row, key))) return `stale ${key}`;
    const known = memories.get(key ?? '');
    if (!known || known.empty || rows.length === 0) return null;
    // Hardly anything of what we know of it: the rows may have changed before the name.
    const strange = rows.filter((row) => row.conversation === null && !known.resembles(row));
    return strange.length * 2 > rows.length ? 'strange' : null;
  };

  const seeMessages = (box: Element, rows: readonly SeenRow[], conversation: ConversationRef) => {
    if (!view || view.box !== box) view = { box, since: now(), filledAt: null, present: [] };
    const ownerOf = (row: SeenRow) => row.conversation ?? conversation.key;
    for (const key of new Set([conversation.key, ...rows.map(ownerOf)])) {
      const mine = key === conversation.key;
      const named = contacts.find((row) => row.conversation.key === key)?.conversation;
      const whose = mine ? conversation : (named ?? { key, buyer: null });
      const theirs = rows.filter((row) => ownerOf(row) === key && !(mine && stale(row, key)));
      const { findings, wake } = memoryOf(key).look(theirs, mine ? view : { ...view, filledAt: null }, now());
      if (wake !== null) watching.wake(wake);
      tell(findings.map((finding) => sightingOf(finding, whose)));
    }
  };

  const look = (changes: Changes): void => {
    for (const row of changes.rows) readings.delete(row);
    listed ||= changes.contacts;
    const whole = !frame || changes.outside || changes.contacts || !isThere(frame.box);
    // What stands around the messages is read anew only if something there changed; a notice is sought farthest.
    if (whole) frame = readFrame(adapter, page, changes.outside ? undefined : frame?.notice);
    else if (frame && changes.messages) frame = withRows(adapter, page, frame);
    if (!frame) return;
    if (whole) watching.focus(frame.box, frame.rowCss);
    const read = readRows(frame);
    if (!read) {
      watching.wake(0);
      return;
    }
    const rows = datesOf(adapter, read, now());
    const seen = stateOf(frame, rows, frame.box !== null && frame.box === filled);
    if (rows.length > 0) filled = frame.box;
    const { state, steady, wake } = steadied(seen, doubtOf(frame, rows), performance.now());
    if (wake !== null) watching.wake(wake);
    if (seen.kind !== 'ready') view = null;

    const ready = steady && state.kind === 'ready' ? state.conversation : null;
    if (ready) settle(page, frame);
    const next = ready ?? (state.kind === 'no-conversation' ? null : open);
    const before = open;
    open = next;
    if (before && before.key !== next?.key) {
      tell([{ kind: 'closed', conversation: before }]);
      former = before.key;
      view = null;
    }
    if (JSON.stringify(state) !== JSON.stringify(told)) tell([{ kind: 'state', state }]);
    told = state;
    if (next && before?.key !== next.key) tell([{ kind: 'opened', conversation: next }]);
    if (ready && frame.box) seeMessages(frame.box, rows, ready);
    if (listed && (state.kind === 'ready' || state.kind === 'no-conversation')) seeContacts();
  };

  followComposition(page, { signal });
  const watching = observe(adapter, page, look, { signal });
}

const isThere = (box: Element | null): boolean => !!box && get(box, 'isConnected');

function sightingOf(finding: Finding, conversation: ConversationRef): Sighting {
  if (finding.kind === 'recalled') return { ...finding, conversation };
  const { by, content, text, sentAt: shown, carried } = finding.row;
  const { key, seen } = finding;
  // We saw it come: that is nearer than the time of some message above.
  const sentAt = seen === 'live' && carried ? UNDATED : shown;
  return {
    kind: 'message',
    conversation,
    message: { kind: 'message-seen', key, by, content, text, seen, sentAt },
  };
}

/** Relative times wobble by their last digit: a wait is another one only if its beginning really moved. */
function sameWaits(one: readonly WaitingRow[], other: readonly WaitingRow[]): boolean {
  const startOf = ({ rowTime }: WaitingRow) => (rowTime.precision === 'none' ? 0 : rowTime.at);
  return (
    one.length === other.length &&
    one.every((row, index) => {
      const next = other[index];
      return (
        next !== undefined &&
        row.conversation.key === next.conversation.key &&
        row.unread === next.unread &&
        Math.abs(startOf(row) - startOf(next)) <= SAME_WAIT
      );
    })
  );
}
