import { liveQuery } from 'dexie';
import { useState } from 'preact/hooks';
import type { ExportLock, Receiver, ReceiversView, ReceiverWish } from '../../components/desk/view.ts';
import { say } from '../../components/i18n/say.ts';
import { useLive } from '../../components/ui/use-live.ts';
import type { Lock } from '../../storage/log-file/file-key.ts';
import { toPassphrase } from '../../storage/log-file/passphrase.ts';
import { toKey } from '../../storage/log-file/to-key.ts';
import { forgetKey, KnownKeysDb, keepKey, knownKeys } from '../../storage/receiving/known-keys.ts';
import { fingerprintOf } from '../../storage/receiving/point.ts';
import { type PublicKeyFile, type ReadKey, readPublicFile } from '../../storage/receiving/public-file.ts';

/** This page's own store of the keys that logs may be encrypted to. */
const db = new KnownKeysDb();
const watch = () => liveQuery(() => knownKeys(db));

const shown = (id: string, { label, made }: PublicKeyFile): Receiver => ({
  ...{ id, label, made },
  fingerprint: fingerprintOf(id),
});

/** Supervisors' keys as an export may be encrypted to them: read in, compared, kept and removed. */
export function useReceivers(): {
  readonly view: ReceiversView;
  /** Does it, and gives the key that was kept, or undefined. */
  act(wish: ReceiverWish): Promise<string | undefined>;
} {
  const live = useLive(watch);
  const [read, setRead] = useState<ReadKey | null>(null);
  const known = live.kind === 'value' ? live.value.map((key) => shown(key.id, key)) : [];

  async function act(wish: ReceiverWish): Promise<string | undefined> {
    switch (wish.kind) {
      case 'receiver-read':
        setRead(await readPublicFile(wish.file));
        return undefined;
      case 'receiver-leave':
        setRead(null);
        return undefined;
      case 'receiver-forget':
        await forgetKey(db, wish.id);
        return undefined;
      case 'receiver-keep':
        if (read?.kind !== 'key') return undefined;
        await keepKey(db, read.id, read.file, Date.now());
        setRead(null);
        return read.id;
    }
  }

  const unread: ReceiversView['read'] | null =
    live.kind === 'failed' ? { kind: 'refused', why: say('page.failed', { why: live.why }) } : null;
  return { view: { known, read: unread ?? readView(read, known) }, act };
}

function readView(read: ReadKey | null, known: readonly Receiver[]): ReceiversView['read'] {
  if (!read) return { kind: 'nothing' };
  if (read.kind === 'refused') return { kind: 'refused', why: say(`lock.refused.${read.why}`) };
  const key = shown(read.id, read.file);
  const same = known.some(({ id }) => id === key.id);
  const clash = known.some(({ id, label }) => id !== key.id && label === key.label);
  return { kind: 'offer', key, meets: clash ? 'clash' : same ? 'same' : 'none' };
}

/** What locks the file, or null; `label` is whose key it is. @throws if the key was removed meanwhile */
export async function lockOf(choice: ExportLock): Promise<{ lock: Lock | null; label: string | null }> {
  switch (choice.kind) {
    case 'none':
      return { lock: null, label: null };
    case 'passphrase':
      return { lock: toPassphrase(choice.passphrase), label: null };
    case 'key': {
      const key = choice.id === null ? undefined : await db.keys.get(choice.id);
      if (!key) throw new Error(say('lock.gone'));
      return { lock: toKey(key.point), label: key.label };
    }
  }
}
