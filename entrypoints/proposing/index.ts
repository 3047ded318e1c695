import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { joinPanel } from '../chat.content/bridge.ts';
import { drawProposing } from './draw.tsx';

/** Offers to save a sent reply as a script. The background injects it once our side has answered. */
export default defineUnlistedScript(() => {
  const panel = joinPanel('proposing');
  if (panel) drawProposing(panel);
});
