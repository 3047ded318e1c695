import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { promisesIn } from '../core/promises/promises.ts';

/**
 * `tsx bench/eval-promises.ts` reads `tests/eval/promises/lines.yml` and prints precision, recall and F1 of promises
 * and the share of exact due times. `--misses` names the sentences that went wrong.
 */
const file = join(import.meta.dirname, '../tests/eval/promises/lines.yml');
const lines = parse(readFileSync(file, 'utf8')) as {
  readonly at: string;
  readonly promises: readonly { readonly says: string; readonly dues: readonly (string | null)[] }[];
  readonly none: readonly string[];
};
const at = Date.parse(lines.at);
const zone = lines.at.slice(-6);
const misses = process.argv.includes('--misses');

const asked = [...lines.promises, ...lines.none.map((says) => ({ says, dues: [] }))];
let right = 0;
let found = 0;
let wanted = 0;
let exact = 0;
for (const { says, dues } of asked) {
  const got = promisesIn(says, at).map(({ due }) => due);
  const expected = dues.map((due) => (due === null ? null : Date.parse(due + zone)));
  found += got.length;
  wanted += expected.length;
  right += Math.min(got.length, expected.length);
  const open = [...got];
  let hits = 0;
  for (const due of expected) {
    const place = open.indexOf(due);
    if (place < 0) continue;
    open.splice(place, 1);
    hits += 1;
  }
  exact += hits;
  if (misses && (got.length !== expected.length || hits !== expected.length)) {
    const shown = promisesIn(says, at).map(({ text, due }) => [
      text,
      due === null ? null : new Date(due + 8 * 3_600_000).toISOString().slice(0, 19),
    ]);
    console.log(`  ${says} -> ${JSON.stringify(shown)} | ${JSON.stringify(dues)}`);
  }
}
const precision = right / Math.max(1, found);
const recall = right / Math.max(1, wanted);
const f1 = (2 * precision * recall) / Math.max(1e-9, precision + recall);
const share = (value: number): string => value.toFixed(3);
console.log(
  `promises  precision ${share(precision)}  recall ${share(recall)}  F1 ${share(f1)}  due exact ${share(exact / Math.max(1, right))} of ${right}  (${asked.length} sentences)`,
);
