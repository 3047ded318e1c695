import type { Fold, Rule } from '../../scripts-library/rule.ts';
import { type CompiledRules, compileRules } from '../../scripts-library/screen/compile.ts';
import { loadRules, type Screen, screen } from '../../scripts-library/screen/scan.ts';
import type { Units } from '../../scripts-library/screen/units.ts';

export { screen };

/** One rule that forbids all phrases, every fold on but those named. */
export const ruleOf = (phrases: readonly string[], withoutFolds: readonly Fold[] = []): Rule => ({
  id: 'bench',
  kind: 'phrase',
  category: 'spam',
  level: 'warn',
  title: 'bench',
  message: 'bench',
  why: 'bench',
  phrases,
  withoutFolds,
  trips: [],
  passes: [],
  source: 'bench',
  seenOn: '2026-11',
  confidence: 'low',
});

export const compiled = (phrases: readonly string[], withoutFolds: readonly Fold[] = []): CompiledRules =>
  compileRules([ruleOf(phrases, withoutFolds)], { packHash: 'bench' });

export const load = (json: string): Screen => loadRules(JSON.parse(json) as CompiledRules);

/** The units of texts, one after the other in memory, as strings are. */
export function unitsOf(engine: Screen, texts: readonly string[]): Units[] {
  const room = texts.reduce((sum, text) => sum + engine.read(text).length + AHEAD, 0);
  const code = new Uint16Array(room);
  const [start, end, info] = [new Uint32Array(room), new Uint32Array(room), new Uint32Array(room)];
  let from = 0;
  return texts.map((text) => {
    const units = engine.read(text);
    const to = from + units.length + AHEAD;
    code.set(units.code.subarray(0, to - from), from);
    for (const [all, own] of [
      [start, units.start],
      [end, units.end],
      [info, units.info],
    ] as const)
      all.set(own.subarray(0, to - from), from);
    const kept = {
      length: units.length,
      code: code.subarray(from, to),
      start: start.subarray(from, to),
      end: end.subarray(from, to),
      info: info.subarray(from, to),
      decorated: units.decorated,
    };
    from = to;
    return kept;
  });
}

/** Units that a scan may look at after the last one. */
const AHEAD = 3;
