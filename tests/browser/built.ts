import { join } from 'node:path';

const OUTPUT = join(import.meta.dirname, '../../.output');

/** The extension as `npm run build` leaves it. */
export const BUILT = { chrome: join(OUTPUT, 'chrome-mv3'), firefox: join(OUTPUT, 'firefox-mv3') } as const;
