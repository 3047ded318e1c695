import Papa from 'papaparse';
import readExcel from 'read-excel-file/node';
import { describe, expect, it } from 'vitest';
import { shippedProfiles } from '../../cli/profiles.ts';
import { log, wall } from '../../core/clock/log.fixture.ts';
import type { ChatEvent, ConversationEvent } from '../../core/event.ts';
import { type RowFormat, rowFiles } from './row-files.ts';
import { ROW_KINDS, type RowKind, rowsOf } from './row-kinds.ts';
import { fromSafe } from './sheet.ts';

const HEAD = 'ab'.repeat(32);
const profile = shippedProfiles().get('manual-mean-response')!;
const about = {
  profile,
  language: 'zh-CN' as const,
  sources: [{ file: 'a<b>.cslog', head: HEAD, events: 6 }],
};

const said = log(
  { at: '10:00:00', page: '10:00:00', id: 'asked', person: '小李' },
  { by: 'agent', at: '10:00:40', page: '10:00:40', id: 'said', level: 'block', person: '小李' },
  { at: '10:05:00', page: '10:05:00', id: 'other', conversation: 'c2', person: '小王' },
);
const first = said[0] as ConversationEvent;
const act = (id: string, more: Record<string, unknown>): ChatEvent =>
  ({ ...stampOf(first), id, at: wall('11:00:00'), seq: 9, ...more }) as ChatEvent;
const stampOf = ({ mono, bootId, place, person, conversation }: ConversationEvent) => ({
  mono,
  bootId,
  place,
  person,
  conversation,
});
const events = [
  ...said.map((event) =>
    event.id === 'said' ? ({ ...event, text: '=HYPERLINK("<x>")' } as ChatEvent) : event,
  ),
  act('k1', { kind: 'case-opened', case: 'case-1', category: 'refund' }),
  act('k2', { kind: 'case-changed', case: 'case-1', fields: { order: '-42' } }),
  act('k3', { kind: 'case-closed', case: 'case-1', outcome: '@已退' }),
];

const made = (kind: RowKind, format: RowFormat) => rowFiles(rowsOf(kind, events, about), format);
const textOf = async (blob: Blob | undefined) =>
  new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob!.arrayBuffer());

async function fromNdjson(kind: RowKind): Promise<Record<string, unknown>[]> {
  const [file] = await made(kind, 'ndjson');
  return (await textOf(file?.content))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('rows out of a log', () => {
  it('are one a conversation', async () => {
    const [, ...rows] = await fromNdjson('conversation');
    expect(rows).toMatchObject([
      { conversation: 'c1', people: '小李', buyer_messages: 1, agent_messages: 1, forbidden: 1, warnings: 0 },
      { conversation: 'c2', people: '小王', buyer_messages: 1, agent_messages: 0, forbidden: 0 },
    ]);
    expect(rows[0]).toMatchObject({
      first_at: '2026-10-01T02:00:00.000Z',
      last_at: '2026-10-01T03:00:00.000Z',
    });
  });

  it('are one a turn, with the sentence that gives it', async () => {
    const [, ...rows] = await fromNdjson('turn');
    expect(rows).toMatchObject([
      {
        conversation: 'c1',
        seconds_low: 40,
        seconds_high: 40,
        counts: 1,
        why: expect.stringContaining('40'),
      },
      { conversation: 'c2', answered_at: null },
    ]);
  });

  it('are one a finding, with its words', async () => {
    const [, ...rows] = await fromNdjson('finding');
    expect(rows).toMatchObject([{ message: 'said', level: 'block', text: '=HYPERLINK("<x>")' }]);
  });

  it('are one a case, as it stands at the end', async () => {
    const [, ...rows] = await fromNdjson('case');
    expect(rows).toMatchObject([
      { case: 'case-1', category: 'refund', owner: '小李', outcome: '@已退', fields: '{"order":"-42"}' },
    ]);
  });
});

describe.each(ROW_KINDS)('a file of rows per %s', (kind) => {
  it('says from which log it is and that it is not the evidence, in every format', async () => {
    const [top] = await fromNdjson(kind);
    expect(top).toMatchObject({ evidence: false, logs: about.sources });
    const [csv, dictionary] = await made(kind, 'csv');
    expect(await textOf(csv?.content)).toContain(HEAD);
    const [page] = await made(kind, 'html');
    for (const file of [dictionary, page]) {
      const words = await textOf(file?.content);
      expect(words).toContain(HEAD);
      expect(words).toContain('不是证据');
    }
  });

  it('comes back from CSV and XLSX with the cells that it has in NDJSON', async () => {
    const [, ...objects] = await fromNdjson(kind);
    const table = rowsOf(kind, events, about);
    const moments = table.columns.map((_, at) => table.rows.some((row) => row[at]?.kind === 'moment'));
    const plain = objects.map((row) =>
      Object.values(row).map((value) => (value === null ? '' : String(value))),
    );
    const cellsOf = (row: readonly string[]) => row.filter((_, at) => !moments[at]);

    const [csv] = await made(kind, 'csv');
    const bytes = await textOf(csv?.content);
    expect(bytes.startsWith('\uFEFF')).toBe(true);
    const { data } = Papa.parse<string[]>(bytes.slice(1), {
      newline: '\r\n',
      delimiter: ',',
      skipEmptyLines: true,
    });
    expect(data.slice(1).map((row) => cellsOf(row.map(fromSafe)))).toEqual(plain.map(cellsOf));
    for (const cell of data.flat()) expect(cell).not.toMatch(/^[=+@]/);

    const [book] = await made(kind, 'xlsx');
    const sheets = await readExcel(Buffer.from(await book!.content.arrayBuffer()));
    const [rows, fields] = sheets.map(({ data: cells }) =>
      cells.map((row) => row.map((cell) => String(cell ?? ''))),
    );
    expect(rows?.slice(1).map(cellsOf)).toEqual(plain.map(cellsOf));
    expect(fields?.flat()).toEqual(expect.arrayContaining([HEAD, ...table.columns.map(({ id }) => id)]));
  });
});

it('shows times as the clocks of the profile’s zone do, and lets no words into the page as markup', async () => {
  const [csv] = await made('turn', 'csv');
  expect(await textOf(csv?.content)).toContain('2026-10-01 10:00:00');
  const [page] = await made('finding', 'html');
  const html = await textOf(page?.content);
  expect(html).toContain('=HYPERLINK(&quot;&lt;x&gt;&quot;)');
  expect(html).not.toContain('<x>');
  expect(html).not.toContain('<b>');
});
