import { parseArgs } from 'node:util';
import { z } from 'zod';
import { Classifier, type Confirmed, classesOf } from '../scripts-library/classify/classifier.ts';
import { CLASSES } from '../scripts-library/pack-sections.ts';
import { checked, mapNdjson, readNdjson } from './ndjson.ts';
import { gatherPacks, readPack } from './packs.ts';
import { conversation } from './turns.ts';
import { UsageError, type VerbIo } from './verb.ts';

const parseQuery = checked(z.object({ id: z.union([z.string(), z.number()]), conversation }));
const parseConfirmed = checked(z.object({ conversation, category: z.enum(CLASSES).nullable() }));

/**
 * `classify [--pack F…] [--history F] [FILE…]`: what the last buyer message of each conversation is about, of eight
 * classes, or null; history lines are what agents confirmed here.
 */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const { values, positionals: files } = optionsOf(args);
  const packs = await Promise.all((values.pack ?? ['base']).map(readPack));
  const confirmed: Confirmed[] = [];
  let status = 0;
  if (values.history !== undefined) {
    const rows = readNdjson([values.history], io, parseConfirmed);
    for await (const row of rows) confirmed.push(row);
    status = rows.status;
  }
  const engine = Classifier.of(packs.flatMap(classesOf), confirmed);
  const answered = await mapNdjson(files, io, (value) => {
    const query = parseQuery(value);
    const { category, confidence } = engine.classify(query.conversation);
    return { id: query.id, category, confidence: Number(confidence.toFixed(3)) };
  });
  return Math.max(status, answered);
}

function optionsOf(args: string[]) {
  try {
    return parseArgs({
      args: gatherPacks(args),
      allowPositionals: true,
      options: { pack: { type: 'string', multiple: true }, history: { type: 'string' } },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
