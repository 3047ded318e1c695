import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hear } from './io.fixture.ts';
import { splitLines } from './lines.ts';
import { BadLine, checked, mapNdjson } from './ndjson.ts';
import { UsageError } from './verb.ts';

const collect = async (pieces: string[]) => {
  const lines: string[] = [];
  for await (const line of splitLines(pieces)) lines.push(line);
  return lines;
};

describe('splitLines', () => {
  it.each([
    ['both line ends', ['a\r\nb\nc'], ['a', 'b', 'c']],
    ['an ended last line', ['a\nb\n'], ['a', 'b']],
    ['a byte order mark', ['\uFEFFa\n'], ['a']],
    ['line separators inside a string', ['"x\u2028y"\n'], ['"x\u2028y"']],
    ['empty lines', ['a\n\nb'], ['a', '', 'b']],
    ['nothing', [], []],
  ])('%s', async (_, pieces, lines) => expect(await collect(pieces)).toEqual(lines));

  it('does not care where the pieces are cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '好') })),
        async (pieces) => {
          expect(await collect(pieces)).toEqual(await collect([pieces.join('')]));
        },
      ),
    );
  });
});

describe('mapNdjson', () => {
  const double = checked(z.strictObject({ n: z.number() }));
  const run = (args: string[], input: string[] = []) =>
    hear((files, io) => mapNdjson(files, io, (value) => double(value).n * 2), args, input);

  it('answers good lines in order and names bad ones', async () => {
    const said = await run([], ['{"n":1}', '', '{n:2}', '{"n":"3"}', '{"n":4}', '[]']);
    expect(said.out).toEqual(['2', '8']);
    expect(said.err.map((line) => line.replace(/\(.*/, '').trim())).toEqual([
      'line 3: not JSON',
      'line 4: "n": Invalid input: expected number, received string',
      'line 6: Invalid input: expected object, received array',
    ]);
    expect(said.status).toBe(1);
  });

  it('reads files in order, standard input among them, and says which', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ndjson-'));
    const [first, last] = ['a', 'b'].map((name) => join(folder, name)) as [string, string];
    writeFileSync(first, '{"n":1}\n{"n":2}');
    writeFileSync(last, '{"n":3}\nx\n');
    const said = await run([first, '-', last], ['{"n":10}']);
    expect(said.out).toEqual(['2', '4', '20', '6']);
    expect(said.err[0]).toMatch(`${last}: line 2: not JSON`);
  });

  it('calls a file that is not there wrong usage', async () => {
    await expect(run(['/nowhere/at-all'])).rejects.toThrow(UsageError);
  });

  it('lets a fault of ours through', async () => {
    const broken = hear(
      (files, io) =>
        mapNdjson(files, io, () => {
          throw new TypeError('ours');
        }),
      [],
      ['{}'],
    );
    await expect(broken).rejects.toThrow('ours');
    const refused = await hear(
      (files, io) =>
        mapNdjson(files, io, () => {
          throw new BadLine('theirs');
        }),
      [],
      ['{}'],
    );
    expect(refused).toEqual({ out: [], err: ['line 1: theirs'], status: 1 });
  });
});
