import { liveQuery } from 'dexie';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { BackupNeed, LogView } from '../../components/desk/view.ts';
import { say } from '../../components/i18n/say.ts';
import { count } from '../../components/ui/format.ts';
import type { NoticeView } from '../../components/ui/Notice.tsx';
import { useLive, wordsOf } from '../../components/ui/use-live.ts';
import { AdapterDb } from '../../storage/adapters.ts';
import { BackupDb, type BackupPlan } from '../../storage/backup/db.ts';
import { readChain } from '../../storage/log/chain.ts';
import { PacksDb } from '../../storage/packs/db.ts';
import { askToWrite, backUp, isDue, mayWrite, wantsSetUp } from './backup-run.ts';
import type { DeskData } from './use-day.ts';

/** This page's own store of where backups go. */
export const backups = new BackupDb();

/** What a backup holds beside the log; the background is their writer. */
export const beside = { packs: new PacksDb(), adapters: new AdapterDb() };

const LOOK_MS = 10 * 60_000;

export interface Backing {
  /** What backups need of a person now. */
  readonly need: BackupNeed | null;
  /** Backs up now, after asking for the folder again where the browser wants that. Needs a press. */
  now(): Promise<void>;
  /** At the end of a shift: backs up if that needs nobody. */
  shiftEnds(): Promise<void>;
}

/** Keeps backups while this page is open: daily, at the end of a shift, and by a press. */
export function useBackup(data: DeskData, log: LogView, tell: (notice: NoticeView) => void): Backing {
  const watch = useMemo(
    () => () =>
      liveQuery(async () => ({
        plan: await backups.plan(),
        last: await backups.last(),
        chain: await readChain(data.db),
      })),
    [data],
  );
  const known = useLive(watch);
  const [allowed, setAllowed] = useState(true);
  const busy = useRef(false);
  const { plan, last, chain } =
    known.kind === 'value' ? known.value : { plan: null, last: null, chain: null };
  const due = isDue(last, chain, Date.now());

  async function run(plan: BackupPlan): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    try {
      const { file, entries } = await backUp({ ...data, ...beside }, backups, plan, new AbortController());
      tell({ text: say('backup.done', { file, n: count(entries) }), tone: 'fine', undo: false });
    } catch (error) {
      tell({ text: say('backup.failed', { why: wordsOf(error) }), tone: 'trouble', undo: false });
    } finally {
      busy.current = false;
    }
  }

  async function look({ always }: { always: boolean }): Promise<void> {
    const folder = plan?.folder;
    if (!plan || !folder) return;
    const may = await mayWrite(folder);
    setAllowed(may);
    if (may && (always || due)) await run(plan);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: looks again when it may be due, and now and then
  useEffect(() => {
    void look({ always: false });
    const timer = setInterval(() => void look({ always: false }), LOOK_MS);
    return () => clearInterval(timer);
  }, [due, plan]);

  return {
    need: known.kind === 'value' ? needOf({ plan, allowed, due }, log) : null,
    async now() {
      if (!plan) return;
      if (plan.folder && !(await askToWrite(plan.folder))) return setAllowed(false);
      setAllowed(true);
      await run(plan);
    },
    shiftEnds: () => look({ always: true }),
  };
}

function needOf(
  { plan, allowed, due }: { plan: BackupPlan | null; allowed: boolean; due: boolean },
  log: LogView,
): BackupNeed | null {
  if (!plan) return log.kind === 'some' && wantsSetUp(log.since, Date.now()) ? { kind: 'set-up' } : null;
  if (!plan.folder) return due ? { kind: 'download' } : null;
  return allowed ? null : { kind: 'allow', folder: plan.folder.name };
}
