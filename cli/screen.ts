import { z } from 'zod';
import type { Rule } from '../scripts-library/rule.ts';
import { nonAnswers } from '../scripts-library/screen/after-turn.ts';
import { compileRules } from '../scripts-library/screen/compile.ts';
import type { ScreenContext } from '../scripts-library/screen/finding.ts';
import { PhraseError } from '../scripts-library/screen/phrase.ts';
import { loadRules, screen } from '../scripts-library/screen/scan.ts';
import { checked, mapNdjson } from './ndjson.ts';
import { readPack } from './packs.ts';
import { UsageError, type VerbIo } from './verb.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  by: z.enum(['buyer', 'agent', 'robot', 'system', 'unknown']).default('agent'),
  platform: z.string().optional(),
  stage: z.string().optional(),
  /** The buyer's last message. */
  asked: z.string().optional(),
});
const parseLine = checked(lineSchema);

/** `--pack` takes the names that follow it, up to the next option, as far as they look like packs. */
function split(args: readonly string[]): { packs: string[]; files: string[] } {
  const packs: string[] = [];
  const files: string[] = [];
  let inPacks = false;
  for (const arg of args) {
    if (arg === '--pack') inPacks = true;
    else if (arg.startsWith('--')) throw new UsageError(`unknown option: ${arg}`);
    else if (inPacks && (packs.length === 0 || /(?:^base|\.cspack|\.json)$/.test(arg))) packs.push(arg);
    else {
      inPacks = false;
      files.push(arg);
    }
  }
  if (args.includes('--pack') && packs.length === 0) throw new UsageError('--pack needs a file');
  return { packs, files };
}

/**
 * `screen [--pack F…] [FILE…]`: one line of findings for each line of text. Without `--pack` the built-in pack
 * speaks; named packs replace it, `base` among them keeps it.
 */
export async function run(args: string[], io: VerbIo): Promise<number> {
  const { packs, files } = split(args);
  const rules = (await Promise.all((packs.length > 0 ? packs : ['base']).map(readPack))).flatMap(
    (pack) => pack.rules,
  );
  const engine = loadRules(compile(rules));
  return mapNdjson(files, io, (value) => {
    const { id, text, by, platform, stage, asked } = parseLine(value);
    const context: ScreenContext = {
      by,
      ...(platform === undefined ? {} : { platform }),
      ...(stage === undefined ? {} : { stage }),
      ...(asked === undefined ? {} : { asked }),
    };
    const found = [...screen(engine, text, context), ...nonAnswers(rules, text, context)];
    return {
      id,
      findings: found.map(({ rule, category, level, start, end, folds, replacement }) => ({
        rule,
        category,
        level,
        start,
        end,
        match: text.slice(start, end),
        folds,
        ...(replacement === undefined ? {} : { replacement }),
      })),
    };
  });
}

function compile(rules: readonly Rule[]): ReturnType<typeof compileRules> {
  try {
    return compileRules(rules, { packHash: 'cli' });
  } catch (error) {
    if (error instanceof PhraseError) throw new UsageError(error.message);
    throw error;
  }
}
