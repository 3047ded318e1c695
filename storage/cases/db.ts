import type { Table } from 'dexie';
import type { LogExport } from '../../core/desk.ts';
import type { DeskEvent } from '../../core/event.ts';
import type { DayFigures } from '../../core/figures/day.ts';
import type { FollowUp } from '../../core/follow-ups/follow-up.ts';
import { WrittenDb } from '../written-db.ts';

/** What the team wrote on a buyer's card; by pseudonym, erased with the buyer. */
export interface BuyerRow {
  readonly conversation: string;
  readonly tags: readonly string[];
  readonly note: string;
  readonly changedAt: number;
}

/** A day's figures, kept until an event of that day comes late. `key` is day, person and what was asked. */
export interface DayRow {
  readonly key: string;
  readonly day: string;
  readonly figures: DayFigures;
  /** What was ticked that day on the desk's checklists, in order. */
  readonly ticks: readonly Tick[];
  /** The log's last entry when it was counted. */
  readonly upTo: number;
}

export type Tick = Pick<Extract<DeskEvent, { kind: 'checklist-ticked' }>, 'list' | 'run' | 'item' | 'done'>;

/** How far the log was taken in. */
export const CURSOR = 'cursor';

export interface ValueRow {
  readonly key: string;
  readonly value: unknown;
}

/**
 * What the desk needs beside the log. Only the background writes. Follow-ups, days and exports follow from the log and can be
 * made again from it; cards and rosters are people's own words and live here alone.
 */
export class DeskDb extends WrittenDb {
  readonly followUps!: Table<FollowUp, string>;
  /** The ids of cases that are open, so that a look at what falls due need not read the closed ones. */
  readonly openCases!: Table<{ readonly id: string }, string>;
  readonly buyers!: Table<BuyerRow, string>;
  readonly days!: Table<DayRow, string>;
  readonly exports!: Table<LogExport, string>;
  readonly values!: Table<ValueRow, string>;

  constructor(name = 'counterside-desk') {
    super(name, { chromeTransactionDurability: 'strict' });
    this.version(1).stores({
      followUps: 'id, conversation, state',
      openCases: 'id',
      buyers: 'conversation',
      days: 'key, day',
      values: 'key',
    });
    // What the log tells is taken in anew, now with its exports.
    this.version(2)
      .stores({ exports: 'id, at' })
      .upgrade((all) => all.table('values').delete(CURSOR));
  }
}
