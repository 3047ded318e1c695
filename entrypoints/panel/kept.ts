const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * `next`, with every part that equals the part of `before` in its place being that very part; `before` itself if all
 * of them do. For plain values, as views are: what draws them can tell by identity what changed.
 */
export function kept<T>(before: unknown, next: T): T;
export function kept(before: unknown, next: unknown): unknown {
  if (Object.is(before, next)) return before;
  if (!isPlain(before) || !isPlain(next) || Array.isArray(before) !== Array.isArray(next)) return next;
  const parts = Object.entries(next).map(([name, part]) => [name, kept(before[name], part)] as const);
  const same =
    parts.length === Object.keys(before).length &&
    parts.every(([name, part]) => name in before && Object.is(part, before[name]));
  if (same) return before;
  return Array.isArray(next) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}
