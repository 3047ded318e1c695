import { browser } from 'wxt/browser';
import type { Adapter } from '../../adapters/define.ts';
import { adapters } from '../../adapters/registry.ts';
import type { ConsoleRow } from '../../components/options/view.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { readEvents } from '../../storage/log/read.ts';

/** How far back a console's last word on its health is looked for. */
const RECENT = 20_000;

type Health = ConsoleRow['health'];

/** The latest health of each console in the log. */
async function lastWords(db: LogDb): Promise<ReadonlyMap<string, Health>> {
  const words = new Map<string, Health>();
  let looked = 0;
  for await (const event of readEvents(db, {
    conversations: [''],
    latestFirst: true,
    withoutValues: true,
  })) {
    looked += 1;
    if (words.size === adapters.length || looked > RECENT) break;
    if (words.has(event.place.console)) continue;
    if (event.kind === 'adapter-healthy') words.set(event.place.console, { kind: 'healthy', at: event.at });
    if (event.kind === 'adapter-broken')
      words.set(event.place.console, { kind: 'broken', at: event.at, missing: event.missing });
  }
  return words;
}

async function healthOf(adapter: Adapter, words: ReadonlyMap<string, Health>): Promise<Health> {
  const granted = await browser.permissions.contains({ origins: [...adapter.matches] });
  return granted ? (words.get(adapter.id) ?? { kind: 'unseen' }) : { kind: 'denied' };
}

/** The shipped consoles with their health as the log last saw it. */
export async function consolesOf(db: LogDb): Promise<ConsoleRow[]> {
  const words = await lastWords(db);
  return Promise.all(
    adapters.map(async (adapter) => ({
      id: adapter.id,
      name: adapter.label,
      host: [...new Set(adapter.matches.map((match) => match.split('/')[2]))].join('、'),
      health: await healthOf(adapter, words),
    })),
  );
}
