import { LogFileError } from '../../storage/log-file/error.ts';
import { readLog } from '../../storage/log-file/read.ts';

/** What became of mutated files: how each ended, and the slowest. */
export interface Mutated {
  readonly tried: number;
  readonly refused: Readonly<Record<string, number>>;
  /** Files that read the same as before: the change fell on something that gzip does not mind. */
  readonly same: number;
  readonly slowestMs: number;
}

/**
 * Turns bits, cuts, splices and doubles parts of a file and reads each result. Every one must be refused with an error
 * of ours or read the same; anything else throws. Ends after `mostMs` or `count` files.
 */
export async function mutate(
  file: Uint8Array<ArrayBuffer>,
  { count, mostMs, random }: { count: number; mostMs: number; random: () => number },
): Promise<Mutated> {
  const honest = (await readLog(new Blob([file]))).sha256;
  const refused: Record<string, number> = {};
  const end = performance.now() + mostMs;
  let tried = 0;
  let same = 0;
  let slowestMs = 0;
  while (tried < count && performance.now() < end) {
    const bytes = mutated(file, random);
    const start = performance.now();
    const outcome = await readLog(new Blob([bytes])).then(
      ({ sha256 }) => sha256,
      (error: unknown) => {
        if (error instanceof LogFileError) return error.code;
        throw error;
      },
    );
    slowestMs = Math.max(slowestMs, performance.now() - start);
    tried += 1;
    if (outcome === honest) same += 1;
    else if (outcome.startsWith('E_')) refused[outcome] = (refused[outcome] ?? 0) + 1;
    else throw new Error('a changed file was taken for another log');
  }
  return { tried, refused, same, slowestMs };
}

function mutated(file: Uint8Array<ArrayBuffer>, random: () => number): Uint8Array<ArrayBuffer> {
  const at = Math.floor(random() * file.length);
  const length = 1 + Math.floor(random() * 40);
  const from = Math.floor(random() * file.length);
  switch (Math.floor(random() * 5)) {
    case 0: {
      const turned = file.slice();
      turned[at] = (turned[at] ?? 0) ^ (1 << Math.floor(random() * 8));
      return turned;
    }
    case 1:
      return file.slice(0, at);
    case 2:
      return joined(file.slice(0, at), file.slice(at + length));
    case 3:
      return joined(file.slice(0, at), file.slice(from, from + length), file.slice(at));
    default:
      return joined(file.slice(0, at), file.slice(from, from + length), file.slice(at + length));
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
