import basePack from 'virtual:seeds/base-pack';
import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Adapter } from '../../adapters/define.ts';
import { adapters } from '../../adapters/registry.ts';
import { say } from '../../components/i18n/say.ts';
import { speakOn } from '../../components/i18n/speak-on.ts';
import { OptionsPage } from '../../components/options/OptionsPage.tsx';
import type { ConsoleRow, OptionsWish } from '../../components/options/view.ts';
import { useLive, wordsOf } from '../../components/ui/use-live.ts';
import { call } from '../../messaging/call.ts';
import type { Pack } from '../../scripts-library/pack.ts';
import type { LogDb } from '../../storage/log/db.ts';
import type { PacksDb } from '../../storage/packs/db.ts';
import type { ProposalDb } from '../../storage/proposals.ts';
import { readQuiet } from '../../storage/quiet.ts';
import { readSettings } from '../../storage/settings.ts';
import { consolesOf } from './consoles.ts';
import { quietRows } from './quiet.ts';
import { type SiteNews, useSites } from './sites.ts';
import { type PackDone, usePacks } from './use-packs.ts';
import { useProposals } from './use-proposals.ts';

const keyOwners: Record<string, string[]> = {};
for (const { ownShortcuts, label } of adapters as readonly Adapter[])
  for (const key of ownShortcuts) keyOwners[key] = [...(keyOwners[key] ?? []), label];

const shipped = basePack as Pack;
type Done =
  | { readonly kind: 'saved' }
  | { readonly kind: 'restored'; readonly title: string }
  | { readonly kind: 'packs'; readonly what: PackDone }
  | { readonly kind: 'undone' }
  | { readonly kind: 'sites'; readonly news: SiteNews }
  | { readonly kind: 'failed'; readonly why: string };

function saidOf(done: Done): string {
  if (done.kind === 'packs') return done.what.text;
  if (done.kind === 'sites') return say(done.news.key, done.news.values);
  if (done.kind === 'undone') return say('options.undone');
  if (done.kind === 'failed') return say('page.failed', { why: done.why });
  return done.kind === 'saved' ? say('options.saved') : say('options.quietRestored', { rule: done.title });
}

const isTrouble = (done: Done): boolean =>
  done.kind === 'failed' ||
  (done.kind === 'packs' && done.what.tone === 'trouble') ||
  (done.kind === 'sites' && done.news.trouble);

/** The settings page, wired: shows what holds, saves through the background. */
export function Options({
  db,
  packsDb,
  proposalDb,
}: {
  db: LogDb;
  packsDb: PacksDb;
  proposalDb: ProposalDb;
}) {
  const watch = useMemo(
    () => () => liveQuery(async () => ({ settings: await readSettings(db), quiet: await readQuiet(db) })),
    [db],
  );
  const live = useLive(watch);
  const [consoles, setConsoles] = useState<readonly ConsoleRow[]>([]);
  const [done, setDone] = useState<Done | null>(null);
  const packs = usePacks({ db: packsDb, base: shipped }, (what) => setDone({ kind: 'packs', what }));
  const proposals = useProposals({ db: proposalDb, packsDb, base: shipped }, (what) =>
    setDone({ kind: 'packs', what }),
  );
  const sites = useSites((news) => setDone({ kind: 'sites', news }));
  const settings = live.kind === 'value' ? live.value.settings : null;
  const quiet = live.kind === 'value' ? quietRows(live.value.quiet, shipped.rules) : null;
  if (settings) speakOn(document, settings.language, 'page.options');

  const trouble = (error: unknown) => setDone({ kind: 'failed', why: wordsOf(error) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once when the page opens
  useEffect(() => void consolesOf(db).then(setConsoles, trouble), []);

  async function act(wish: OptionsWish): Promise<void> {
    if (wish.kind === 'close-notice') return setDone(null);
    if (wish.kind === 'packs') return packs.act(wish.wish);
    if (wish.kind === 'proposals') return proposals.act(wish.wish);
    if (wish.kind === 'sites') return sites.act(wish.wish);
    if (wish.kind === 'undo') {
      if (done?.kind === 'packs') await done.what.undo?.();
      return setDone({ kind: 'undone' });
    }
    if (wish.kind === 'restore') {
      const { console, shop, rule, title } = wish.row;
      await call('rule.quiet', { place: { console, shop, seat: 'unknown' }, rule, quiet: false });
      return setDone({ kind: 'restored', title });
    }
    await call('settings.save', wish.settings);
    setDone({ kind: 'saved' });
  }

  // Said when drawn, not when done: the language itself may just have been changed.
  const notice = done && {
    text: saidOf(done),
    tone: isTrouble(done) ? ('trouble' as const) : ('fine' as const),
    undo: done.kind === 'packs' && done.what.undo !== undefined,
  };
  return (
    <OptionsPage
      view={{
        settings,
        keyOwners,
        packs: packs.view,
        proposals: proposals.view,
        consoles,
        sites: sites.rows,
        quiet,
        notice,
      }}
      act={(wish) => void act(wish).catch(trouble)}
    />
  );
}
