import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { loadRulesGently, screen } from '../../scripts-library/screen/scan.ts';
import { offerEngine } from '../chat.content/bridge.ts';
import { rest } from './rest.ts';

/** Screens what is written on a console page. The background injects it when the content script asks for it. */
export default defineUnlistedScript(() => {
  offerEngine(async (rules) => {
    const engine = await loadRulesGently(rules, rest);
    return (text, context) => screen(engine, text, context);
  });
});
