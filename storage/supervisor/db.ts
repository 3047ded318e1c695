import type { Table } from 'dexie';
import type { Verdict } from '../../core/evidence/verify.ts';
import type { ReadHeader } from '../log-file/read.ts';
import { WrittenDb } from '../written-db.ts';
import type { Note } from './notes.ts';

/** An imported log. Its row is written last: blocks without it belong to an import that never ended. */
export interface LogRow {
  /** SHA-256 of the log's content, so the same log twice is the same row however it was packed. */
  readonly id: string;
  readonly fileName: string;
  readonly importedAt: number;
  readonly header: ReadHeader;
  readonly events: number;
  /** Events of kinds that only a newer version knows; not stored, but said. */
  readonly skipped: number;
  readonly verdict: Verdict;
  /** What else a supervisor should know: codes of `notes.ts`. */
  readonly notes: readonly Note[];
  /** The receiving key that opened the file, where it was encrypted to one. */
  readonly openedBy?: string;
  /** The blocks' own key: an import does not know its `id` before the end. */
  readonly store: string;
}

/** A block of events as UTF-8 JSON, under 64 KiB: above that browsers keep values in files of their own. */
export interface BlockRow {
  readonly store: string;
  readonly n: number;
  readonly bytes: Uint8Array;
}

/** A value of a log's chain that this supervisor has held: later files of the same log must agree with it. */
export interface HeadRow {
  readonly log: string;
  readonly n: number;
  /** Hex. */
  readonly head: string;
  readonly device: string | null;
  readonly label: string;
  /** When the file was exported and when it came here. */
  readonly exportedAt: number;
  readonly seenAt: number;
}

/** What a log can't know, entered by hand for one agent and period. `null` is 待录入. */
export type ManualInputs = Readonly<Record<string, number | string | null>>;

export interface InputsRow {
  readonly agent: string;
  readonly period: string;
  readonly inputs: ManualInputs;
}

export interface RubricRow {
  readonly id: string;
  readonly settings: unknown;
}

/** What a supervisor keeps: other people's logs and the judgement on them. Its only writer is the supervisor's page. */
export class SupervisorDb extends WrittenDb {
  readonly logs!: Table<LogRow, string>;
  readonly blocks!: Table<BlockRow, [string, number]>;
  readonly inputs!: Table<InputsRow, [string, string]>;
  readonly rubrics!: Table<RubricRow, string>;
  readonly heads!: Table<HeadRow, [string, number]>;

  constructor(name = 'counterside-supervisor') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({ logs: 'id', blocks: '[store+n]', inputs: '[agent+period]', rubrics: 'id' });
    this.version(2).stores({ heads: '[log+n]' });
  }
}
