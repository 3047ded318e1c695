import { unpack16, unpack32 } from './base64.ts';

/** All phrases as an acyclic automaton, as it travels: edges in the order of the nodes that they leave. */
export interface PackedTrie {
  /** For each node, how many edges leave it (u16). */
  readonly counts: string;
  /** For each edge, the folded code that takes it (u16) and the node that it reaches (u32). */
  readonly labels: string;
  readonly targets: string;
  /** Pairs of a node and the meaning of a phrase that ends there (u32), ordered by node. */
  readonly ends: string;
}

/** The automaton made ready for walking. */
export interface Trie {
  /** The node that `symbol` leads to from `node`, or 0. */
  step(node: number, symbol: number): number;
  /** What ends at a node: meanings in `ends` from first(node) to first(node + 1). */
  first(node: number): number;
  readonly ends: Uint32Array;
  /** How many more characters the longest phrase has after a node. */
  reach(node: number): number;
}

/** Unpacks it into an open-addressed table of (node, symbol): one probe for nearly every step. */
export function loadTrie(packed: PackedTrie): Trie {
  const counts = unpack16(packed.counts);
  const labels = unpack16(packed.labels);
  const targets = unpack32(packed.targets);
  const pairs = unpack32(packed.ends);
  let bits = 4;
  while (1 << bits < labels.length * 2) bits++;
  const mask = (1 << bits) - 1;
  const from = new Uint32Array(mask + 1);
  const label = new Uint16Array(mask + 1);
  const to = new Uint32Array(mask + 1);
  const slot = (node: number, symbol: number): number =>
    (Math.imul(node, 0x9e3779b1) ^ Math.imul(symbol, 0x85ebca6b)) >>> (32 - bits);
  const reach = new Uint8Array(counts.length);
  let edge = 0;
  // Nodes come after those that they lead to, but for the root, whose reach nobody asks.
  counts.forEach((count, node) => {
    for (const last = edge + count; edge < last; edge++) {
      reach[node] = Math.max(reach[node] ?? 0, 1 + (reach[targets[edge] ?? 0] ?? 0));
      const symbol = labels[edge] ?? 0;
      let at = slot(node, symbol);
      while (to[at] !== 0) at = (at + 1) & mask;
      from[at] = node;
      label[at] = symbol;
      to[at] = targets[edge] ?? 0;
    }
  });
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < pairs.length; i += 2) {
    const next = (pairs[i] ?? 0) + 1;
    starts[next] = (starts[next] ?? 0) + 1;
  }
  for (let node = 1; node < starts.length; node++)
    starts[node] = (starts[node] ?? 0) + (starts[node - 1] ?? 0);
  return {
    step(node, symbol) {
      for (let at = slot(node, symbol); ; at = (at + 1) & mask) {
        const found = to[at] as number;
        if (found === 0 || (from[at] === node && label[at] === symbol)) return found;
      }
    },
    first: (node) => starts[node] ?? 0,
    ends: pairs.filter((_, i) => i % 2 === 1),
    reach: (node) => (node === 0 ? 99 : (reach[node] ?? 0)),
  };
}

/** Reads the edges of a packed node: pairs of a code and the node that it leads to. */
export function edgesOf(packed: PackedTrie): (node: number) => [code: number, to: number][] {
  const counts = unpack16(packed.counts);
  const labels = unpack16(packed.labels);
  const targets = unpack32(packed.targets);
  const first = new Uint32Array(counts.length + 1);
  counts.forEach((count, node) => {
    first[node + 1] = (first[node] ?? 0) + count;
  });
  return (node) => {
    const edges: [number, number][] = [];
    for (let at = first[node] ?? 0; at < (first[node + 1] ?? 0); at++)
      edges.push([labels[at] ?? 0, targets[at] ?? 0]);
    return edges;
  };
}
