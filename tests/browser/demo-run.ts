import { runJourney } from '../../cli/demo/journey.ts';
import { BUILT } from './built.ts';

// What `npm start` does without a display, with the extension as it is built already. Leaves its files in argv[2].
const [, , folder] = process.argv;
if (folder === undefined) throw new Error('usage: demo-run FOLDER');
await runJourney(BUILT.chrome, folder);
process.exit(0);
