import { parquetMetadata, parquetReadObjects } from 'hyparquet';
import { expect, it } from 'vitest';
import { log } from '../../core/clock/log.fixture.ts';
import type { ChatEvent } from '../../core/event.ts';
import { EVENT_COLUMNS, eventsParquet } from './parquet.ts';

const events = log(
  { at: '10:00:00', page: '10:00:00', id: 'asked' },
  { by: 'agent', at: '10:00:40', page: '10:00:40', id: 'said', level: 'warn' },
);

async function fileOf(batches: readonly (readonly ChatEvent[])[]): Promise<ArrayBuffer> {
  async function* all() {
    yield* batches;
  }
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of eventsParquet(all(), { head: 'ab12' })) pieces.push(piece);
  return new Blob(pieces).arrayBuffer();
}

it('reads back as written, with another library, and says that it is a view', async () => {
  const many = Array.from({ length: 21_000 }, (_, n) => ({
    ...(events[n % 2] as ChatEvent),
    id: `e${n}`,
    seq: n,
  }));
  const file = await fileOf([many.slice(0, 5_000), [], many.slice(5_000)]);
  const metadata = parquetMetadata(file);
  expect(metadata.key_value_metadata).toContainEqual({ key: 'counterside.head', value: 'ab12' });
  expect(metadata.row_groups.map(({ num_rows }) => Number(num_rows))).toEqual([20_000, 1_000]);
  const rows = await parquetReadObjects({ file });
  expect(rows).toHaveLength(21_000);
  expect(Object.keys(rows[0] ?? {})).toEqual(EVENT_COLUMNS.map(({ name }) => name));
  for (const n of [0, 1, 19_999, 20_000, 20_999]) {
    const event = many[n] as Extract<ChatEvent, { kind: 'message-seen' }>;
    expect(rows[n]).toMatchObject({
      id: `e${n}`,
      seq: n,
      kind: 'message-seen',
      by: event.by,
      at: new Date(event.at),
      findings: event.findings.length,
      person: event.person,
    });
  }
});

it('may hold nothing', async () => {
  expect(await parquetReadObjects({ file: await fileOf([]) })).toEqual([]);
});
