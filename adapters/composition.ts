/** A person may think over a candidate; nobody waits longer than this for a click to take effect. */
const PATIENCE = 3_000;

interface Composition {
  open: boolean;
  waiting: (() => void)[];
}

const followed = new WeakMap<Document, Composition>();

/** Follows the input method in this page until the signal says stop, for {@link compositionEnds}. */
export function followComposition(page: Document, { signal }: { signal: AbortSignal }): void {
  const composition: Composition = { open: false, waiting: [] };
  followed.set(page, composition);
  const follow = ({ isTrusted, type }: Event) => {
    const open = type !== 'compositionend';
    // Chromium 156 fires a real compositionend untrusted; a forged one costs no more than an early insert.
    if (open && !isTrusted) return;
    composition.open = open;
    // The editor hears of the end after us: let it take the text first.
    if (!open) setTimeout(() => composition.waiting.splice(0).map((resume) => resume()));
  };
  for (const type of ['compositionstart', 'compositionend'])
    (page.defaultView ?? page).addEventListener(type, follow, { capture: true, signal });
  signal.addEventListener('abort', () => followed.delete(page));
}

/**
 * Resolves true once no composition is open, false if one stays open too long. Text that is inserted in the middle
 * of a composition gets reordered or leaves raw pinyin.
 */
export async function compositionEnds(page: Document): Promise<boolean> {
  const composition = followed.get(page);
  if (!composition?.open) return true;
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), PATIENCE);
    composition.waiting.push(() => {
      clearTimeout(timer);
      resolve(true);
    });
  });
}
