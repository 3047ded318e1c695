import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { loadRulesGently, screen } from '../../scripts-library/screen/scan.ts';
import { offerEngine } from '../chat.content/bridge.ts';

/** Lets the page's other work go first. Timers would do, but a tab in the background runs them once a second. */
const rest = (): Promise<void> =>
  new Promise((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      done();
    };
    port2.postMessage(null);
  });

/** Screens what is written on a console page. The background injects it when the content script asks for it. */
export default defineUnlistedScript(() => {
  offerEngine(async (rules) => {
    const engine = await loadRulesGently(rules, rest);
    return (text, context) => screen(engine, text, context);
  });
});
