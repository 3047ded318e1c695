import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { PageKey } from '../../components/i18n/say.ts';
import type { SiteRow, SiteWish } from '../../components/options/view.ts';
import { download } from '../../components/ui/download.ts';
import { useLive } from '../../components/ui/use-live.ts';
import { adapterSchema } from '../../core/adapter.schema.ts';
import type { Adapter } from '../../core/adapter.ts';
import { call } from '../../messaging/call.ts';
import { AdapterDb, keptAdapters } from '../../storage/adapters.ts';
import { grantedOrigins } from '../background/grants.ts';

/** What came of an act, said when it is drawn. */
export interface SiteNews {
  readonly key: PageKey;
  readonly values: Readonly<Record<string, string>>;
  readonly trouble: boolean;
}

const hostIn = (pattern: string) => pattern.split('/')[2]?.split(':')[0] ?? '';
const originOf = (host: string) => `https://${host}/*`;

/** Allowed origins and kept adapters, one row a site; an adapter whose site is no longer allowed says so. */
export function siteRows(granted: readonly string[], adapters: readonly Adapter[]): SiteRow[] {
  const hosts = new Set(granted.map(hostIn));
  const named = adapters.flatMap((adapter) =>
    adapter.matches.map((pattern) => ({ adapter, host: hostIn(pattern) })),
  );
  const read = named.map(({ adapter, host }): SiteRow => {
    const shipped = !adapter.id.startsWith('own-');
    const state = hosts.has(host) || shipped ? 'read' : 'denied';
    return { host, adapter: { id: adapter.id, label: adapter.label }, state, origin: hosts.has(host) };
  });
  const unread = [...hosts].filter((host) => !named.some((one) => one.host === host));
  return [
    ...read,
    ...unread.map((host): SiteRow => ({ host, adapter: null, state: 'unread', origin: true })),
  ];
}

/** The allowed sites, live, and what a person does with them. Permissions are asked for in the same turn as the click. */
export function useSites(tell: (news: SiteNews) => void): {
  readonly rows: readonly SiteRow[];
  act(wish: SiteWish): Promise<void>;
} {
  const db = useMemo(() => new AdapterDb(), []);
  const kept = useLive(useMemo(() => () => liveQuery(() => keptAdapters(db)), [db]));
  const [granted, setGranted] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = () => void grantedOrigins().then(setGranted);
    read();
    browser.permissions.onAdded.addListener(read);
    browser.permissions.onRemoved.addListener(read);
    return () => {
      browser.permissions.onAdded.removeListener(read);
      browser.permissions.onRemoved.removeListener(read);
    };
  }, []);
  const adapters = kept.kind === 'value' ? kept.value.map(({ adapter }) => adapter) : [];
  const done = (key: PageKey, values: SiteNews['values'] = {}) => tell({ key, values, trouble: false });
  const failed = (key: PageKey) => tell({ key, values: {}, trouble: true });

  async function act(wish: SiteWish): Promise<void> {
    switch (wish.kind) {
      case 'allow': {
        const { host } = wish;
        const yes = await browser.permissions.request({ origins: [originOf(host)] });
        return yes ? done('options.ownAllowed', { host }) : failed('options.ownRefused');
      }
      case 'revoke':
        await browser.permissions.remove({ origins: [originOf(wish.host)] });
        return done('options.ownRevoked', { host: wish.host });
      case 'export': {
        const adapter = adapters.find(({ id }) => id === wish.id);
        if (adapter)
          download(
            new Blob([JSON.stringify(adapter, null, 2)], { type: 'application/json' }),
            `${adapter.id}.json`,
          );
        return;
      }
      case 'drop': {
        const label = adapters.find(({ id }) => id === wish.id)?.label ?? wish.id;
        await call('adapter.drop', { id: wish.id });
        return done('options.ownDropped', { label });
      }
      case 'import': {
        const adapter = await readAdapter(wish.file);
        if (!adapter) return failed('options.ownWrong');
        await call('adapter.save', { adapter });
        return done('options.ownImported', { label: adapter.label });
      }
    }
  }
  return { rows: siteRows(granted, adapters), act };
}

/** An adapter from a file of another machine, or null: any doubt refuses the whole of it. */
export async function readAdapter(file: Pick<File, 'size' | 'text'>): Promise<Adapter | null> {
  if (file.size > 200_000) return null;
  try {
    const { success, data } = adapterSchema.safeParse(JSON.parse(await file.text()));
    return success ? data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
