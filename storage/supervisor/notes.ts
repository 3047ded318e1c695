import { type Proof, type Verdict, verdictOf } from '../../core/evidence/verify.ts';
import type { ReadHeader } from '../log-file/read.ts';
import type { HeadRow, SupervisorDb } from './db.ts';

/**
 * What a supervisor should know beyond the verdict. `new-device`: signed with a key not met before. `name-changed`: the
 * same log under another name. `follows-lost`: the log began anew after one that was lost or emptied. `clock`:
 * exported before a time that the log speaks of. `rolled-back`: the log ends before what was held already.
 */
export type Note = 'new-device' | 'name-changed' | 'follows-lost' | 'clock' | 'rolled-back';

/** All values of a log's chain that were held here. */
export const headsOf = (db: SupervisorDb, log: string): Promise<HeadRow[]> =>
  db.heads.where('[log+n]').between([log, 0], [log, Number.MAX_SAFE_INTEGER]).toArray();

/** Judges a file by what was held of the same log before. */
export function judge(
  header: ReadHeader,
  proof: Proof,
  heads: readonly HeadRow[],
): { verdict: Verdict; notes: Note[] } {
  // An older file of the same log may well end earlier than a newer one.
  const earlier = heads.filter(({ exportedAt }) => exportedAt <= header.exportedAt);
  const whole = header.part !== true;
  const verdict = verdictOf(proof, whole ? earlier : heads, { whole });
  const notes: Note[] = [];
  if (whole && earlier.some(({ n }) => n > proof.last)) notes.push('rolled-back');
  if (proof.device !== null && heads.length === 0) notes.push('new-device');
  if (heads.some(({ label }) => label !== header.agent.label)) notes.push('name-changed');
  if (proof.after !== null) notes.push('follows-lost');
  if (header.range.to > header.exportedAt + DAY_MS) notes.push('clock');
  return { verdict, notes };
}

const DAY_MS = 86_400_000;

export const isTrusted = ({ kind }: Verdict): boolean => kind === 'verified' || kind === 'unsigned';

export const headOf = (header: ReadHeader, { log, last, head, device }: Proof, seenAt: number): HeadRow => ({
  log,
  n: last,
  head,
  device,
  label: header.agent.label,
  exportedAt: header.exportedAt,
  seenAt,
});
