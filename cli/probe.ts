import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildExtension, EXTENSION } from './browser/build-extension.ts';
import { startPractice } from './practice/server.ts';
import { inOrder, probe } from './probe/probe.ts';

const USAGE = `npm run -s probe -- URL [--wait SECONDS] [--adapter] [--headed]
  Opens URL in a real browser with the extension and prints as JSON what is read there: conversation, messages with
  by, text and sentAt, composer, send control, missing parts. --adapter prints the adapter too, --wait gives a slow page
  more time (15 seconds), --headed shows the window. Practice consoles are at their real addresses with --practice.`;

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      wait: { type: 'string' },
      adapter: { type: 'boolean' },
      headed: { type: 'boolean' },
      practice: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const [url] = positionals;
  if (values.help || !url || positionals.length > 1 || !/^https?:\/\//.test(url)) {
    console.error(USAGE);
    return 2;
  }
  if (!existsSync(join(EXTENSION, 'manifest.json'))) buildExtension();
  const practice = values.practice ? await startPractice() : null;
  try {
    const reading = await probe(url, {
      extension: EXTENSION,
      headless: !values.headed,
      ...(values.wait ? { patience: Number(values.wait) * 1_000 } : {}),
      ...(practice ? { hostRules: practice.hostRules } : {}),
    });
    console.log(
      JSON.stringify(
        { ...inOrder(reading), ...(values.adapter ? { adapter: reading.adapter } : {}) },
        null,
        2,
      ),
    );
    return reading.source === 'none' ? 1 : 0;
  } finally {
    await practice?.close();
  }
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exit(1);
  },
);
