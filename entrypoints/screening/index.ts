import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type Screen, screen, unpacking } from '../../scripts-library/screen/scan.ts';
import { type Judge, offerEngine } from '../chat.content/bridge.ts';
import { rest } from './rest.ts';

/** Screens what is written on a console page. The background injects it when the content script asks for it. */
export default defineUnlistedScript(() => {
  const judgeOf =
    (engine: Screen): Judge =>
    (text, context) =>
      screen(engine, text, context);
  offerEngine((rules) => {
    const work = unpacking(rules);
    return {
      // The key or click that asked for it goes first.
      soon: async () => {
        await rest();
        return judgeOf(await work.gently(rest));
      },
      now: () => judgeOf(work.atOnce()),
    };
  });
});
