import { findChromium, findFirefox } from './find.ts';

/** Finds, or on Debian as root installs, both browsers that the tests drive; fails with what to install. */
try {
  console.log(findChromium());
  console.log(findFirefox());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
