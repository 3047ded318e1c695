import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter, Confidence, Provenance } from '../../adapters/define.ts';
import { adapters } from '../../adapters/registry.ts';
import { UNREAD } from '../../adapters/unread.ts';
import { UNREAD_WHY } from '../../adapters/unread-why.ts';

// Writes the table of consoles in adapters/README.md, between its markers, from the adapters and their provenance.

const FOLDER = join(import.meta.dirname, '../../adapters');
const README = join(FOLDER, 'README.md');
const [BEGIN, END] = ['<!-- consoles: begin -->', '<!-- consoles: end -->'];

/** The parts that a chat can't be read without, and where an adapter keeps them. */
const partsOf = ({
  messages,
  row,
  conversation,
  composer,
  send,
}: Adapter): Readonly<Record<string, unknown>> => ({
  messages: [messages, row.at],
  who: row.origin,
  time: row.time,
  conversation: conversation.key,
  composer,
  send: composer.length > 0 ? send : [],
});

const WORTH: Readonly<Record<Confidence, number>> = { high: 2, medium: 1, low: 0 };

/** How sure the best known way to a part is; a dash where the page has none that we know. */
function sureness(part: unknown, { seen }: Provenance): string {
  const text = JSON.stringify(part);
  const known = Object.entries(seen)
    .filter(([place]) => text.includes(JSON.stringify(place)))
    .map(([, how]) => how.split(':')[0] as Confidence);
  const [best] = known.sort((a, b) => WORTH[b] - WORTH[a]);
  return best ?? '–';
}

async function rowOf(adapter: Adapter): Promise<string> {
  const { default: provenance } = (await import(`../../adapters/consoles/${adapter.id}.provenance.ts`)) as {
    default: Provenance;
  };
  // Our own guesses are no sight of the page.
  const sources = Object.entries(provenance.sources).filter(([name]) => name !== 'G');
  const days = sources.map(([, { seenOn }]) => seenOn);
  const hosts = new Set(adapter.matches.map((match) => match.split('/')[2] ?? ''));
  const [host = '', ...others] = hosts;
  const cells = [
    `${adapter.label} (\`${adapter.id}\`)`,
    others.length > 0 ? `${host} and ${others.length} more` : host,
    days.sort().at(-1) ?? '–',
    String(sources.length),
    ...Object.values(partsOf(adapter)).map((part) => sureness(part, provenance)),
  ];
  return `| ${cells.join(' | ')} |`;
}

async function main(): Promise<void> {
  const rows = await Promise.all(adapters.map(rowOf));
  const unread = UNREAD.map(
    ({ id, label, matches }) =>
      `- ${label}: ${matches.map((one) => `\`${one}\``).join(', ')}. ${UNREAD_WHY[id] ?? ''}`,
  );
  const table = [
    '| console | host | last seen | sources | messages | who | time | conversation | composer | send |',
    '|---|---|---|---|---|---|---|---|---|---|',
    ...rows,
    '',
    'No adapter, since nobody has described their pages; detection opens there once the agent allows the address:',
    '',
    ...unread,
  ].join('\n');
  const text = readFileSync(README, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const [, after] = rest?.split(END) ?? [];
  if (before === undefined || after === undefined)
    throw new Error(`${README} has lost its markers ${BEGIN} … ${END}`);
  writeFileSync(README, `${before}${BEGIN}\n${table}\n${END}${after}`);
  const pages = readdirSync(join(FOLDER, 'consoles')).filter((name) => name.endsWith('.html')).length;
  console.log(`${README}: ${adapters.length} consoles, ${pages} saved pages`);
}

await main();
