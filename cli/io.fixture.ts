import type { VerbIo } from './verb.ts';

/** A verb's world in a test: lines in, what it said, how it ended. */
export interface Said {
  readonly out: readonly string[];
  readonly err: readonly string[];
  readonly status: number;
}

/** Runs a verb on these lines of standard input. */
export async function hear(
  verb: (args: string[], io: VerbIo) => Promise<number>,
  args: readonly string[],
  input: readonly string[] = [],
): Promise<Said> {
  const out: string[] = [];
  const err: string[] = [];
  async function* lines() {
    yield* input;
  }
  const status = await verb([...args], {
    lines: lines(),
    out: async (line) => {
      out.push(line);
    },
    err: (line) => {
      err.push(line);
    },
  });
  return { out, err, status };
}
