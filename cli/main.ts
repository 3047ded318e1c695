import { once } from 'node:events';
import { splitLines } from './lines.ts';
import { runVerb } from './verbs.ts';

// A reader that has seen enough (`| head`) closes the pipe: that ends us, and is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runVerb(process.argv.slice(2), {
  lines: splitLines(process.stdin.setEncoding('utf8')),
  out: async (line) => {
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  },
  err: (line) => {
    process.stderr.write(`${line}\n`);
  },
});
