/** A conversation that was silent for so long is over; it may begin anew. */
const OVER_AFTER_MS = 10 * 60_000;

/**
 * The most conversations under way at one moment: each from its first message to the last before ten minutes of
 * silence. One that has a single message lasts that moment.
 */
export function peakOf(messages: readonly { readonly conversation: string; readonly at: number }[]): number {
  const edges: { at: number; by: 1 | -1 }[] = [];
  const open = new Map<string, { from: number; to: number }>();
  const close = ({ from, to }: { from: number; to: number }) =>
    edges.push({ at: from, by: 1 }, { at: to, by: -1 });
  for (const { conversation, at } of [...messages].sort((a, b) => a.at - b.at)) {
    const before = open.get(conversation);
    if (before && at - before.to <= OVER_AFTER_MS) before.to = at;
    else {
      if (before) close(before);
      open.set(conversation, { from: at, to: at });
    }
  }
  for (const span of open.values()) close(span);
  // Beginnings before ends: two that meet in one moment are both under way in it.
  edges.sort((a, b) => a.at - b.at || b.by - a.by);
  let now = 0;
  let most = 0;
  for (const { by } of edges) {
    now += by;
    most = Math.max(most, now);
  }
  return most;
}
