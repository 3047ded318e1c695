import { build } from 'wxt';

// Builds the extension for argv[2] into the folder argv[3], as `wxt build` does into its own.
const [, , browser, outDir] = process.argv;
if (browser === undefined || outDir === undefined) throw new Error('usage: build-again BROWSER FOLDER');
await build({ browser, outDir, manifestVersion: 3 });
process.exit(0);
