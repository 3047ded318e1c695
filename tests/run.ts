import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * Everything that CI runs, in order of cheapness; `npm test` is this file. Each suite has a budget in seconds
 * for a machine with two cores: it is printed, so that a slow suite is seen, and fails nothing.
 */
interface Suite {
  readonly name: string;
  readonly budget: number;
  readonly command: readonly [string, ...string[]];
  /** A vitest suite is counted by its tests, any other by its exit status. */
  readonly counts: 'tests' | 'status';
}

const SUITES: readonly Suite[] = [
  { name: 'format and lint', budget: 20, command: ['biome', 'check', '.'], counts: 'status' },
  { name: 'types', budget: 20, command: ['tsc', '--noEmit'], counts: 'status' },
  { name: 'unit, layers', budget: 180, command: ['vitest', 'run', '--project', 'unit'], counts: 'tests' },
  { name: 'build for Chromium', budget: 30, command: ['wxt', 'build', '-b', 'chrome'], counts: 'status' },
  {
    name: 'build for Firefox',
    budget: 30,
    command: ['wxt', 'build', '-b', 'firefox', '--mv3'],
    counts: 'status',
  },
  { name: 'editors and chat kits', budget: 90, command: ['tsx', 'tests/kits/ensure.ts'], counts: 'status' },
  { name: 'browsers at hand', budget: 60, command: ['tsx', 'cli/browser/ensure.ts'], counts: 'status' },
  {
    name: 'real browsers, weight',
    budget: 480,
    command: ['vitest', 'run', '--project', 'browser'],
    counts: 'tests',
  },
];

const Report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
});

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

function counted(suite: Suite, status: number | null, reportFile: string): Count {
  if (suite.counts === 'status')
    return status === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  try {
    const report = Report.parse(JSON.parse(readFileSync(reportFile, 'utf8')));
    // A runner that fails without a failed test (a file that does not load) has failed all the same.
    const failed = Math.max(report.numFailedTests, status === 0 ? 0 : 1);
    return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
  } catch (error) {
    console.error(
      `${suite.name}: no report was written (${error instanceof Error ? error.message : String(error)})`,
    );
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function run(suite: Suite, folder: string): Count & { readonly seconds: number } {
  console.log(`\n== ${suite.name}`);
  const reportFile = join(folder, `${SUITES.indexOf(suite)}.json`);
  const [tool, ...rest] = suite.command;
  const report =
    suite.counts === 'tests' ? ['--reporter=default', '--reporter=json', `--outputFile=${reportFile}`] : [];
  const started = performance.now();
  const { status, error } = spawnSync(join('node_modules', '.bin', tool), [...rest, ...report], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (error) console.error(`${suite.name}: ${error.message}`);
  return { ...counted(suite, status, reportFile), seconds: (performance.now() - started) / 1000 };
}

const folder = mkdtempSync(join(tmpdir(), 'counterside-test-'));
const results = SUITES.map((suite) => ({ suite, ...run(suite, folder) }));
rmSync(folder, { recursive: true, force: true });

console.log('\nsuite                      seconds  budget  passed  failed  skipped');
for (const { suite, seconds, passed, failed, skipped } of results) {
  const cells = [seconds.toFixed(1).padStart(7), suite.budget, passed, failed, skipped];
  console.log(suite.name.padEnd(26), cells.map((cell) => String(cell).padStart(7)).join(' '));
}
const sum = (of: (count: Count) => number) => results.reduce((total, result) => total + of(result), 0);
console.log(
  `\n${sum((c) => c.passed)} passed, ${sum((c) => c.failed)} failed, ${sum((c) => c.skipped)} skipped`,
);
process.exitCode = sum((c) => c.failed) === 0 ? 0 : 1;
