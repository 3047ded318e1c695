import { join } from 'node:path';
import { runJourney } from '../../cli/demo/journey.ts';
import { BUILT } from './built.ts';

// What `npm start` does without a display, with the extension as it is built already. Leaves its files in argv[2], and in argv[3] a
// record for each browser of all that its network was asked for.
const [, , folder, records] = process.argv;
if (folder === undefined || records === undefined) throw new Error('usage: demo-run FOLDER RECORDS');
await runJourney(BUILT.chrome, folder, (browser) => [`--log-net-log=${join(records, `${browser}.json`)}`]);
process.exit(0);
