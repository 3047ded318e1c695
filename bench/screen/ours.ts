import type { Fold, Rule } from '../../scripts-library/rule.ts';
import { type CompiledRules, compileRules } from '../../scripts-library/screen/compile.ts';
import { loadRules, type Screen } from '../../scripts-library/screen/scan.ts';
import type { Units } from '../../scripts-library/screen/units.ts';

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

/** Units that outlive the next reading. */
export function kept(units: Units): Units {
  const { length, code, start, end, info, decorated } = units;
  const size = length + 4;
  return {
    length,
    code: code.slice(0, size),
    start: start.slice(0, size),
    end: end.slice(0, size),
    info: info.slice(0, size),
    decorated,
  };
}
