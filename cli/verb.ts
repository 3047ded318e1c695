/** What a verb may touch: lines in, lines out. Nothing else of the process, so that a test can call it. */
export interface VerbIo {
  /** Standard input, line by line without the line ends; nothing is read before the first step. */
  readonly lines: AsyncIterable<string>;
  /** Writes one line to standard output. Wait for it, or 100,000 lines pile up before a slow reader. */
  out(line: string): Promise<void>;
  /** Writes one line to standard error. */
  err(line: string): void;
}

/** The shape of a verb's module. Answers the exit status: 0 fine, 1 bad input, 2 wrong usage. */
export interface Verb {
  run(args: string[], io: VerbIo): Promise<number>;
}

/** Thrown for a wrong call (unknown option, missing file): printed with the usage line, exit status 2. */
export class UsageError extends Error {}
