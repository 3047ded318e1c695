/** Writing is refused until the page or the browser was restarted: a newer version has taken the database over. */
export class ReadOnlyError extends Error {
  override readonly name = 'ReadOnlyError';
}

/**
 * Whether a failed write means that there is no room. Dexie rejects the transaction with `AbortError` and the
 * quota error inside (measured on 4.4.7: DESIGN.md §8), browsers nest it further, so this looks all the way down.
 */
export function isQuota(error: unknown): boolean {
  let at: unknown = error;
  for (let depth = 0; depth < 8 && typeof at === 'object' && at !== null; depth++) {
    const { name, inner, cause } = at as { name?: unknown; inner?: unknown; cause?: unknown };
    if (name === 'QuotaExceededError') return true;
    at = inner ?? cause;
  }
  return false;
}
