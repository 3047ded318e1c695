import { parseArgs } from 'node:util';
import { z } from 'zod';
import { finderOf } from '../scripts-library/suggest/finder.ts';
import {
  buildIndex,
  type HistoryItem,
  indexOver,
  type LibraryItem,
  libraryOf,
} from '../scripts-library/suggest/index.ts';
import { whyText } from '../scripts-library/suggest/offer.ts';
import type { RankedScript } from '../scripts-library/suggest/query.ts';
import { sharpen } from '../scripts-library/suggest/sharpen.ts';
import { suggest } from '../scripts-library/suggest/suggest.ts';
import { checked, mapNdjson, readNdjson } from './ndjson.ts';
import { gatherPacks, readPack } from './packs.ts';
import { conversation } from './turns.ts';
import { UsageError, type VerbIo } from './verb.ts';

const id = z.union([z.string(), z.number()]);
const parseLibraryLine = checked(
  z.object({
    id,
    title: z.string().default(''),
    text: z.string(),
    examples: z.array(z.string()).default([]),
  }),
);
const parseHistoryLine = checked(
  z.union([z.object({ conversation, script: id }), z.object({ conversation, text: z.string() })]),
);
const queryShape = {
  id,
  conversation,
  query: z.string().optional(),
  platform: z.string().optional(),
  stage: z.string().optional(),
};
const parseQuery = checked(z.object(queryShape));
const parseCandidateQuery = checked(
  z.object({ ...queryShape, candidates: z.array(z.object({ id, text: z.string() })) }),
);

/** A library given by hand has no stages or dates, and is asked to rank, so hardly anything is too weak to show. */
const LEAST_IN_LIBRARY = 0.001;

/**
 * `suggest [--pack F…] [--library F] [--history F] [--candidates] [--top 5] [FILE…]`: for each conversation the
 * scripts that fit best. `--library` replaces the packs; with `--candidates` each line brings its own.
 */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const { values, positionals: files } = optionsOf(args);
  const top = Number(values.top ?? 5);
  if (!Number.isInteger(top) || top < 1) throw new UsageError('--top needs a whole number from 1');
  const base = libraryOf(await readPack('base'));
  const library: LibraryItem[] =
    values.library === undefined
      ? (await Promise.all((values.pack ?? ['base']).map(readPack))).flatMap(libraryOf)
      : [];
  const history: HistoryItem[] = [];
  let status = 0;
  if (values.library !== undefined) {
    const rows = readNdjson([values.library], io, parseLibraryLine);
    for await (const row of rows) library.push({ ...row, id: String(row.id) });
    status = rows.status;
  }
  if (values.history !== undefined) {
    const rows = readNdjson([values.history], io, parseHistoryLine);
    for await (const row of rows)
      history.push('script' in row ? { ...row, script: String(row.script) } : row);
    status = Math.max(status, rows.status);
  }
  const own = values.library === undefined && !values.candidates;
  const index = buildIndex(values.candidates ? [] : library, history, own ? {} : { bridge: base });
  sharpen(index, history);
  const least = own ? {} : { least: LEAST_IN_LIBRARY };
  const day = own ? { day: new Date().toLocaleDateString('en-CA') } : {};
  const answer = (value: unknown): unknown => {
    if (values.candidates) {
      const query = parseCandidateQuery(value);
      const items = query.candidates.map((each) => ({
        id: String(each.id),
        title: '',
        text: each.text,
        examples: [],
      }));
      return lineOf(
        query.id,
        suggest(indexOver(index, items), { turns: query.conversation, top, least: LEAST_IN_LIBRARY }),
      );
    }
    const query = parseQuery(value);
    const { platform, stage } = query;
    if (query.query !== undefined) index.finder ??= finderOf(index.items);
    const found = suggest(index, {
      turns: query.conversation,
      top,
      ...(query.query === undefined ? {} : { search: query.query }),
      ...(platform === undefined ? {} : { platform }),
      ...(stage === undefined ? {} : { stage }),
      ...least,
      ...day,
    });
    return lineOf(query.id, found);
  };
  return Math.max(status, await mapNdjson(files, io, answer));
}

function optionsOf(args: string[]) {
  try {
    return parseArgs({
      args: gatherPacks(args),
      allowPositionals: true,
      options: {
        pack: { type: 'string', multiple: true },
        library: { type: 'string' },
        history: { type: 'string' },
        candidates: { type: 'boolean' },
        top: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function lineOf(id: string | number, found: readonly RankedScript[]): unknown {
  const suggestions = found.map(({ item, score, why }) => ({
    script: item.id,
    title: item.title,
    score: Number(score.toFixed(4)),
    why: whyText(why, 'zh-CN'),
  }));
  return { id, suggestions };
}
