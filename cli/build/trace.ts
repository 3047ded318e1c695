import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { parsePack } from '../../scripts-library/pack.ts';
import { readBasePack } from './read-seeds.ts';

const SEEDS = join(import.meta.dirname, '../../seeds');
const README = join(SEEDS, 'README.md');

/** A section of a manual: what it is about, what carries it beside scripts, and why it may have none of these. */
export interface TraceRow {
  readonly row: string;
  readonly about: string;
  /** Files under seeds/. */
  readonly in?: readonly string[];
  readonly why?: string;
}

/** Every section of the five manuals, in their order. */
export const readTrace = (): TraceRow[] =>
  parse(readFileSync(join(SEEDS, 'trace.yml'), 'utf8')) as TraceRow[];

const INTRO = `# Where the manuals went

Data only: the built-in pack (\`packs/base\`), metric profiles, rubrics, forms, flows, practice chats. The wording is
ours; each script names the rows of the manuals that it comes from. \`npm run table:seeds\` writes this file from those
\`source\` fields and \`trace.yml\`, and a test sees to it that no section is left out. Fields and nodes of forms and flows:
[FORMS.md](FORMS.md).

附表1–6 are the tables of seed 000, §1.5.1: 服务、投诉、回访 wording and 售前、售中、售后 talk.
A row that law or platform rules no longer allow is **superseded**: kept here with its reason, never suggested.
`;

/** The trace table: each section with the scripts that carry it, what else does, and what of it is superseded. */
export function traceOf(json: unknown, trace: readonly TraceRow[]): string {
  const parsed = parsePack(json);
  if (!parsed.ok) throw new Error(`the built-in pack: ${JSON.stringify(parsed.errors[0])}`);
  const { scripts } = parsed.pack;
  const carried = (row: string, old: boolean) =>
    scripts
      .filter((entry) => (entry.kind === 'superseded') === old && entry.source.includes(row))
      .map(({ id }) => id)
      .join(', ');
  const table = trace.map(
    (one) =>
      `| ${one.row} | ${one.about} | ${carried(one.row, false)} | ${[...(one.in ?? []), ...(one.why ? [one.why] : [])].join(', ')} | ${carried(one.row, true)} |`,
  );
  const old = scripts.flatMap((entry) =>
    entry.kind === 'superseded'
      ? [
          `| ${entry.id} | ${entry.title} | ${entry.reason} | ${entry.basis} | ${entry.confidence} | ${entry.instead.join(', ')} |`,
        ]
      : [],
  );
  return [
    INTRO,
    '| section | about | scripts | elsewhere | superseded |',
    '|---|---|---|---|---|',
    ...table,
    '',
    '## Superseded',
    '',
    '| id | advice | reason | basis | confidence | instead |',
    '|---|---|---|---|---|---|',
    ...old,
    '',
  ].join('\n');
}

/** What the table lacks: sections that nothing carries, files that are not there, rows that no manual has. */
export function traceGaps(json: unknown, trace: readonly TraceRow[]): string[] {
  const parsed = parsePack(json);
  if (!parsed.ok) throw new Error(`the built-in pack: ${JSON.stringify(parsed.errors[0])}`);
  const named = new Set(parsed.pack.scripts.flatMap(({ source }) => source));
  const rows = new Set(trace.map(({ row }) => row));
  return [
    ...trace
      .filter((one) => !named.has(one.row) && one.why === undefined)
      .map(({ row }) => `${row}: no script and no reason`),
    ...trace.flatMap(({ row, in: files = [] }) =>
      files.filter((file) => !existsSync(join(SEEDS, file))).map((file) => `${row}: no ${file}`),
    ),
    ...[...named].filter((source) => !rows.has(source)).map((source) => `${source}: no such section`),
  ];
}

if (process.argv[1] === import.meta.filename) writeFileSync(README, traceOf(readBasePack(), readTrace()));
