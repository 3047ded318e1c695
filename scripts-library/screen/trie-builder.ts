import { ALIAS, ALIAS_ROOT, packMeaning } from './meaning.ts';
import { packNumbers } from './rice.ts';
import type { PackedTrie } from './trie.ts';

interface Node {
  readonly next: Map<number, Node>;
  readonly ends: Set<number>;
}

const node = (): Node => ({ next: new Map(), ends: new Set() });

/** Collects phrases and packs them for the scanner, equal endings shared: alternatives multiply phrases, not nodes. */
export class TrieBuilder {
  readonly #root = node();

  /** Adds a folded phrase with its packed meaning. */
  add(text: string, meaning: number): void {
    this.#reach(this.#root, text).ends.add(meaning);
  }

  /** Adds a folded form that stands for the word at `index`. */
  addAlias(text: string, index: number, weak: boolean): void {
    const root = this.#reach(this.#root, String.fromCharCode(ALIAS_ROOT));
    this.#reach(root, text).ends.add(packMeaning({ role: ALIAS, index, group: 0, reversed: false, weak }));
  }

  #reach(from: Node, text: string): Node {
    let at = from;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      let next = at.next.get(code);
      if (next === undefined) {
        next = node();
        at.next.set(code, next);
      }
      at = next;
    }
    return at;
  }

  /** Packs it, the edges of each node in the order of what they sound like. */
  pack(sound: Uint16Array): PackedTrie {
    const ids = shareEndings(this.#root);
    const nodes: Node[] = [];
    for (const [one, id] of ids) nodes[id] ??= one;
    const heard = (code: number): number => (sound[code] as number) * 0x10000 + code;
    const codes = [...new Set(nodes.flatMap(({ next }) => [...next.keys()]))].sort(
      (a, b) => heard(a) - heard(b),
    );
    const places = new Map(codes.map((code, place) => [code, place]));
    const labels: number[] = [];
    const targets: number[] = [];
    nodes.forEach(({ next }, id) => {
      let from = 0;
      const edges = Array.from(next, ([code, child]) => [places.get(code) ?? 0, child] as const);
      for (const [place, child] of edges.sort(([a], [b]) => a - b)) {
        labels.push(place - from);
        targets.push(Math.abs((ids.get(child) ?? 0) - id));
        from = place + 1;
      }
    });
    return {
      codes: packNumbers(codes),
      edges: packNumbers(nodes.map(({ next }) => next.size)),
      labels: packNumbers(labels),
      targets: packNumbers(targets),
      ends: packNumbers(nodes.map(({ ends }) => ends.size)),
      meanings: packNumbers(nodes.flatMap(({ ends }) => [...ends])),
    };
  }
}

/** Numbers the nodes so that those from which the same may follow have one number; the root's is 0. */
function shareEndings(root: Node): Map<Node, number> {
  const ids = new Map<Node, number>([[root, 0]]);
  const known = new Map<string, number>();
  const visit = (one: Node): number => {
    let key = `${[...one.ends].sort((a, b) => a - b).join()};`;
    for (const [code, child] of [...one.next].sort(([a], [b]) => a - b)) key += `${code}>${visit(child)},`;
    if (one === root) return 0;
    let id = known.get(key);
    if (id === undefined) {
      id = known.size + 1;
      known.set(key, id);
    }
    ids.set(one, id);
    return id;
  };
  visit(root);
  return ids;
}
