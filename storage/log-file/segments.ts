import { eventSchema, isKnownKind } from '../../core/event.schema.ts';
import type { ChatEvent } from '../../core/event.ts';
import { BytesError } from '../../core/evidence/bytes.ts';
import { hexBytes } from '../../core/evidence/checkpoint.ts';
import { unpack } from '../../core/evidence/pack.ts';
import {
  classOf,
  commitment,
  type Entry,
  eventOf,
  keyName,
  type Values,
} from '../../core/evidence/private.ts';
import type { ChainWalk } from '../../core/evidence/verify.ts';
import { fromBase64 } from './base64.ts';
import { LogFileError } from './error.ts';
import { isRecord } from './line.ts';

/** A segment's entries, hashed, waiting for their private values. */
export interface OpenSegment {
  readonly n: number;
  readonly count: number;
  /** As they stand in the file: base64. */
  readonly bytes: string;
  /** The wall time of each entry. */
  readonly times: readonly unknown[];
  /** Made when first asked for: who wants a verdict alone spares it. */
  entries(): readonly Entry[];
  readonly line: number;
  readonly values: Map<number, Values>;
  readonly keys: Map<string, Uint8Array>;
}

/**
 * Opens a segment of a file and hashes its entries.
 *
 * @throws {LogFileError} E_CHAIN_GAP if it does not follow the one before, E_SCHEMA for what is no segment
 */
export async function openSegment(
  { n, count, bytes }: { readonly n: number; readonly count: number; readonly bytes: string },
  walk: ChainWalk,
  line: number,
): Promise<OpenSegment> {
  if (n !== walk.n + 1) throw new LogFileError('E_CHAIN_GAP', { line, detail: `${walk.n + 1}..${n}` });
  try {
    const { texts: read, marks, count: held, values } = await unpack(fromBase64(bytes));
    if (held !== count) throw new LogFileError('E_SCHEMA', { line, detail: 'segment: another count' });
    const texts = read();
    walk.add(texts, marks);
    const times = values('at');
    const entries = () => parsed(texts, line);
    return { n, count, bytes, times, entries, line, values: new Map(), keys: new Map() };
  } catch (cause) {
    if (cause instanceof BytesError)
      throw new LogFileError('E_SCHEMA', { line, detail: 'segment: no such form' });
    throw cause;
  }
}

function parsed(texts: readonly string[], line: number): readonly Entry[] {
  let entries: unknown[];
  try {
    entries = JSON.parse(`[${texts.join(',')}]`);
  } catch {
    throw new LogFileError('E_SCHEMA', { line, detail: 'segment: no such form' });
  }
  if (entries.length !== texts.length || !entries.every(isRecord))
    throw new LogFileError('E_SCHEMA', { line, detail: 'segment: entries' });
  return entries as Entry[];
}

export interface Taken {
  readonly events: readonly ChatEvent[];
  /** Events of kinds that only a newer version knows. */
  readonly skipped: number;
  /** How many events of the file's span there were. */
  readonly met: number;
}

/**
 * The events of a segment with the values that came with it. A value that does not fit its commitment breaks the
 * chain at its entry; one whose key did not come can't be checked.
 */
export function takeEvents(
  segment: OpenSegment,
  walk: ChainWalk,
  { within, looks }: { within: (at: number) => boolean; looks: boolean },
): Taken {
  const inSpan = segment.times.map((time) => typeof time !== 'number' || within(time));
  const met = inSpan.reduce((sum, is) => sum + Number(is), 0);
  if (!looks && segment.values.size === 0) return { events: [], skipped: 0, met };
  const events: ChatEvent[] = [];
  let skipped = 0;
  segment.entries().forEach((entry, at) => {
    if (!inSpan[at]) return;
    const n = segment.n + at;
    const values = segment.values.get(n) ?? null;
    if (!looks) {
      if (values && !fits(entry, entry as unknown as ChatEvent, values, segment.keys)) walk.breakAt(n);
      return;
    }
    if (typeof entry.kind === 'string' && !isKnownKind(entry.kind)) {
      skipped += 1;
      return;
    }
    const result = eventSchema.safeParse(eventOf(entry, values));
    if (!result.success) {
      const issue = result.error.issues[0];
      throw new LogFileError('E_SCHEMA', {
        line: segment.line,
        detail: `entry ${n}: ${issue?.path.join('.')}: ${issue?.code}`,
      });
    }
    if (values && !fits(entry, result.data, values, segment.keys)) walk.breakAt(n);
    events.push(result.data);
  });
  return { events, skipped, met };
}

function fits(
  entry: Entry,
  event: ChatEvent,
  values: Values,
  keys: ReadonlyMap<string, Uint8Array>,
): boolean {
  return Object.entries(values).every(([field, value]) => {
    const kept = classOf(event.kind, field);
    const sealed = entry.sealed?.[field];
    if (kept === null || sealed === undefined) return false;
    const key = keys.get(keyName(event, kept).join(' '));
    return key === undefined || commitment(key, event.id, field, value) === sealed;
  });
}

/** Adds a line of values to its segment. */
export function addValues(
  segment: OpenSegment,
  { held, keys }: { held: readonly [number, Values][]; keys: readonly [string, string, string][] },
): void {
  for (const [n, values] of held) segment.values.set(n, { ...segment.values.get(n), ...values });
  for (const [conversation, kept, key] of keys) segment.keys.set(`${conversation} ${kept}`, hexBytes(key));
}
