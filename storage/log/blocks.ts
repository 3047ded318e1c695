import { deflate, inflate } from '../../core/evidence/pack.ts';
import type { PrivateClass, Values } from '../../core/evidence/private.ts';
import type { BlockRow, LogDb } from './db.ts';
import type { Held, HeldByClass } from './tail.ts';

/** Private values of a segment: entry number → field → value. */
export type ValuesByEntry = ReadonlyMap<number, Values>;

/** Above 64 KiB browsers keep a record in a file of its own, which can go missing. */
const MAX_BLOCK = 60 * 1024;
/** Values come back from our own store only, so this merely bounds a mistake. */
const MAX_INFLATED = 64 * 1024 * 1024;

/** Private values of entries that are being sealed, one block or more for each class that has any. */
export async function packBlocks(segment: number, held: HeldByClass): Promise<BlockRow[]> {
  const classes = Object.entries(held) as [PrivateClass, readonly Held[]][];
  return (await Promise.all(classes.map(([kept, all]) => packHeld(segment, kept, all)))).flat();
}

async function packHeld(
  segment: number,
  kept: PrivateClass,
  held: readonly Held[],
  part = 0,
): Promise<BlockRow[]> {
  if (held.length === 0) return [];
  const text = JSON.stringify(Object.fromEntries(held.map(([n, , values]) => [n, values])));
  const bytes = await deflate(new TextEncoder().encode(text));
  if (bytes.length > MAX_BLOCK && held.length > 1) {
    const half = Math.ceil(held.length / 2);
    const first = await packHeld(segment, kept, held.slice(0, half), part);
    return [...first, ...(await packHeld(segment, kept, held.slice(half), part + first.length))];
  }
  return [{ segment, class: kept, part, to: Math.max(...held.map(([, at]) => at)), bytes }];
}

export async function openBlock({ bytes }: BlockRow): Promise<ValuesByEntry> {
  const text = new TextDecoder().decode(await inflate(bytes, MAX_INFLATED));
  const values = JSON.parse(text) as Record<string, Values>;
  return new Map(Object.entries(values).map(([n, held]) => [Number(n), held]));
}

/** A block without some entries' values, or null if nothing is left of it. */
export async function blockWithout(row: BlockRow, gone: (n: number) => boolean): Promise<BlockRow | null> {
  const left = [...(await openBlock(row))].filter(([n]) => !gone(n));
  if (left.length === 0) return null;
  const bytes = await deflate(new TextEncoder().encode(JSON.stringify(Object.fromEntries(left))));
  return { ...row, bytes };
}

export const blocksOf = (db: LogDb, segment: number): Promise<BlockRow[]> =>
  db.blocks.where('[segment+class+part]').between([segment, '', 0], [segment, '\uffff', 0]).toArray();

/** All that is still held of a segment's private values. */
export async function valuesOf(db: LogDb, segment: number): Promise<ValuesByEntry> {
  const all = new Map<number, Values>();
  for (const row of await blocksOf(db, segment))
    for (const [n, values] of await openBlock(row)) all.set(n, { ...all.get(n), ...values });
  return all;
}
