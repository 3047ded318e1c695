import { UsageError, type Verb, type VerbIo } from './verb.ts';

/** Every verb, loaded when called. A name of two words is matched before one of one word. */
const VERBS: Readonly<Record<string, { readonly usage: string; readonly load: () => Promise<Verb> }>> = {
  screen: { usage: 'screen [--pack F…] [FILE…]', load: () => import('./screen.ts') },
  suggest: {
    usage: 'suggest [--pack F…] [--library F] [--history F] [--candidates] [--top 5] [FILE…]',
    load: () => import('./suggest.ts'),
  },
  classify: { usage: 'classify [--pack F…] [--history F] [FILE…]', load: () => import('./classify.ts') },
  promises: { usage: 'promises [FILE…]', load: () => import('./promises.ts') },
  clock: { usage: 'clock --profile ID [--shifts F] [FILE…]', load: () => import('./clock.ts') },
  'log verify': {
    usage: 'log verify FILE… [--anchor CODE] [--passphrase-file FILE]',
    load: () => import('./log-verify.ts'),
  },
  'pack lint': { usage: 'pack lint FILE… [--lang zh|en]', load: () => import('./pack/lint.ts') },
  'pack test': { usage: 'pack test FILE…', load: () => import('./pack/test.ts') },
  'pack build': {
    usage:
      'pack build FILE|FOLDER [--out F.cspack] [--key F | --new-key F] [--id ID] [--title T] [--publisher P]',
    load: () => import('./pack/build.ts'),
  },
  'pack sign': {
    usage: 'pack sign FILE --key F | --new-key F [--out F.cspack]',
    load: () => import('./pack/sign.ts'),
  },
  'pack verify': { usage: 'pack verify FILE…', load: () => import('./pack/verify.ts') },
  'pack import': {
    usage: 'pack import FILE… [--out F.yml] [--id ID] [--title T] [--publisher P]',
    load: () => import('./pack/import.ts'),
  },
  'pack schema': { usage: 'pack schema', load: () => import('./pack/schema.ts') },
  'log parquet': {
    usage: 'log parquet FILE --out F [--passphrase-file FILE]',
    load: () => import('./log-parquet.ts'),
  },
  'log report': {
    usage:
      'log report FILE… --rows conversation|turn|finding|case --format csv|ndjson|xlsx|html [--out F] [--profile ID] [--lang zh|en] [--passphrase-file FILE]',
    load: () => import('./log-report.ts'),
  },
  'log score': {
    usage: 'log score FILE… [--rubric F] [--passphrase-file FILE]',
    load: () => import('./log-score.ts'),
  },
};

const USAGE = ['usage:', ...Object.values(VERBS).map(({ usage }) => `  counterside ${usage}`)];

/** Runs the verb that the words begin with. Answers the exit status: 0 fine, 1 bad input, 2 wrong usage. */
export async function runVerb(words: readonly string[], io: VerbIo): Promise<number> {
  const name = [words.slice(0, 2).join(' '), words[0] ?? ''].find((each) => Object.hasOwn(VERBS, each));
  const verb = name === undefined ? undefined : VERBS[name];
  if (name === undefined || verb === undefined) {
    const asked = words[0] === undefined || words[0] === '--help' ? [] : [`unknown verb: ${words.join(' ')}`];
    for (const line of [...asked, ...USAGE]) io.err(line);
    return words[0] === '--help' ? 0 : 2;
  }
  try {
    const { run } = await verb.load();
    return await run(words.slice(name.split(' ').length), io);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    io.err(error.message);
    io.err(`usage: counterside ${verb.usage}`);
    return 2;
  }
}
