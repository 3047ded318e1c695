import { z } from 'zod';
import type { ChainClaim } from '../../core/evidence/verify.ts';

/** The form that this version writes and reads. A reader meets a higher number with E_NEWER_FORMAT. */
export const LOG_FORMAT = 'counterside-log/2';
export const LOG_FORMAT_NAME = 'counterside-log';
export const LOG_FORMAT_VERSION = 2;

const wall = z.number().int().nonnegative();
const short = z.string().max(200);
const count = z.number().int().nonnegative();
const hash = z.string().regex(/^[0-9a-f]{64}$/);

export const chainSchema = z.strictObject({
  log: z.string().regex(/^[0-9a-f]{32}$/),
  after: hash.nullable(),
  first: count.min(1),
  before: hash,
  device: hash.nullable(),
}) satisfies z.ZodType<ChainClaim>;

/** Strict, so that a header of another version is never half understood. */
export const logHeaderSchema = z.strictObject({
  format: z.literal(LOG_FORMAT),
  app: z.string().min(1).max(40),
  exportedAt: wall,
  agent: z.strictObject({ label: z.string().min(1).max(100), install: z.string().min(1).max(64) }),
  keyId: z.string().min(1).max(64),
  range: z.strictObject({ from: wall, to: wall }),
  counts: z.strictObject({ events: count }),
  packHashes: z.array(short).max(1000),
  chain: chainSchema.exactOptional(),
  part: z.literal(true).exactOptional(),
  words: z.enum(['none', 'redacted', 'full']).exactOptional(),
  recipient: short.exactOptional(),
  purpose: short.exactOptional(),
});

/**
 * The first line of a `*.cslog`. `app` is the version that wrote it; `agent.label` is a name that a person typed and
 * `agent.install` the installation that kept the log; `keyId` names the pseudonym key, so that two logs may be
 * compared by buyer only if it is the same; `range` is half-open wall time in milliseconds; `packHashes` are the
 * packs that were in force. `chain` says which entries the file holds (a file without it is refused); `part` that only
 * the events of `range` are meant, though their segments hold neighbours too; `words` what became of private values.
 */
export type LogHeader = z.infer<typeof logHeaderSchema>;

const bytes = z.base64();

/** Entries in their sealed form: `core/evidence/pack.ts` says what the bytes are. */
export const segmentSchema = z.strictObject({
  segment: z.strictObject({ n: count.min(1), count: count.min(1).max(5_000), bytes }),
});

/** Private values of the segment before, by entry, and the keys with which their commitments can be checked. */
export const valuesSchema = z.strictObject({
  values: z.strictObject({
    held: z.array(z.tuple([count.min(1), z.record(z.string().max(60), z.unknown())])),
    keys: z.array(z.tuple([z.string().max(120), z.string().max(20), hash])),
  }),
});

export const checkpointSchema = z.strictObject({
  checkpoint: z.strictObject({ n: count.min(1), head: hash, at: wall, signature: bytes }),
});

/**
 * The line before the signature: how many events, the last entry's number, the chain's value after it, and SHA-256
 * (hex) of all lines before with their newlines.
 */
export const logEndSchema = z.strictObject({
  end: z.strictObject({ events: count, last: count, head: hash, sha256: hash }),
});

export const signatureSchema = z.strictObject({ signature: bytes });

/** No line is longer; the writer stays far below. */
export const MAX_LINE_BYTES = 128 * 1024;
export const BLOCK_BYTES = 48 * 1024;
export const MAX_FILE_BYTES = 1024 ** 3;
export const MAX_INFLATED_BYTES = 16 * 1024 ** 3;
export const MAX_EVENTS = 20_000_000;
