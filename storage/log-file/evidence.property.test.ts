import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ChatEvent } from '../../core/event.ts';
import { chainStart, hexOf } from '../../core/evidence/chain.ts';
import { anchorCode, bytesHex } from '../../core/evidence/checkpoint.ts';
import {
  type Anchor,
  type ChainClaim,
  entryOfAnchor,
  type Verdict,
  verdictOf,
} from '../../core/evidence/verify.ts';
import type { Device } from '../log/device.ts';
import { LogFileError } from './error.ts';
import { LOG_FORMAT } from './header.ts';
import { claimFor, type Piece, piecesOf } from './pieces.ts';
import { readLog } from './read.ts';
import { writeLogFile } from './write.ts';

let device: Device;
beforeAll(async () => {
  const { publicKey, privateKey } = (await crypto.subtle.generateKey('Ed25519', false, [
    'sign',
    'verify',
  ])) as CryptoKeyPair;
  device = {
    device: bytesHex(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))),
    sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', privateKey, bytes)),
  };
});

const LOG = 'ab'.repeat(16);
const claim = (): ChainClaim => ({
  ...claimFor('x'),
  log: LOG,
  before: hexOf(chainStart(LOG, null)),
  device: device.device,
});

const event = (n: number, text = `第${n}句`): ChatEvent =>
  ({
    id: n.toString(16).padStart(32, '0'),
    kind: 'message-seen',
    at: 1_790_000_000_000 + n * 1000,
    mono: n * 1000,
    bootId: '0123456789abcdef',
    seq: n,
    person: '小李',
    place: { console: 'pinduoduo', shop: '小店', seat: '客服一号' },
    conversation: 'c'.repeat(32),
    by: n % 2 === 0 ? 'buyer' : 'agent',
    content: 'text',
    seen: 'live',
    sentAt: { precision: 'none', source: 'observed' },
    signals: {
      chars: 3,
      class: 'substantive',
      greets: false,
      closes: false,
      packHash: 'p',
      signalsVersion: 1,
    },
    findings: [],
    text,
  }) as ChatEvent;

/** A file as the device itself makes it: of an honest log, or of one that was rewritten and hashed anew. */
async function fileOf(events: readonly ChatEvent[], pieces?: AsyncIterable<Piece>): Promise<Blob> {
  async function* batches() {
    for (let at = 0; at < events.length; at += 7) yield events.slice(at, at + 7);
  }
  const header = {
    format: LOG_FORMAT,
    app: '1.0.0',
    exportedAt: 1_800_000_000_000,
    agent: { label: '小李', install: 'i' },
    keyId: 'k',
    range: { from: 0, to: 1_800_000_000_000 },
    counts: { events: events.length },
    packHashes: [],
    chain: claim(),
  } as const;
  const stream = writeLogFile({
    header: { ...header, packHashes: [] },
    pieces: pieces ?? piecesOf(header.chain, batches()),
    checkpoints: [],
    device,
  });
  return new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob();
}

async function judge(file: Blob, anchors: readonly Anchor[]): Promise<Verdict> {
  const { proof } = await readLog(file, { wanted: () => anchors.map(entryOfAnchor) });
  return verdictOf(proof, anchors, { whole: true });
}

/** The chain's value after the first `n` events of a log. */
async function headAt(events: readonly ChatEvent[], n: number): Promise<string> {
  return (await readLog(await fileOf(events), { wanted: () => [n] })).proof.values.get(n) ?? '';
}

type Change = (events: readonly ChatEvent[], at: number) => ChatEvent[];
const CHANGES: Readonly<Record<string, Change>> = {
  edit: (events, at) => events.map((one, n) => (n === at ? { ...one, at: one.at - 60_000 } : one)),
  words: (events, at) => events.map((one, n) => (n === at ? event(at, '亲，马上发货') : one)),
  delete: (events, at) => events.toSpliced(at, 1),
  insert: (events, at) => events.toSpliced(at, 0, event(900 + at)),
  swap: (events, at) =>
    at + 1 < events.length
      ? events.toSpliced(at, 2, events[at + 1] as ChatEvent, events[at] as ChatEvent)
      : events.toSpliced(at, 1),
  truncate: (events, at) => events.slice(0, at),
};

const log = (count: number) => Array.from({ length: count }, (_, n) => event(n));
const arbitrary = fc.integer({ min: 2, max: 24 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    at: fc.nat(count - 1),
    anchor: fc.integer({ min: 1, max: count }),
    change: fc.constantFrom(...Object.keys(CHANGES)),
    code: fc.boolean(),
  }),
);

async function anchorOf(events: readonly ChatEvent[], n: number, code: boolean): Promise<Anchor> {
  const head = await headAt(events, n);
  return code ? { code: anchorCode({ log: LOG, n, head }) } : { n, head };
}

describe('an honest log', () => {
  it('verifies, and is anchored as far as somebody held it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ count, anchor, code }) => {
        const events = log(count);
        const file = await fileOf(events);
        expect(await judge(file, [])).toEqual({ kind: 'verified', anchored: 0, to: count });
        const anchors = [await anchorOf(events, anchor, code)];
        expect(await judge(file, anchors)).toEqual({ kind: 'verified', anchored: anchor, to: count });
      }),
      { numRuns: 25 },
    );
  });
});

describe('a log that its owner rewrote, hashed anew and signed with the same key', () => {
  it('is found wherever the change lies before what was held, and not found after it', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ count, at, anchor, change, code }) => {
        const events = log(count);
        const changed = (CHANGES[change] as Change)(events, at);
        const file = await fileOf(changed);
        // Nothing was held: the device vouches for what it was made to vouch for. This is not detected.
        expect(await judge(file, [])).toEqual({ kind: 'verified', anchored: 0, to: changed.length });
        const verdict = await judge(file, [await anchorOf(events, anchor, code)]);
        // A change after the entry that was held is not detected either.
        if (at >= anchor) expect(verdict).toEqual({ kind: 'verified', anchored: anchor, to: changed.length });
        else expect(verdict.kind).toBe('forked');
      }),
      { numRuns: 40 },
    );
  });
});

describe('a log whose entries were changed without hashing anew', () => {
  it('is broken at the very entry', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ count, at, change }) => {
        const events = log(count);
        const changed = (CHANGES[change] as Change)(events, at);
        // The chain is the old one; only entries differ, as after an edit in the database.
        async function* pieces(): AsyncGenerator<Piece> {
          const { canonical } = await import('../../core/canonical.ts');
          const { linesOf } = await import('../../core/evidence/encode.ts');
          const { pack } = await import('../../core/evidence/pack.ts');
          const { entryOf } = await import('../../core/evidence/private.ts');
          const chain = await chainOf(events);
          const kept = changed.slice(0, chain.length).map(bare);
          if (kept.length === 0) return;
          const bytes = await pack(
            linesOf(kept.map((one) => canonical(entryOf(one, null)))),
            new Uint8Array(chain.slice(0, kept.length).flatMap((hash) => [...hash])),
          );
          const head = hexOf(chain[kept.length - 1] as Uint8Array);
          yield { n: 1, count: kept.length, bytes, head, events: kept.length, values: [], keys: [] };
        }
        const counted = changed.slice(0, events.length);
        const verdict = await judge(await fileOf(counted, pieces()), []);
        const differs = counted.findIndex(
          (one, n) => JSON.stringify(bare(one)) !== JSON.stringify(bare(events[n] as ChatEvent)),
        );
        // Cutting the end leaves a chain that fits: only who held the end can tell. A word alone is committed, not hashed.
        if (differs < 0) expect(verdict.kind).toBe('verified');
        else expect(verdict).toEqual({ kind: 'broken', at: differs + 1 });
      }),
      { numRuns: 40 },
    );
  });
});

const bare = (one: ChatEvent): ChatEvent => {
  const { text: _gone, ...rest } = one as ChatEvent & { text?: string };
  return rest as ChatEvent;
};

async function chainOf(events: readonly ChatEvent[]): Promise<Uint8Array[]> {
  const { chainLink } = await import('../../core/evidence/chain.ts');
  const { canonical } = await import('../../core/canonical.ts');
  let hash = chainStart(LOG, null);
  return events.map((one) => {
    hash = chainLink(hash, canonical(bare(one)));
    return hash;
  });
}

describe('a file that somebody without the key edits', () => {
  it('is refused for its signature, however it is made to add up', async () => {
    const events = log(12);
    const theirs = (await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])) as CryptoKeyPair;
    const honest = device;
    device = {
      device: honest.device,
      sign: async (bytes) => new Uint8Array(await crypto.subtle.sign('Ed25519', theirs.privateKey, bytes)),
    };
    const forged = await fileOf(CHANGES.edit?.(events, 3) ?? []);
    device = honest;
    const error = await readLog(forged).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(LogFileError);
    expect((error as LogFileError).code).toBe('E_SIGNATURE');
  });

  it('that takes the signature off says so', async () => {
    const { proof } = await readLog(await fileOf(log(3)));
    expect(verdictOf({ ...proof, device: null }, [], { whole: true })).toEqual({ kind: 'unsigned' });
  });

  it('with other words than were committed is broken at that entry', async () => {
    const events = log(9);
    async function* pieces() {
      async function* one() {
        yield events;
      }
      for await (const piece of piecesOf(claim(), one()))
        yield {
          ...piece,
          values: piece.values.map(([n, held]) => [n, n === 4 ? { text: '别的话' } : held] as const),
        };
    }
    expect(await judge(await fileOf(events, pieces()), [])).toEqual({ kind: 'broken', at: 4 });
  });
});
