import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');

/**
 * What nobody may say of a log: an agent with developer tools can rewrite what nobody has received yet, and the tool
 * can't show that everything was recorded.
 */
const CLAIMS =
  /tamper[- ]?proof|court[- ]?proof|unforgeable|immutable log|cannot be (?:edited|altered|tampered)|防篡改|不可篡改|无法篡改|不能篡改|杜绝篡改|不可伪造|无法伪造|绝对可信|司法级|具有法律效力|匿名化|已匿名/i;

const FOLDERS = ['components', 'entrypoints', 'public', 'seeds', 'storage', 'core', 'cli', 'docs'];
const TEXTS = /\.(?:tsx?|ya?ml|json|md|html)$/;

function files(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => TEXTS.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

it('promises no more than the evidence holds, in any words that people read', () => {
  const read = [...FOLDERS.flatMap(files), 'README.md', 'DESIGN.md'];
  const said = read.flatMap((file) =>
    readFileSync(join(ROOT, file), 'utf8')
      .split('\n')
      .flatMap((line, at) => {
        const claim = CLAIMS.exec(line)?.[0];
        return claim ? [`${file}:${at + 1} ${claim}`] : [];
      }),
  );
  expect(read.length).toBeGreaterThan(200);
  expect(said).toEqual([]);
});
