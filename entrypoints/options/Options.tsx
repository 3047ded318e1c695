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
import { readSettings } from '../../storage/settings.ts';
import { consolesOf } from './consoles.ts';

const shipped = basePack as Pack;
const pack: PackView = {
  title: shipped.title,
  version: String(shipped.version),
  scripts: scriptsOf(shipped).length,
  rules: shipped.rules.length,
};

/** The settings page, wired: shows what holds, saves through the background. */
export function Options({ db }: { db: LogDb }) {
  const watch = useMemo(() => () => liveQuery(() => readSettings(db)), [db]);
  const live = useLive(watch);
  const [consoles, setConsoles] = useState<readonly ConsoleRow[]>([]);
  const [done, setDone] = useState<{ readonly failed: string | null } | null>(null);
  const settings = live.kind === 'value' ? live.value : null;
  if (settings) speakOn(document, settings.language, 'page.options');

  const trouble = (error: unknown) => setDone({ failed: wordsOf(error) });
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once when the page opens
  useEffect(() => void consolesOf(db).then(setConsoles, trouble), []);

  async function act(wish: OptionsWish): Promise<void> {
    if (wish.kind === 'close-notice') return setDone(null);
    await call('settings.save', wish.settings);
    setDone({ failed: null });
  }

  // Said when drawn, not when done: the language itself may just have been changed.
  const notice = done && {
    text: done.failed === null ? say('options.saved') : say('page.failed', { why: done.failed }),
    tone: done.failed === null ? ('fine' as const) : ('trouble' as const),
    undo: false,
  };
  return (
    <OptionsPage view={{ settings, pack, consoles, notice }} act={(wish) => void act(wish).catch(trouble)} />
  );
}
