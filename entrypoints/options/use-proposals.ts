import { liveQuery } from 'dexie';
import { useMemo } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { say, spoken } from '../../components/i18n/say.ts';
import type { ProposalsView, ProposalWish } from '../../components/proposals/view.ts';
import { download } from '../../components/ui/download.ts';
import { useLive } from '../../components/ui/use-live.ts';
import { call } from '../../messaging/call.ts';
import { ADOPTED, adopt } from '../../scripts-library/adopted.ts';
import type { Pack } from '../../scripts-library/pack.ts';
import { CONSENTS, sayIssue } from '../../scripts-library/pack-issue.ts';
import type { PacksDb } from '../../storage/packs/db.ts';
import { knownPack, packsInUse } from '../../storage/packs/store.ts';
import { type ProposalDb, readProposals } from '../../storage/proposals.ts';
import { offerOf } from './offer.ts';
import { consoleName } from './quiet.ts';
import { type PackDone, today } from './use-packs.ts';

const FILE = `${ADOPTED}.cspack`;

/** The proposals of the settings page, wired: an accepted one is installed as a version of this shop's own pack. */
export function useProposals(
  { db, packsDb, base }: { readonly db: ProposalDb; readonly packsDb: PacksDb; readonly base: Pack },
  done: (what: PackDone) => void,
): { readonly view: ProposalsView; readonly act: (wish: ProposalWish) => Promise<void> } {
  const watch = useMemo(
    () => () =>
      liveQuery(async () => ({ rows: await readProposals(db), adopted: await adoptedPack(packsDb) })),
    [db, packsDb],
  );
  const live = useLive(watch);
  const known = live.kind === 'value' ? live.value : null;

  const putBack = (id: string) => {
    const row = known?.rows.find((one) => one.id === id);
    return async () => void (row && (await call('proposal.restore', { row })));
  };

  const accept = async (wish: Extract<ProposalWish, { kind: 'accept' }>): Promise<void> => {
    const before = await adoptedPack(packsDb);
    const version = ((await knownPack(packsDb, ADOPTED))?.highest ?? 0) + 1;
    const about = { title: say('proposals.packTitle'), publisher: say('proposals.packPublisher') };
    const day = today();
    const text = JSON.stringify(adopt(before?.pack ?? null, wish, { ...about, version, day }));
    const appVersion = browser.runtime.getManifest().version;
    const { view } = await offerOf(new File([text], FILE), { db: packsDb, base, appVersion, day });
    const trips = view.issues.find(({ code }) => code === 'W_TRIPS_OTHER');
    if (trips) return refused(say('proposals.trips', { words: trips.message }));
    const answer = await call('packs.install', { file: text, consents: CONSENTS });
    const [first] = answer.ok ? [] : answer.issues;
    if (first) return refused(sayIssue(first, spoken()).text);
    await call('proposal.drop', { id: wish.id, home: null });
    const restore = putBack(wish.id);
    done({
      text: say('proposals.accepted'),
      tone: 'fine',
      undo: async () => {
        if (before) await call('packs.use', { pack: ADOPTED, hash: before.hash });
        else await call('packs.remove', { pack: ADOPTED });
        await restore();
      },
    });
  };

  const refused = (why: string): void => done({ text: say('proposals.refused', { why }), tone: 'trouble' });

  return {
    view: {
      rows: known?.rows.map((row) => ({ ...row, console: consoleName(row.console) })) ?? null,
      adopted: known?.adopted?.pack.scripts.length ?? 0,
    },
    act: async (wish) => {
      if (wish.kind === 'accept') return accept(wish);
      if (wish.kind === 'export')
        return known?.adopted ? download(new Blob([known.adopted.text]), FILE) : undefined;
      const undo = putBack(wish.id);
      await call('proposal.drop', { id: wish.id, home: null });
      done({ text: say('proposals.rejected'), tone: 'fine', undo });
    },
  };
}

/** The pack of adopted scripts as it is in use, if there is one. */
async function adoptedPack(
  db: PacksDb,
): Promise<{ readonly pack: Pack; readonly hash: string; readonly text: string } | null> {
  const found = (await packsInUse(db)).find(({ active }) => active.id === ADOPTED);
  return found ? { pack: found.found.pack, hash: found.row.hash, text: found.row.text } : null;
}
