import basePack from 'virtual:seeds/base-pack';
import { liveQuery } from 'dexie';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { say } from '../../components/i18n/say.ts';
import { speakOn } from '../../components/i18n/speak-on.ts';
import { OptionsPage } from '../../components/options/OptionsPage.tsx';
import type { ConsoleRow, OptionsWish, PackView } from '../../components/options/view.ts';
import { useLive, wordsOf } from '../../components/ui/use-live.ts';
import { call } from '../../messaging/call.ts';
import { type Pack, scriptsOf } from '../../scripts-library/pack.ts';
import type { LogDb } from '../../storage/log/db.ts';
import { readQuiet } from '../../storage/quiet.ts';
import { readSettings } from '../../storage/settings.ts';
import { consolesOf } from './consoles.ts';
import { quietRows } from './quiet.ts';

const shipped = basePack as Pack;
const pack: PackView = {
  title: shipped.title,
  version: String(shipped.version),
  scripts: scriptsOf(shipped).length,
  rules: shipped.rules.length,
};

type Done =
  | { readonly kind: 'saved' }
  | { readonly kind: 'restored'; readonly title: string }
  | { readonly kind: 'failed'; readonly why: string };

function saidOf(done: Done): string {
  if (done.kind === 'failed') return say('page.failed', { why: done.why });
  return done.kind === 'saved' ? say('options.saved') : say('options.quietRestored', { rule: done.title });
}

/** The settings page, wired: shows what holds, saves through the background. */
export function Options({ db }: { db: LogDb }) {
  const watch = useMemo(
    () => () => liveQuery(async () => ({ settings: await readSettings(db), quiet: await readQuiet(db) })),
    [db],
  );
  const live = useLive(watch);
  const [consoles, setConsoles] = useState<readonly ConsoleRow[]>([]);
  const [done, setDone] = useState<Done | null>(null);
  const settings = live.kind === 'value' ? live.value.settings : null;
  const quiet = live.kind === 'value' ? quietRows(live.value.quiet, shipped.rules) : null;
  if (settings) speakOn(document, settings.language, 'page.options');

  const trouble = (error: unknown) => setDone({ kind: 'failed', why: wordsOf(error) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once when the page opens
  useEffect(() => void consolesOf(db).then(setConsoles, trouble), []);

  async function act(wish: OptionsWish): Promise<void> {
    if (wish.kind === 'close-notice') return setDone(null);
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
    tone: done.kind === 'failed' ? ('trouble' as const) : ('fine' as const),
    undo: false,
  };
  return (
    <OptionsPage
      view={{ settings, pack, consoles, quiet, notice }}
      act={(wish) => void act(wish).catch(trouble)}
    />
  );
}
