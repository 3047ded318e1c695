import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePack } from '../../scripts-library/pack.ts';
import { readBasePack } from './read-seeds.ts';

const README = join(import.meta.dirname, '../../seeds/README.md');

const INTRO = `# Where the manuals went

Data only: the built-in pack (\`packs/base\`), metric profiles, rubrics, practice chats. The wording is ours; each script
names the rows of the manuals that it comes from. This file is written by \`npx tsx cli/build/trace.ts\` from those
\`source\` fields, and a test compares the two.

附表1–6 are the tables of seed 000, §1.5.1: 服务、投诉、回访 wording and 售前、售中、售后 talk.
A row that law or platform rules no longer allow is **superseded**: kept here with its reason, never suggested.
`;

/** The trace table: each manual row, the scripts that carry it, and what of it is superseded by which. */
export function traceOf(json: unknown): string {
  const parsed = parsePack(json);
  if (!parsed.ok) throw new Error(`the built-in pack: ${JSON.stringify(parsed.errors[0])}`);
  const rows = new Map<string, { scripts: string[]; superseded: string[] }>();
  for (const entry of parsed.pack.scripts) {
    for (const source of entry.source) {
      const row = rows.get(source) ?? { scripts: [], superseded: [] };
      rows.set(source, row);
      (entry.kind === 'superseded' ? row.superseded : row.scripts).push(entry.id);
    }
  }
  const table = [...rows]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([source, { scripts, superseded }]) =>
        `| ${source} | ${scripts.join(', ')} | ${superseded.join(', ')} |`,
    );
  const old = parsed.pack.scripts.flatMap((entry) =>
    entry.kind === 'superseded'
      ? [
          `| ${entry.id} | ${entry.title} | ${entry.reason} | ${entry.basis} | ${entry.confidence} | ${entry.instead.join(', ')} |`,
        ]
      : [],
  );
  return [
    INTRO,
    '| row | scripts | superseded |',
    '|---|---|---|',
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

if (process.argv[1] === import.meta.filename) writeFileSync(README, traceOf(readBasePack()));
