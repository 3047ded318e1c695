import { liveQuery } from 'dexie';
import { useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Backup } from '../../components/desk/Backup.tsx';
import type { BackupView, BackupWish } from '../../components/desk/view.ts';
import { say, spoken } from '../../components/i18n/say.ts';
import { download } from '../../components/ui/download.ts';
import { count } from '../../components/ui/format.ts';
import { useLive, wordsOf } from '../../components/ui/use-live.ts';
import type { BackupPlan } from '../../storage/backup/db.ts';
import { BackupError } from '../../storage/backup/form.ts';
import { type OpenBackup, openBackup } from '../../storage/backup/read.ts';
import { restoreBackup } from '../../storage/backup/restore.ts';
import { readChain } from '../../storage/log/chain.ts';
import { readRestored } from '../../storage/log/restored.ts';
import { LogFileError } from '../../storage/log-file/error.ts';
import { exportLog } from '../../storage/log-file/export.ts';
import { secretOf } from '../../storage/log-file/passphrase.ts';
import { askToWrite, backUp, canPickFolder, mayWrite, pickFolder } from './backup-run.ts';
import { tellLog } from './export.ts';
import { restoreMade } from './restore-made.ts';
import type { SectionProps } from './SectionPart.tsx';
import { backups, beside } from './use-backup.ts';

/** Backups and restoring, wired. */
export function BackupSection({ data, person, say: tell }: SectionProps) {
  const { db, desk } = data;
  const [state, setState] = useState<BackupView['state']>('idle');
  const [offer, setOffer] = useState<OpenBackup | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const watch = useMemo(
    () => () =>
      liveQuery(async () => {
        const [plan, last, chain, restored] = await Promise.all([
          backups.plan(),
          backups.last(),
          readChain(db),
          readRestored(db),
        ]);
        return { plan, last, chain, restored };
      }),
    [db],
  );
  const known = useLive(watch);
  const [allowed, setAllowed] = useState(true);
  if (known.kind !== 'value') return null;
  const { plan, last, chain, restored } = known.value;
  if (plan?.folder) void mayWrite(plan.folder).then(setAllowed);

  const fine = (text: string) => tell({ text, tone: 'fine', undo: false });

  async function write(now: BackupPlan): Promise<void> {
    setState('writing');
    const { file, entries } = await backUp({ ...data, ...beside }, backups, now, new AbortController());
    fine(say('backup.done', { file, n: count(entries) }));
  }

  async function act(wish: BackupWish): Promise<void> {
    setRefused(null);
    switch (wish.kind) {
      case 'backup-set-up': {
        const folder = canPickFolder() ? await pickFolder() : null;
        if (canPickFolder() && !folder) return;
        const secret = await secretOf(wish.passphrase);
        const made: BackupPlan = { id: 'plan', label: person ?? '客服', folder, secret };
        await backups.rows.put(made);
        return write(made);
      }
      case 'backup-allow':
      case 'backup-now': {
        if (!plan) return;
        const may = !plan.folder || (await askToWrite(plan.folder));
        setAllowed(may);
        return may ? write(plan) : undefined;
      }
      case 'backup-stop':
        await backups.rows.delete('plan');
        return fine(say('backup.stopped'));
      case 'restore-open':
        setState('reading');
        setOffer(await openBackup(wish.file, wish.passphrase, new AbortController()));
        return;
      case 'restore-leave':
        setOffer(null);
        return;
      case 'restore-go': {
        if (!offer) return;
        setState('restoring');
        for (const { claim, count: entries, head } of await restoreBackup(db, desk, offer, Date.now()))
          await tellLog({ kind: 'log-restored', log: claim.log, entries, head });
        const left = await restoreMade(offer.head.made, beside);
        setOffer(null);
        const done = say('restore.done', { n: count(offer.entries) });
        if (left.length === 0) return fine(done);
        const names = new Intl.ListFormat(spoken()).format(left);
        return tell({ text: done + say('restore.left', { names }), tone: 'trouble', undo: false });
      }
      case 'restored-export': {
        const app = browser.runtime.getManifest().version;
        for (const one of restored) {
          const { fileName, stream } = await exportLog(db, { agentLabel: person ?? '', app, restored: one });
          download(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).blob(), fileName);
        }
      }
    }
  }

  const view: BackupView = {
    folders: canPickFolder(),
    plan: plan && { folder: plan.folder?.name ?? null, allowed },
    last,
    fresh: last && last.log === chain?.log ? chain.n - last.n : (chain?.n ?? 0),
    state,
    offer: offer && {
      ...{ label: offer.head.label, at: offer.head.at, entries: offer.entries, range: offer.range },
    },
    restored,
    refused,
  };
  return (
    <Backup
      view={view}
      act={(wish) =>
        void act(wish)
          .catch((error: unknown) => {
            setOffer(null);
            if (error instanceof BackupError || error instanceof LogFileError)
              setRefused(error.says[spoken()]);
            else setRefused(say('page.failed', { why: wordsOf(error) }));
          })
          .finally(() => setState('idle'))
      }
    />
  );
}
