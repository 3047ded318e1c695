// A virtual list: only the entries near the viewport have a node, and nodes are used again for other entries.

/** The entries that a viewport shows, each with its place and the node (`slot`) that it borrows. */
export function windowOf(entries, scrollTop, viewport, spare = 2) {
  let top = 0;
  const placed = entries.map((entry, index) => {
    const one = { entry, index, top };
    top += entry.height;
    return one;
  });
  const shown = placed.filter(
    (one) => one.top + one.entry.height > scrollTop && one.top < scrollTop + viewport,
  );
  const first = Math.max(0, (shown[0]?.index ?? 0) - spare);
  const last = Math.min(placed.length, (shown.at(-1)?.index ?? -1) + 1 + spare);
  const pool = Math.max(1, last - first);
  return { height: top, rows: placed.slice(first, last).map((one) => ({ ...one, slot: one.index % pool })) };
}
