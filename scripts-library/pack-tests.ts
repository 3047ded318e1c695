import type { Pack } from './pack.ts';
import { issue, type PackIssue } from './pack-issue.ts';
import type { PackTest } from './pack-sections.ts';
import { compileRules } from './screen/compile.ts';
import { loadRules, screen } from './screen/scan.ts';
import { buildIndex, libraryOf } from './suggest/index.ts';
import { suggest } from './suggest/suggest.ts';

const WITHIN = 3;

/** What a pack proved of itself. */
export interface PackTestRun {
  readonly passed: number;
  readonly failed: readonly PackIssue[];
}

/** Runs a pack's own tests: the rules that must speak (and no others), the scripts that must be offered. */
export function runPackTests(pack: Pack): PackTestRun {
  const tests = pack.tests ?? [];
  const engine = loadRules(compileRules(pack.rules, { packHash: '' }));
  const index = buildIndex(libraryOf(pack));
  const outcome = (test: PackTest): string | null => {
    if (test.kind === 'screen') {
      const { text, by = 'agent', platform, asked } = test;
      const context = {
        by,
        ...(platform === undefined ? {} : { platform }),
        ...(asked === undefined ? {} : { asked }),
      };
      const found = [...new Set(screen(engine, text, context).map(({ rule }) => rule))].sort();
      const wanted = [...test.rules].sort();
      return found.join() === wanted.join()
        ? null
        : `${text}: ${found.join() || '–'} ≠ ${wanted.join() || '–'}`;
    }
    const turns = test.buyer.map((text) => ({ by: 'buyer' as const, text }));
    const offered = suggest(index, { turns, top: test.within ?? WITHIN }).map(({ item }) => item.id);
    return offered.includes(test.script)
      ? null
      : `${test.buyer.at(-1)}: ${offered.join() || '–'} ∌ ${test.script}`;
  };
  const failed = tests.flatMap((test, index) => {
    const why = outcome(test);
    return why === null ? [] : [issue('E_TEST', `tests.${index}`, why)];
  });
  return { passed: tests.length - failed.length, failed };
}
