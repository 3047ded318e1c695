import type { Adapter } from '../../adapters/define.ts';
import { detect, isSure } from '../../adapters/detect.ts';
import { readPage } from '../../adapters/read.ts';

/** Detection inside a page, for `detect.e2e.ts`: what it found against what the page says is right. */
export interface Verdict {
  readonly found: boolean;
  readonly composer: boolean;
  readonly list: boolean;
  readonly direction: boolean;
  readonly send: boolean;
  /** What the proposed adapter, as JSON, reads. */
  readonly reads: boolean;
  /** Whether the agent would be asked about it. */
  readonly sureEnough: boolean;
  readonly sure: unknown;
  readonly adapter: unknown;
  readonly told: readonly string[];
  /** The rows found, each with whose it is. */
  readonly rows: readonly string[];
  readonly ms: number;
}

interface Truth {
  readonly messages: readonly { readonly by: 'own' | 'other'; readonly text: string }[];
  readonly composer: () => Element | null;
  readonly send: () => Element | null;
  readonly anyOrder?: boolean;
  /** Words of cards and notices between the messages, which a reader that knows nothing of them may take for some. */
  readonly may?: readonly string[];
}

declare global {
  interface Window {
    truth?: Truth;
    judge(): Verdict;
  }
}

/** A page that is none: whatever is found there is wrong. */
const NO_CHAT: Truth = { messages: [], composer: () => null, send: () => null };

const bare = (text: string) => text.replace(/\s+/g, '');

window.judge = () => {
  const { messages, composer, send, anyOrder, may = [] } = window.truth ?? NO_CHAT;
  const started = performance.now();
  const found = detect(document);
  const ms = performance.now() - started;
  if (!found)
    return {
      found: false,
      composer: false,
      list: false,
      direction: false,
      send: false,
      reads: false,
      sureEnough: false,
      sure: null,
      adapter: null,
      told: [],
      rows: [],
      ms,
    };
  const { shown, adapter, sure } = found;
  const texts = messages.map(({ text }) => bare(text));
  const rowTexts = shown.rows.map(({ element }) => bare((element as HTMLElement).innerText ?? ''));
  const shortest = (text: string) =>
    rowTexts.reduce(
      (best, row, index) =>
        row.includes(text) && row.length < (rowTexts[best]?.length ?? Infinity) ? index : best,
      -1,
    );
  const ordered = anyOrder ? texts.map(shortest) : null;
  const find = (text: string, from: number) =>
    rowTexts.findIndex((row, at) => at >= from && row.includes(text));
  let at = -1;
  const places = ordered ?? texts.map((text) => (at = find(text, at + 1)));
  const list =
    places.every((place) => place >= 0) &&
    new Set(places).size === texts.length &&
    shown.rows.length <= texts.length + may.length + 3;
  const direction = places.every((place, index) => shown.rows[place]?.whose === messages[index]?.by);
  const right = composer();
  const button = send();
  const copy: Adapter = JSON.parse(JSON.stringify(adapter));
  let reads: string[] = [];
  try {
    const { rows } = readPage(copy, shown.box.ownerDocument, Date.now());
    reads = rows
      .filter(({ by }) => by === 'buyer' || by === 'agent')
      .filter(({ text }) => !may.some((one) => (one ? bare(text).includes(bare(one)) : !bare(text))))
      .map(({ by, text }) => `${by === 'agent' ? 'own' : 'other'} ${bare(text)}`);
  } catch (error) {
    reads = [String(error)];
  }
  const want = messages.map(({ by, text }) => `${by} ${bare(text)}`);
  const same = (one: readonly string[], other: readonly string[]) =>
    JSON.stringify(one) === JSON.stringify(other);
  // Newest first is read oldest first; what is only placed out of order is not put in order.
  const free = anyOrder && !copy.row.newestFirst;
  return {
    found: true,
    composer: !!right && (shown.composer === right || shown.composer.contains(right)),
    list,
    direction: list && direction,
    send: button
      ? !!shown.send &&
        (shown.send.contains(button) ||
          button.contains(shown.send) ||
          button.shadowRoot?.contains(shown.send) === true)
      : shown.send === null,
    reads: free ? same([...reads].sort(), [...want].sort()) : same(reads, want),
    sureEnough: isSure(found),
    sure,
    adapter: {
      messages: copy.messages,
      row: copy.row.at,
      text: copy.row.text,
      origin: copy.row.origin,
      shadow: copy.shadow,
      composer: copy.composer,
      send: copy.send,
      strip: (copy.row as { strip?: string }).strip,
    },
    told: reads,
    rows: shown.rows.map(({ whose }, index) => `${whose} ${rowTexts[index]}`),
    ms,
  };
};
