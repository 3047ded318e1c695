import { canonical } from '../../core/canonical.ts';
import type { ChatEvent } from '../../core/event.ts';
import { chainLink, chainStart, HASH_BYTES, hexOf } from '../../core/evidence/chain.ts';
import { linesOf } from '../../core/evidence/encode.ts';
import { pack } from '../../core/evidence/pack.ts';
import {
  classOf,
  commitment,
  entryOf,
  keyName,
  privateOf,
  type Values,
} from '../../core/evidence/private.ts';
import type { ChainClaim } from '../../core/evidence/verify.ts';

/** A segment on its way into a file, with the values that go with it. */
export interface Piece {
  readonly n: number;
  readonly count: number;
  readonly bytes: Uint8Array;
  /** The chain's value after it, hex. */
  readonly head: string;
  /** Events of it that the file speaks of. */
  readonly events: number;
  readonly values: readonly (readonly [n: number, values: Values])[];
  /** Conversation, class and key (hex) of values that can be checked. */
  readonly keys: readonly (readonly [string, string, string])[];
}

/** A log of its own for events that come from no log: named after where they come from. */
export function claimFor(name: string): ChainClaim {
  const log = hexOf(chainStart(name, null)).slice(0, 32);
  return { log, after: null, first: 1, before: hexOf(chainStart(log, null)), device: null };
}

const SEGMENT = 1_000;
/** A packed event is seldom larger than this, so that a segment stays below its limit. */
const SEGMENT_TEXT = 2 * 1024 * 1024;

/** Events as pieces of a file, for whoever has events and no database. */
export async function* piecesOf(
  claim: ChainClaim,
  batches: AsyncIterable<readonly ChatEvent[]>,
): AsyncGenerator<Piece> {
  const keys = new Map<string, Uint8Array>();
  let state = { n: claim.first, hash: chainStart(claim.log, null) };
  for await (const batch of batches)
    for (const group of groupsOf(batch)) {
      const { piece, hash } = await pieceOf(claim.log, group, state, keys);
      state = { n: state.n + piece.count, hash };
      yield piece;
    }
}

function* groupsOf(batch: readonly ChatEvent[]): Generator<readonly ChatEvent[]> {
  let from = 0;
  let size = 0;
  for (let at = 0; at < batch.length; at++) {
    size += JSON.stringify(batch[at]).length;
    if (at + 1 - from < SEGMENT && size < SEGMENT_TEXT) continue;
    yield batch.slice(from, at + 1);
    from = at + 1;
    size = 0;
  }
  if (from < batch.length) yield batch.slice(from);
}

async function pieceOf(
  log: string,
  events: readonly ChatEvent[],
  { n, hash: before }: { n: number; hash: Uint8Array },
  keys: Map<string, Uint8Array>,
): Promise<{ piece: Piece; hash: Uint8Array }> {
  let hash = before;
  const texts: string[] = [];
  const chain = new Uint8Array(events.length * HASH_BYTES);
  const values: [number, Values][] = [];
  const used = new Map<string, [string, string, string]>();
  events.forEach((event, at) => {
    const held = privateOf(event);
    const sealed = Object.fromEntries(
      Object.entries(held ?? {}).map(([field, value]) => {
        const name = keyName(event, classOf(event.kind, field) ?? 'text');
        // Nobody keeps these events' secrets, and the same events give the same file.
        const key = keys.get(name.join(' ')) ?? chainStart(`${log} ${name.join(' ')}`, null);
        keys.set(name.join(' '), key);
        used.set(name.join(' '), [...name, hexOf(key)]);
        return [field, commitment(key, event.id, field, value)];
      }),
    );
    const text = canonical(entryOf(event, held ? sealed : null));
    hash = chainLink(hash, text);
    texts.push(text);
    chain.set(hash, at * HASH_BYTES);
    if (held) values.push([n + at, held]);
  });
  const piece = {
    n,
    count: events.length,
    bytes: await pack(linesOf(texts), chain),
    head: hexOf(hash),
    events: events.length,
    values,
    keys: [...used.values()],
  };
  return { piece, hash };
}
