import { browser } from 'wxt/browser';
import { KEPT_BACKUPS } from '../../components/desk/Backup.tsx';
import { download } from '../../components/ui/download.ts';
import { call } from '../../messaging/call.ts';
import type { BackupDb, BackupPlan, LastBackup } from '../../storage/backup/db.ts';
import { makeBackup, type Stores } from '../../storage/backup/write.ts';
import { readChain } from '../../storage/log/chain.ts';

/** What the browser's own types leave out: only Chromium has it. */
interface Folder extends FileSystemDirectoryHandle {
  queryPermission(mode: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(mode: { mode: 'readwrite' }): Promise<PermissionState>;
}
interface Picker {
  showDirectoryPicker(options: { id: string; mode: 'readwrite'; startIn: 'documents' }): Promise<Folder>;
}

export const canPickFolder = (): boolean => 'showDirectoryPicker' in window;

/** Lets a person choose where backups go; null if they chose nothing. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return await (window as unknown as Picker).showDirectoryPicker({
      id: 'backup',
      mode: 'readwrite',
      startIn: 'documents',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Whether the folder may be written without asking anybody. */
export const mayWrite = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  (await (folder as Folder).queryPermission({ mode: 'readwrite' })) === 'granted';

/** Asks the person again, as browsers want it now and then. Needs a press. */
export const askToWrite = async (folder: FileSystemDirectoryHandle): Promise<boolean> =>
  (await (folder as Folder).requestPermission({ mode: 'readwrite' })) === 'granted';

const DAY = 86_400_000;
/** A shift begins at about the same hour each day: a little less than a day apart counts as daily. */
const DAILY = 20 * 3_600_000;

/** Whether there is something new in the log that is not in a backup of today. */
export function isDue(
  last: LastBackup | null,
  log: { readonly log: string; readonly n: number } | null,
  now: number,
): boolean {
  if (!log || log.n === 0) return false;
  if (!last || last.log !== log.log) return true;
  return log.n > last.n && (now - last.at >= DAILY || now < last.at);
}

/** A log that is a day old and that nobody thought of backing up. */
export const wantsSetUp = (since: number, now: number): boolean => now - since >= DAY;

export interface BackedUp {
  readonly file: string;
  readonly entries: number;
}

/**
 * Seals the log, makes a backup and writes it to the chosen folder, or hands it to the browser's downloads. One at a
 * time over all of our pages; a file is there whole or as it was before. Old ones beyond the latest few are removed.
 */
export function backUp(
  stores: Stores,
  store: BackupDb,
  { label, folder, secret }: BackupPlan,
  { signal }: { signal: AbortSignal },
): Promise<BackedUp> {
  return navigator.locks.request('counterside-backup', async () => {
    await call('log.seal', null);
    const now = Date.now();
    const app = browser.runtime.getManifest().version;
    const { fileName, content, n, entries } = await makeBackup(stores, {
      ...{ label, app, secret, now, signal },
    });
    if (folder) await writeInto(folder as Folder, fileName, content);
    else download(content, fileName);
    const log = (await readChain(stores.db))?.log ?? '';
    await store.rows.put({ id: 'last', at: now, fileName, n, log });
    return { file: fileName, entries };
  });
}

async function writeInto(folder: Folder, name: string, content: Blob): Promise<void> {
  const file = await folder.getFileHandle(name, { create: true });
  // What is written shows under the name only once it is whole.
  const writable = await file.createWritable();
  try {
    await writable.write(content);
  } catch (error) {
    await writable.abort();
    throw error;
  }
  await writable.close();
  const written: { name: string; at: number }[] = [];
  for await (const other of folder.keys())
    if (/^counterside-.*\.csbackup$/.test(other))
      written.push({
        name: other,
        at: (await (await folder.getFileHandle(other)).getFile()).lastModified,
      });
  const old = written.sort((a, b) => b.at - a.at).slice(KEPT_BACKUPS);
  for (const { name: gone } of old) if (gone !== name) await folder.removeEntry(gone);
}
