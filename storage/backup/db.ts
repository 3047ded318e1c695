import type { Table } from 'dexie';
import { WrittenDb } from '../written-db.ts';

/** How this machine keeps backups. The folder is where a person pointed; the secret can be used and not read. */
export interface BackupPlan {
  readonly id: 'plan';
  /** Whose desk it was when it was set up; files are named after it, so that a later one replaces today's. */
  readonly label: string;
  readonly folder: FileSystemDirectoryHandle | null;
  readonly secret: CryptoKey;
}

/** The last backup that was written or handed to the browser. */
export interface LastBackup {
  readonly id: 'last';
  readonly at: number;
  readonly fileName: string;
  /** Number of the log's last entry then. */
  readonly n: number;
  readonly log: string;
}

/** Where and when backups go. Written by the agent's own page alone. */
export class BackupDb extends WrittenDb {
  readonly rows!: Table<BackupPlan | LastBackup, string>;

  constructor(name = 'counterside-backup') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ rows: 'id' });
  }

  async plan(): Promise<BackupPlan | null> {
    const row = await this.rows.get('plan');
    return row?.id === 'plan' ? row : null;
  }

  async last(): Promise<LastBackup | null> {
    const row = await this.rows.get('last');
    return row?.id === 'last' ? row : null;
  }
}
