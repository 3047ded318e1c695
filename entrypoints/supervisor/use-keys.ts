import { liveQuery } from 'dexie';
import { useMemo, useState } from 'preact/hooks';
import { say } from '../../components/i18n/say.ts';
import type { KeysView, KeyWish } from '../../components/supervisor/view.ts';
import { day } from '../../components/ui/days.ts';
import { download } from '../../components/ui/download.ts';
import { type Live, useLive, wordsOf } from '../../components/ui/use-live.ts';
import { logFileName } from '../../storage/log-file/write.ts';
import {
  makeKey,
  type OwnKey,
  type OwnKeysDb,
  ownKeys,
  removeKey,
  renameKey,
  retireKey,
} from '../../storage/receiving/own-keys.ts';
import { fingerprintOf } from '../../storage/receiving/point.ts';
import { labelOf, writePublicFile } from '../../storage/receiving/public-file.ts';
import type { LogRow } from '../../storage/supervisor/store.ts';

/** The drawer of receiving keys, wired. What was done or failed is told inside it: it covers the page's own line. */
export function useKeys(
  db: OwnKeysDb,
  logs: readonly LogRow[],
): {
  /** Null while the drawer is closed. */
  readonly view: KeysView | null;
  act(wish: KeyWish): Promise<void>;
} {
  const watch = useMemo(() => () => liveQuery(() => ownKeys(db)), [db]);
  const live = useLive(watch);
  const [open, setOpen] = useState(false);
  const [told, setTold] = useState<KeysView['told']>(null);
  const fine = (text: string) => setTold({ text, tone: 'fine' });

  async function done(wish: KeyWish): Promise<void> {
    if ('label' in wish && labelOf(wish.label) === '')
      return setTold({ text: say('keys.noLabel'), tone: 'trouble' });
    switch (wish.kind) {
      case 'open-keys':
        setTold(null);
        return setOpen(wish.open);
      case 'key-make': {
        const { label } = await makeKey(db, wish.label, Date.now());
        return fine(say('keys.made', { label }));
      }
      default:
        return withKey(wish);
    }
  }

  async function withKey(wish: Extract<KeyWish, { id: string }>): Promise<void> {
    const key = await db.keys.get(wish.id);
    if (!key) return;
    const { label, point, madeAt } = key;
    switch (wish.kind) {
      case 'key-rename':
        await renameKey(db, key.id, wish.label);
        return fine(say('keys.renamed', { label: labelOf(wish.label) }));
      case 'key-save': {
        const file = logFileName(label, new Date(madeAt)).replace(/\.cslog$/, '.cskey');
        download(writePublicFile({ label, point, made: day(madeAt) }), file);
        return fine(say('keys.saved', { file }));
      }
      case 'key-retire':
        await retireKey(db, key.id, wish.retired ? Date.now() : null);
        return fine(say(wish.retired ? 'keys.retiredNow' : 'keys.reusedNow', { label }));
      case 'key-remove':
        await removeKey(db, key.id);
        return fine(say('keys.removed', { label }));
    }
  }

  return {
    view: open ? { list: listOf(live, logs), told: live.kind === 'failed' ? failed(live.why) : told } : null,
    act: (wish) => done(wish).catch((error: unknown) => setTold(failed(wordsOf(error)))),
  };
}

const failed = (why: string) => ({ text: say('keys.failed', { why }), tone: 'trouble' }) as const;

const listOf = (live: Live<readonly OwnKey[]>, logs: readonly LogRow[]): KeysView['list'] =>
  live.kind === 'loading'
    ? null
    : live.kind === 'failed'
      ? []
      : live.value.map(({ id, label, madeAt, retiredAt }) => ({
          ...{ id, label, madeAt },
          fingerprint: fingerprintOf(id),
          retired: retiredAt !== null,
          files: logs.flatMap((log) => (log.openedBy === id ? [log.fileName] : [])),
        }));
