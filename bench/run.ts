import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Every bench, one after the other, so that none measures the others' load: `npm run bench`. Each prints its own table
 * and writes its own README.md; the ratios are to peers that ran in the same process.
 */
const BENCHES = ['screen', 'suggest', 'clock', 'store', 'watch'];

const failed = BENCHES.filter((name) => {
  const file = fileURLToPath(new URL(`${name}/run.ts`, import.meta.url));
  console.log(`\n== ${name}`);
  const { status } = spawnSync(process.execPath, [...process.execArgv, '--import', 'tsx', file], {
    stdio: 'inherit',
  });
  return status !== 0;
});
if (failed.length > 0) console.error(`\nmissed a target or stopped: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
