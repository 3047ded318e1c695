import type { Plugin } from 'vite';

/**
 * Asks Chromium to compile every function of a script when it loads it (explicit compile hints, since version 136;
 * to others it is a comment). It must stand before the first token.
 */
const HINT = '//# allFunctionsCalledOnLoad\n';

/** Files of which nearly all runs as soon as a console's page is read. */
const AT_ONCE: readonly string[] = ['chat', 'panel'];

export const runsAtOnce = (entrypoint: string): boolean => AT_ONCE.includes(entrypoint);

/**
 * Marks a script as one whose functions run at once. Compiled one by one when first called, each is parsed twice, which
 * took a console's page a fifth of all the time that we take of it while it loads.
 */
export const eagerPlugin = (): Plugin => ({
  name: 'counterside:eager',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const file of Object.values(bundle)) if (file.type === 'chunk') file.code = HINT + file.code;
    },
  },
});
