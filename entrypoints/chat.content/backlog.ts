/** What is stored within this time was never worth a word. */
const PATIENCE_MS = 3_000;

/**
 * Tells of facts that wait to be saved, but only once they have waited: `show` gets their number while the
 * background does not take them, and null when it has. For the outbox's `onCount`.
 */
export function createBacklog(
  show: (unsaved: number | null) => void,
  signal: AbortSignal,
): (unsaved: number) => void {
  let count = 0;
  let shown = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener('abort', () => clearTimeout(timer));
  return (unsaved) => {
    count = unsaved;
    if (unsaved === 0) {
      clearTimeout(timer);
      timer = undefined;
      if (shown) show(null);
      shown = false;
      return;
    }
    if (shown) show(unsaved);
    timer ??= setTimeout(() => {
      shown = true;
      show(count);
    }, PATIENCE_MS);
  };
}
