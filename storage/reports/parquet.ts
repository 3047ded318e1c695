import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ChatEvent } from '../../core/event.ts';

type Type = 'text' | 'count' | 'moment';

/** One column of the events table: how it is stored, and what it is of an event (null for nothing). */
interface Column {
  readonly name: string;
  readonly type: Type;
  readonly of: (event: ChatEvent) => string | number | null;
}

const inMessage = (event: ChatEvent) => (event.kind === 'message-seen' ? event : null);
/** What the other columns say already, or what is a word of somebody and has a column of its own. */
const ELSEWHERE = new Set(
  'id at mono bootId place seq person kind conversation by content seen sentAt signals findings text'.split(
    ' ',
  ),
);

/** The rest of an event as JSON: it differs from kind to kind. */
function detail(event: ChatEvent): string | null {
  const rest = Object.entries(event).filter(([key]) => !ELSEWHERE.has(key));
  return rest.length === 0 ? null : JSON.stringify(Object.fromEntries(rest));
}

export const EVENT_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'text', of: ({ id }) => id },
  { name: 'kind', type: 'text', of: ({ kind }) => kind },
  { name: 'at', type: 'moment', of: ({ at }) => at },
  { name: 'mono', type: 'count', of: ({ mono }) => mono },
  { name: 'boot', type: 'text', of: ({ bootId }) => bootId },
  { name: 'seq', type: 'count', of: ({ seq }) => seq },
  { name: 'console', type: 'text', of: ({ place }) => place.console },
  { name: 'shop', type: 'text', of: ({ place }) => place.shop },
  { name: 'seat', type: 'text', of: ({ place }) => place.seat },
  { name: 'person', type: 'text', of: ({ person }) => person },
  {
    name: 'conversation',
    type: 'text',
    of: (event) => ('conversation' in event ? event.conversation : null),
  },
  { name: 'by', type: 'text', of: (event) => inMessage(event)?.by ?? null },
  { name: 'content', type: 'text', of: (event) => inMessage(event)?.content ?? null },
  { name: 'seen', type: 'text', of: (event) => inMessage(event)?.seen ?? null },
  { name: 'sent_at', type: 'moment', of: (event) => sentAt(event) },
  { name: 'sent_precision', type: 'text', of: (event) => inMessage(event)?.sentAt.precision ?? null },
  { name: 'chars', type: 'count', of: (event) => inMessage(event)?.signals.chars ?? null },
  { name: 'class', type: 'text', of: (event) => inMessage(event)?.signals.class ?? null },
  { name: 'script', type: 'text', of: (event) => inMessage(event)?.signals.script ?? null },
  { name: 'findings', type: 'count', of: (event) => inMessage(event)?.findings.length ?? null },
  {
    name: 'rules',
    type: 'text',
    of: (event) =>
      inMessage(event)
        ?.findings.map(({ rule }) => rule)
        .join(' ') || null,
  },
  { name: 'text', type: 'text', of: (event) => inMessage(event)?.text ?? null },
  { name: 'detail', type: 'text', of: detail },
];

function sentAt(event: ChatEvent): number | null {
  const sent = inMessage(event)?.sentAt;
  return sent && sent.precision !== 'none' ? sent.at : null;
}

const SCHEMA = [
  { name: 'root', num_children: EVENT_COLUMNS.length },
  ...EVENT_COLUMNS.map(({ name, type }) =>
    type === 'text'
      ? ({ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' } as const)
      : type === 'moment'
        ? ({ name, type: 'INT64', converted_type: 'TIMESTAMP_MILLIS', repetition_type: 'OPTIONAL' } as const)
        : ({ name, type: 'DOUBLE', repetition_type: 'OPTIONAL' } as const),
  ),
];

/** A row group is what stands in memory at once. */
const GROUP = 20_000;

export interface ParquetAbout {
  /** The log's last chain value, hex: the file says whose view it is and that it is not the evidence. */
  readonly head: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (written: number) => void;
}

/**
 * Events as a Parquet file, a row an event, made piece by piece. A view: its metadata names the log's head and says
 * that it is not the evidence.
 */
export async function* eventsParquet(
  batches: AsyncIterable<readonly ChatEvent[]>,
  { head, signal, onProgress }: ParquetAbout,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: SCHEMA,
    createdBy: 'counterside',
    kvMetadata: [
      { key: 'counterside.head', value: head },
      { key: 'counterside.note', value: 'a view, not the evidence: verify the log file' },
    ],
  });
  const drain = () => {
    const piece = bytes.getBytes().slice();
    // `offset` goes on counting: places in the file are told by it.
    bytes.index = 0;
    return piece;
  };
  let rows = columns();
  let written = 0;
  const group = async () => {
    const columnData = EVENT_COLUMNS.map(({ name }, at) => ({ name, data: rows[at] ?? [] }));
    await writer.write({ columnData, rowGroupSize: GROUP });
    rows = columns();
  };
  for await (const batch of batches) {
    signal?.throwIfAborted();
    for (const event of batch) {
      for (const [at, { of, type }] of EVENT_COLUMNS.entries()) {
        const value = of(event);
        rows[at]?.push(type === 'moment' && value !== null ? BigInt(value) : value);
      }
      written += 1;
      if (rows[0]?.length === GROUP) {
        await group();
        yield drain();
      }
    }
    onProgress?.(written);
  }
  if (rows[0]?.length) await group();
  await writer.finish();
  yield drain();
}

const columns = (): (string | number | bigint | null)[][] => EVENT_COLUMNS.map(() => []);
