import { z } from 'zod';

/** The form that this version writes and reads. A reader meets a higher number with E_NEWER_FORMAT. */
export const LOG_FORMAT = 'counterside-log/1';
export const LOG_FORMAT_NAME = 'counterside-log';
export const LOG_FORMAT_VERSION = 1;

const wall = z.number().int().nonnegative();
const short = z.string().max(200);

/** Strict, so that a header of another version is never half understood. */
export const logHeaderSchema = z.strictObject({
  format: z.literal(LOG_FORMAT),
  app: z.string().min(1).max(40),
  exportedAt: wall,
  agent: z.strictObject({ label: z.string().min(1).max(100), install: z.string().min(1).max(64) }),
  keyId: z.string().min(1).max(64),
  range: z.strictObject({ from: wall, to: wall }),
  counts: z.strictObject({ events: z.number().int().nonnegative() }),
  packHashes: z.array(short).max(1000),
});

/**
 * The first line of a `*.cslog`. `app` is the version that wrote it; `agent.label` is a name that a person typed and
 * `agent.install` the installation that kept the log; `keyId` names the pseudonym key, so that two logs may be
 * compared by buyer only if it is the same; `range` is half-open wall time in milliseconds; `packHashes` are the
 * packs that were in force.
 */
export type LogHeader = z.infer<typeof logHeaderSchema>;

/** The last line: how many events came before it, and SHA-256 (hex) of all lines before it with their newlines. */
export const logEndSchema = z.strictObject({
  end: z.strictObject({ events: z.number().int().nonnegative(), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
});

/** No line is longer; the writer stays far below, so that a stored block stays under 64 KiB. */
export const MAX_LINE_BYTES = 128 * 1024;
export const BLOCK_BYTES = 48 * 1024;
export const MAX_FILE_BYTES = 1024 ** 3;
export const MAX_INFLATED_BYTES = 16 * 1024 ** 3;
export const MAX_EVENTS = 20_000_000;
