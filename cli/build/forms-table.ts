import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Origin, originsOf } from './read-desk.ts';
import { readSeed } from './read-seeds.ts';

const TABLE = join(import.meta.dirname, '../../seeds/FORMS.md');

interface Manual {
  readonly forms: readonly { row: string; name: string; fields: Readonly<Record<string, string>> }[];
  readonly flows: readonly { row: string; name: string; nodes: Readonly<Record<string, string>> }[];
}

/** A form's field or a flow's node as a manual has it, and where it is here. */
export interface TraceRow {
  readonly kind: 'field' | 'node';
  readonly of: string;
  readonly row: string;
  readonly name: string;
  readonly places: readonly Origin[];
}

/** Every field and node of the manuals with its places; one without places is missing here. */
export function formsTrace(): TraceRow[] {
  const { forms, flows } = readSeed('desk/manual.yml') as Manual;
  const origins = originsOf();
  const rows = (kind: TraceRow['kind'], of: string, base: string, parts: Readonly<Record<string, string>>) =>
    Object.entries(parts).map(([part, name]): TraceRow => {
      const row = `${base}/${part}`;
      return { kind, of, row, name, places: origins.filter(({ source }) => source === row) };
    });
  return [
    ...forms.flatMap(({ row, name, fields }) => rows('field', name, row, fields)),
    ...flows.flatMap(({ row, name, nodes }) => rows('node', name, row, nodes)),
  ];
}

/** Sources that our forms and flows name and that no manual's row stands for. */
export function strangeSources(): string[] {
  const known = new Set(formsTrace().map(({ row }) => row));
  return originsOf().flatMap(({ thing, source }) => (known.has(source) ? [] : [`${thing}: ${source}`]));
}

const INTRO = `# Forms and flows: where the manuals' rows are

Written by \`npm run table:forms\`; a test compares. \`000\`…\`004\` are the five manuals, the rest of a row's name is
where it stands there. Column titles are the trade's words (what an export's first row says).
`;

const placesOf = (places: readonly Origin[]) =>
  places.length === 0
    ? '**missing**'
    : places.map(({ file, thing, title }) => `${title} · [${thing}](../${file})`).join('<br>');

/** The table as Markdown. */
export function formsTable(): string {
  const trace = formsTrace();
  const part = (kind: TraceRow['kind']) =>
    trace
      .filter((row) => row.kind === kind)
      .map(({ of, row, name, places }) => `| ${of} | ${row} | ${name} | ${placesOf(places)} |`);
  const missing = trace.filter(({ places }) => places.length === 0).length;
  return [
    INTRO,
    `${trace.length} rows, ${missing} missing.`,
    '',
    '## Forms and their fields',
    '',
    '| form in the manual | row | field | here |',
    '|---|---|---|---|',
    ...part('field'),
    '',
    '## Flows and their nodes',
    '',
    '| flow in the manual | row | node | here |',
    '|---|---|---|---|',
    ...part('node'),
    '',
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  writeFileSync(TABLE, formsTable());
  const missing = formsTrace().filter(({ places }) => places.length === 0);
  console.log(`${TABLE}: ${formsTrace().length} rows, ${missing.length} missing`);
  process.exitCode = missing.length === 0 ? 0 : 1;
}
