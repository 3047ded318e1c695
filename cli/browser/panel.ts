/** An element inside our closed shadow root as a test sees it. The box is in CSS pixels of the viewport. */
export interface Seen {
  readonly tag: string;
  readonly text: string;
  readonly value: string | null;
  readonly attributes: Readonly<Record<string, string>>;
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** Has a size, and neither it nor an ancestor is hidden. */
  readonly visible: boolean;
  readonly focused: boolean;
}

/** What differs between browsers. */
export interface PanelDoor {
  /**
   * Calls `source`, the text of a function `(root, argument) => JSON value`, with our closed shadow root;
   * null if the page has none.
   */
  run(source: string, argument: unknown): Promise<unknown>;
  click(x: number, y: number): Promise<void>;
}

export interface Panel {
  /** Whether the page carries our element. */
  present(): Promise<boolean>;
  /** The panel's text as a person reads it. */
  text(): Promise<string>;
  html(): Promise<string>;
  query(selector: string): Promise<Seen | null>;
  queryAll(selector: string): Promise<readonly Seen[]>;
  /** A real click in the element's middle; throws if it is missing or something covers it. */
  click(selector: string): Promise<void>;
  /** Waits for a visible element, or for a text that pleases; throws with the panel's text after `timeout` ms. */
  waitFor(wanted: string | ((text: string) => boolean), options?: { timeout?: number }): Promise<void>;
  /** Calls the text of a function `(root, argument) => JSON value` in the content script's world. */
  run(source: string, argument?: unknown): Promise<unknown>;
}

// Function texts rather than functions: what compiles this file may add its own helpers to a function's text.
const TEXT = `(root) => [...root.children].filter((one) => !/^(style|link|script)$/i.test(one.localName))
  .map((one) => one.innerText ?? '').join('\\n')`;
const HTML = '(root) => [...root.children].map((one) => one.outerHTML).join("")';
const QUERY = `(root, selector) => [...root.querySelectorAll(selector)].map((one) => {
  const { x, y, width, height } = one.getBoundingClientRect();
  return {
    tag: one.localName,
    text: one.innerText ?? one.textContent ?? '',
    value: typeof one.value === 'string' ? one.value : null,
    attributes: Object.fromEntries([...one.attributes].map(({ name, value }) => [name, value])),
    box: { x, y, width, height },
    visible: width > 0 && height > 0 && one.checkVisibility({ opacityProperty: true, visibilityProperty: true }),
    focused: root.activeElement === one,
  };
})`;
const AIM = `(root, selector) => {
  const one = root.querySelector(selector);
  if (!one) return { missing: true };
  one.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { x, y, width, height } = one.getBoundingClientRect();
  const at = { x: x + width / 2, y: y + height / 2 };
  const top = root.elementFromPoint(at.x, at.y);
  const covered = !(top && (one === top || one.contains(top)));
  return { ...at, by: covered ? (top?.outerHTML.slice(0, 120) ?? 'nothing of ours') : null };
}`;

type Aim = { missing: true } | { missing?: never; x: number; y: number; by: string | null };

/** The panel of a page, reached through its browser's own door into closed shadow roots. */
export function panelBehind(door: PanelDoor): Panel {
  const queryAll = async (selector: string) => ((await door.run(QUERY, selector)) ?? []) as Seen[];
  const text = async () => ((await door.run(TEXT, null)) ?? '') as string;
  const pleases = async (wanted: string | ((text: string) => boolean)) =>
    typeof wanted === 'string' ? (await queryAll(wanted)).some((one) => one.visible) : wanted(await text());

  return {
    present: async () => (await door.run('() => true', null)) === true,
    text,
    html: async () => ((await door.run(HTML, null)) ?? '') as string,
    query: async (selector) => (await queryAll(selector))[0] ?? null,
    queryAll,
    async click(selector) {
      const aim = (await door.run(AIM, selector)) as Aim | null;
      if (!aim || aim.missing) throw new Error(`the panel has no ${selector}`);
      if (aim.by !== null) throw new Error(`${selector} is covered by ${aim.by}`);
      await door.click(aim.x, aim.y);
    },
    async waitFor(wanted, { timeout = 30_000 } = {}) {
      const end = Date.now() + timeout;
      while (!(await pleases(wanted))) {
        if (Date.now() > end) throw new Error(`waited for ${wanted}; the panel says: ${await text()}`);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    run: (source, argument = null) => door.run(source, argument),
  };
}
