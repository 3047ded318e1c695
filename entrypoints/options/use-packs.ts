import { liveQuery } from 'dexie';
import { useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { say, spoken } from '../../components/i18n/say.ts';
import type { PacksView, PackWish } from '../../components/packs/view.ts';
import { useLive } from '../../components/ui/use-live.ts';
import { call } from '../../messaging/call.ts';
import type { Pack } from '../../scripts-library/pack.ts';
import { CONSENTS, sayIssue } from '../../scripts-library/pack-issue.ts';
import type { PacksDb } from '../../storage/packs/db.ts';
import { type Offer, offerOf } from './offer.ts';
import { readShelf } from './pack-rows.ts';

/** What was done, for the line after an act; `undo` takes it back. */
export interface PackDone {
  readonly text: string;
  readonly tone: 'fine' | 'trouble';
  readonly undo?: () => Promise<unknown>;
}

/** Today on this machine, as packs are dated. */
export const today = (): string => new Date().toLocaleDateString('en-CA');

/** The pack section, wired: reads the packs, looks at files, and has the background install, switch and remove. */
export function usePacks(
  { db, base }: { readonly db: PacksDb; readonly base: Pack },
  done: (what: PackDone) => void,
): { readonly view: PacksView; readonly act: (wish: PackWish) => Promise<void> } {
  const watch = useMemo(() => () => liveQuery(() => readShelf(db, base, today())), [db, base]);
  const live = useLive(watch);
  const [offer, setOffer] = useState<Offer | null>(null);
  const [busy, setBusy] = useState(false);
  const shelf = live.kind === 'value' ? live.value : null;

  const install = async () => {
    if (offer?.view.kind !== 'good' || offer.text === null) return;
    const { title } = offer.view;
    const answer = await call('packs.install', { file: offer.text, consents: CONSENTS });
    if (answer.ok) {
      setOffer(null);
      return done({ text: say('packs.installed', { title, version: answer.version }), tone: 'fine' });
    }
    const [first] = answer.issues;
    done({
      text: say('packs.refused', { why: first ? sayIssue(first, spoken()).text : '' }),
      tone: 'trouble',
    });
  };

  const remove = async ({ pack, title }: Extract<PackWish, { kind: 'remove' }>) => {
    const [active, rows] = await Promise.all([
      db.active.get(pack),
      db.packs.where('id').equals(pack).toArray(),
    ]);
    const text = rows.find(({ hash }) => hash === active?.hash)?.text;
    await call('packs.remove', { pack });
    const undo =
      text === undefined ? {} : { undo: () => call('packs.install', { file: text, consents: CONSENTS }) };
    done({ text: say('packs.removed', { title }), tone: 'fine', ...undo });
  };

  const wishes: {
    readonly [K in PackWish['kind']]: (wish: Extract<PackWish, { kind: K }>) => Promise<void>;
  } = {
    offer: async ({ files }) => {
      const [file] = files;
      if (!file) return;
      setBusy(true);
      try {
        const appVersion = browser.runtime.getManifest().version;
        setOffer(await offerOf(file, { db, base, appVersion, day: today() }));
      } finally {
        setBusy(false);
      }
    },
    install: async () => {
      setBusy(true);
      try {
        await install();
      } finally {
        setBusy(false);
      }
    },
    'put-aside': async () => setOffer(null),
    use: async ({ pack, hash, version }) => {
      await call('packs.use', { pack, hash });
      done({ text: say('packs.used', { version }), tone: 'fine' });
    },
    remove,
    switch: async ({ pack, item, on }) => {
      const entries = shelf?.packs.find(({ id }) => id === pack)?.entries ?? [];
      const title = entries.find(({ section, id }) => `${section}/${id}` === item)?.title ?? item;
      await call('packs.item', { pack, item, on });
      done({
        text: say(on ? 'packs.switchedOn' : 'packs.switchedOff', { title }),
        tone: 'fine',
        undo: () => call('packs.item', { pack, item, on: !on }),
      });
    },
  };

  return {
    view: {
      packs: shelf?.packs ?? null,
      conflicts: shelf?.conflicts ?? [],
      offered: offer?.view ?? null,
      busy,
    },
    act: (wish) => (wishes[wish.kind] as (wish: PackWish) => Promise<void>)(wish),
  };
}
