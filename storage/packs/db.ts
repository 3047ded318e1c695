import type { Table } from 'dexie';
import type { Pack } from '../../scripts-library/pack.ts';
import type { CompiledRules } from '../../scripts-library/screen/compile.ts';
import { WrittenDb } from '../written-db.ts';

/** One version of a pack as it was installed. */
export interface PackRow {
  /** SHA-256 of the pack's content. */
  readonly hash: string;
  readonly id: string;
  readonly version: number;
  readonly installedAt: number;
  /** The file as it is handed out, signature and all. */
  readonly text: string;
  /** The publisher's key, or null for an unsigned pack. */
  readonly key: string | null;
}

/** A pack in use. The built-in one has a row too once something in it was switched off; it has no `hash`. */
export interface ActiveRow {
  readonly id: string;
  readonly hash: string | null;
  /** When it was first installed: within a layer the later one holds. */
  readonly since: number;
  /** Entries that were switched off, as `scripts/ship-when`. */
  readonly off: readonly string[];
}

/** What is known of a pack over its versions, so that nobody slips in an older or a foreign one. */
export interface SignerRow {
  readonly id: string;
  readonly key: string | null;
  readonly highest: number;
  readonly hashes: Readonly<Record<number, string>>;
}

/** What was made of the packs in use, so that a waking background need not do it again. All of it can be made anew. */
export type CompiledRow = RulesRow | MergedRow;

/** Rules, compiled; what they were compiled from. */
export interface RulesRow {
  readonly key: 'rules';
  readonly of: string;
  readonly rules: CompiledRules;
}

/** One pack out of all; which packs, on which day, by which build. */
export interface MergedRow {
  readonly key: 'merged';
  readonly of: string;
  readonly pack: Pack;
  readonly packHash: string;
  readonly changesOn: string | null;
  /** Which compiled rules belong to it; null for those of the build. */
  readonly rules: string | null;
}

/** A notice that somebody has read. */
export interface ReadRow {
  /** The person on duty (or nobody), the notice, and the version of its pack. */
  readonly key: string;
  readonly at: number;
}

/** Packs in use on this machine. The background is the only writer; our pages read. */
export class PacksDb extends WrittenDb {
  readonly packs!: Table<PackRow, string>;
  readonly active!: Table<ActiveRow, string>;
  readonly signers!: Table<SignerRow, string>;
  readonly compiled!: Table<CompiledRow, string>;
  readonly read!: Table<ReadRow, string>;

  constructor(name = 'counterside-packs') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ packs: 'hash, id', active: 'id', signers: 'id', compiled: 'key', read: 'key' });
  }
}
