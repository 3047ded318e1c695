import { z } from 'zod';
import { promisesIn } from '../core/promises/promises.ts';
import { isoAt } from './iso.ts';
import { checked, mapNdjson } from './ndjson.ts';
import { readOptions } from './options.ts';
import type { VerbIo } from './verb.ts';

const parseLine = checked(
  z.object({
    id: z.union([z.string(), z.number()]),
    text: z.string(),
    at: z.iso.datetime({ offset: true }),
  }),
);

const MINUTE = 60_000;
const BEIJING = 8 * 60 * MINUTE;

/** The distance from UTC that a time is written with; `Z` tells no place, and then it is Beijing's. */
function offsetOf(at: string): number {
  const [, sign, hours, minutes] = /([+-])(\d{2}):(\d{2})$/.exec(at) ?? [];
  if (sign === undefined) return BEIJING;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * MINUTE;
}

/** `promises [FILE…]`: for each sent text what our side undertook in it and when that falls due (DESIGN.md §10). */
export function run(args: string[], io: VerbIo): Promise<number> {
  const { files } = readOptions(args, []);
  return mapNdjson(files, io, (value) => {
    const { id, text, at } = parseLine(value);
    const offset = offsetOf(at);
    const promises = promisesIn(text, Date.parse(at), offset).map((promise) => ({
      ...promise,
      due: promise.due === null ? null : isoAt(promise.due, offset),
    }));
    return { id, promises };
  });
}
