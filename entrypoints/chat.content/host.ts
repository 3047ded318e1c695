import overlayCss from './overlay.css?inline';

/** How often a page may push us out or hide us before we stop fighting it: five times in five seconds. */
const MOST_RETURNS = 5;
const WITHIN_MS = 5_000;

/** Our only change to the page: one randomly named element under `documentElement`, closed to its scripts. */
export interface Host {
  /** Makes the place where the panel is drawn, under its own stylesheet. */
  mount(css: string): HTMLElement;
  /** Where underlines are drawn; lets every event through. */
  readonly overlay: HTMLElement;
  /** Comes back however often the page has pushed us out or hidden us: somebody must read what the panel says now. */
  show(): void;
}

function randomTag(): string {
  const letters = [...crypto.getRandomValues(new Uint8Array(8))].map((n) =>
    String.fromCharCode(97 + (n % 26)),
  );
  return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** Keys typed into the panel are the panel's: the console's own shortcuts must not hear them. */
const PRIVATE_EVENTS = [
  'keydown',
  'keypress',
  'keyup',
  'input',
  'beforeinput',
  'paste',
  'copy',
  'cut',
  'wheel',
];

const LOOK =
  'all:initial!important;position:fixed!important;inset:0 auto auto 0!important;width:0!important;height:0!important;z-index:2147483647!important';

/** `aside` while one of our own files hides it, out of the page's sight and reach. */
type OwnHost = HTMLElement & { aside?: boolean };

const HOSTS = Symbol.for('counterside.hosts');

/** Our elements on this page, whichever of our files put them there. */
export function ownHosts(): Set<OwnHost> {
  const world = globalThis as { [HOSTS]?: Set<OwnHost> };
  world[HOSTS] ??= new Set();
  return world[HOSTS];
}

/**
 * Firefox ends an old script at an update and lets its element stand, dead. Takes away what has our form and belongs to
 * no file of this life; a page that copies the form loses its copy.
 */
function removeDead(page: Document): void {
  for (const element of page.documentElement.children) {
    const { openOrClosedShadowRoot: root } = element as { openOrClosedShadowRoot?: ShadowRoot | null };
    if (root?.querySelector('style + .underlines') && !ownHosts().has(element as HTMLElement))
      element.remove();
  }
}

/** Mounts the closed shadow root; comes back if the page removes it; leaves when the signal says so. */
export function mountHost(page: Document, { signal }: { signal: AbortSignal }): Host {
  const element: OwnHost = page.createElement(randomTag());
  element.style.cssText = LOOK;
  // As the browser writes it.
  const look = element.style.cssText;
  const root = element.attachShadow({ mode: 'closed' });
  const style = page.createElement('style');
  style.textContent = overlayCss;
  const overlay = page.createElement('div');
  overlay.className = 'underlines';
  overlay.setAttribute('aria-hidden', 'true');
  root.append(style, overlay);
  for (const type of PRIVATE_EVENTS)
    root.addEventListener(type, (event) => event.stopPropagation(), { signal });

  if (import.meta.env.FIREFOX) removeDead(page);
  ownHosts().add(element);
  let returns: number[] = [];
  const isOurs = () =>
    element.isConnected &&
    (element.aside || (element.style.cssText === look && element.getAttributeNames().length === 1));
  /** Stands where it stood, and as it looked. */
  const restore = () => {
    if (!element.isConnected) attach();
    for (const name of element.getAttributeNames()) element.removeAttribute(name);
    element.style.cssText = LOOK;
  };
  const guard = new MutationObserver(() => {
    if (isOurs()) return;
    const now = performance.now();
    returns = [...returns.filter((at) => now - at < WITHIN_MS), now];
    if (returns.length <= MOST_RETURNS) restore();
  });
  const attach = () => {
    page.documentElement.append(element);
    guard.observe(page.documentElement, { childList: true });
  };
  attach();
  guard.observe(element, { attributes: true });
  guard.observe(page, { childList: true });
  signal.addEventListener('abort', () => {
    guard.disconnect();
    element.remove();
    ownHosts().delete(element);
  });
  const mount = (css: string) => {
    const rules = page.createElement('style');
    rules.textContent = css;
    const panel = page.createElement('div');
    root.append(rules, panel);
    return panel;
  };
  const show = () => {
    if (!isOurs()) restore();
  };
  return { overlay, mount, show };
}
