import { chainLink, chainStart, hexOf } from './chain.ts';
import { anchorCode, anchorEntry, hexBytes } from './checkpoint.ts';
import { MARK_BYTES } from './pack.ts';

/** What a log file says of its place in the chain. Entries are numbered from 1; all values are hex. */
export interface ChainClaim {
  readonly log: string;
  /** Last value of the log that this one follows, if that one was lost or emptied. */
  readonly after: string | null;
  /** Number of the first entry, and the chain's value before it. */
  readonly first: number;
  readonly before: string;
  /** Public key of the device that signs, or null if nothing is signed. */
  readonly device: string | null;
}

/** What was found while a file was read. */
export interface Proof extends ChainClaim {
  /** Number of the last entry; `first - 1` if there are none. */
  readonly last: number;
  readonly head: string;
  /** The first entry that does not fit the chain, or null. */
  readonly broken: number | null;
  /** The chain's value after the entries that were asked for and are in the file, and after each checkpoint. */
  readonly values: ReadonlyMap<number, string>;
}

/** A value that somebody else remembers: from an earlier file, or as a code that was posted. */
export type Anchor = { readonly n: number; readonly head: string } | { readonly code: string };

/**
 * What may be said of a log, in this order of gravity. `broken`: an entry does not fit what was hashed and signed.
 * `forked`: the log differs from, or ends before, what was known of it. `unsigned`: nobody vouches for it.
 * `verified`: all fits; up to `anchored` (0 for none) it is what somebody else has held before, and after that a person
 * with tools for developers on the machine could still have rewritten it before the export.
 */
export type Verdict =
  | { readonly kind: 'broken'; readonly at: number }
  | { readonly kind: 'forked'; readonly at: number }
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'verified'; readonly anchored: number; readonly to: number };

/** Hashes a file's entries one after another and says where they leave the chain. */
export class ChainWalk {
  readonly #claim: ChainClaim;
  readonly #wanted: Set<number>;
  readonly #values = new Map<number, string>();
  #hash: Uint8Array;
  #n: number;
  #broken: number | null = null;

  constructor(claim: ChainClaim, wanted: Iterable<number>) {
    this.#claim = claim;
    this.#wanted = new Set(wanted);
    this.#hash = hexBytes(claim.before);
    this.#n = claim.first - 1;
    const start = hexOf(chainStart(claim.log, claim.after === null ? null : hexBytes(claim.after)));
    if (claim.first === 1 && claim.before !== start) this.#broken = 1;
    if (this.#wanted.has(this.#n)) this.#values.set(this.#n, claim.before);
  }

  get n(): number {
    return this.#n;
  }

  get head(): string {
    return hexOf(this.#hash);
  }

  /** Adds a segment's entries. `marks` are the first bytes of the chain as they were when it was sealed. */
  add(texts: readonly string[], marks: Uint8Array): void {
    texts.forEach((text, at) => {
      this.#hash = chainLink(this.#hash, text);
      this.#n += 1;
      if (this.#broken === null)
        for (let byte = 0; byte < MARK_BYTES; byte++)
          if (marks[at * MARK_BYTES + byte] !== this.#hash[byte]) this.#broken = this.#n;
      if (this.#wanted.has(this.#n)) this.#values.set(this.#n, hexOf(this.#hash));
    });
  }

  /** Notes that something else speaks against an entry: a commitment, a checkpoint. */
  breakAt(n: number): void {
    this.#broken = Math.min(this.#broken ?? n, n);
  }

  /** Asks for the value after an entry that is still to come. */
  want(n: number): void {
    this.#wanted.add(n);
  }

  valueAt(n: number): string | undefined {
    return this.#values.get(n);
  }

  done(): Proof {
    return { ...this.#claim, last: this.#n, head: this.head, broken: this.#broken, values: this.#values };
  }
}

/** The entry that an anchor speaks of; 0 for a code that is none. */
export const entryOfAnchor = (anchor: Anchor): number =>
  'code' in anchor ? (anchorEntry(anchor.code) ?? 0) : anchor.n;

/** Judges a file by what others remember of the same log. `whole` says whether the file claims to reach the log's end. */
export function verdictOf(proof: Proof, anchors: readonly Anchor[], { whole }: { whole: boolean }): Verdict {
  if (proof.broken !== null) return { kind: 'broken', at: proof.broken };
  let anchored = 0;
  for (const anchor of anchors) {
    const n = entryOfAnchor(anchor);
    // Beyond the end of a file that claims to be all: what was known is missing.
    if (n > proof.last && whole) return { kind: 'forked', at: proof.last + 1 };
    const head = proof.values.get(n);
    if (head === undefined) continue;
    const fits =
      'code' in anchor
        ? anchorCode({ log: proof.log, n, head }) === anchor.code.trim().toUpperCase()
        : head === anchor.head;
    if (!fits) return { kind: 'forked', at: Math.max(n, 1) };
    anchored = Math.max(anchored, n);
  }
  if (proof.device === null) return { kind: 'unsigned' };
  return { kind: 'verified', anchored, to: proof.last };
}
