import { unpackNumbers } from './rice.ts';
import type { Slices } from './slices.ts';

/** All phrases as an acyclic automaton, as it travels: edges in the order of the nodes that they leave. */
export interface PackedTrie {
  /** The folded codes that take an edge, in the order of sound and code. */
  readonly codes: string;
  /** For each node, how many edges leave it. */
  readonly edges: string;
  /** For each edge, how many codes lie between the one that takes it and the one of the edge before it. */
  readonly labels: string;
  /** For each edge, how far from its node it leads: back, or on from the root. */
  readonly targets: string;
  /** For each node, how many meanings the phrases have that end there. */
  readonly ends: string;
  readonly meanings: string;
}

/** The automaton made ready for walking. Node 0 is the root; nothing leads there. */
export interface Trie {
  /** Edges leave a node from `edges[node]` to `edges[node + 1]`; those that sound alike stand together. */
  readonly edges: Uint32Array;
  readonly labels: Uint16Array;
  /** The class of what a code sounds like. */
  readonly sound: Uint16Array;
  readonly targets: Uint32Array;
  /** What ends at a node: `meanings` from `ends[node]` to `ends[node + 1]`. */
  readonly ends: Uint32Array;
  readonly meanings: Uint32Array;
  /** How many more characters the longest phrase has after a node; the root's is not known and high. */
  readonly reach: Uint8Array;
}

/** A folded form that stands for a word. */
export interface Alias {
  readonly form: string;
  readonly word: string;
}

const UNKNOWN = 99;
/** Nodes to a slice of unpacking. */
const SLICE = 1 << 13;

/** Unpacks it. `sound` gives every code the class of what sounds like it. */
export function* loadTrie(packed: PackedTrie, sound: Uint16Array): Slices<Trie> {
  const codes = yield* unpackNumbers(packed.codes);
  const counts = yield* unpackNumbers(packed.edges);
  const gaps = yield* unpackNumbers(packed.labels);
  const targets = yield* unpackNumbers(packed.targets);
  const ending = yield* unpackNumbers(packed.ends);
  const meanings = yield* unpackNumbers(packed.meanings);
  const labels = new Uint16Array(gaps.length);
  const edges = new Uint32Array(counts.length + 1);
  const ends = new Uint32Array(counts.length + 1);
  const reach = new Uint8Array(counts.length);
  let edge = 0;
  // Nodes come after those that they lead to, but for the root.
  for (let node = 0; node < counts.length; node++) {
    let far = 0;
    let place = 0;
    for (const last = edge + (counts[node] as number); edge < last; edge++, place++) {
      place += gaps[edge] as number;
      labels[edge] = codes[place] as number;
      const target = Math.abs(node - (targets[edge] as number));
      targets[edge] = target;
      far = Math.max(far, 1 + (reach[target] as number));
    }
    reach[node] = node === 0 ? UNKNOWN : far;
    edges[node + 1] = edge;
    ends[node + 1] = (ends[node] as number) + (ending[node] as number);
    if (node % SLICE === 0) yield;
  }
  return {
    edges,
    labels,
    sound,
    targets,
    ends,
    meanings,
    reach,
  };
}

/** The first edge of `node` whose sound is not below `heard`; maybe the next node's first. */
export function edgeFrom({ edges, labels, sound }: Trie, node: number, heard: number): number {
  let low = edges[node] as number;
  let high = edges[node + 1] as number;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sound[labels[middle] as number] as number) < heard) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether `edge` leaves `node` and sounds so. */
export const sounds = ({ edges, labels, sound }: Trie, node: number, edge: number, heard: number): boolean =>
  edge < (edges[node + 1] as number) && sound[labels[edge] as number] === heard;

/** Whether a phrase ends at a node. */
export const endsAt = ({ ends }: Trie, node: number): boolean => ends[node] !== ends[node + 1];

/** The edges that leave a node. */
export function* edgesOf(
  { edges, labels, targets }: Trie,
  node: number,
): Generator<[label: number, to: number]> {
  for (let edge = edges[node] ?? 0; edge < (edges[node + 1] ?? 0); edge++)
    yield [labels[edge] ?? 0, targets[edge] ?? 0];
}
