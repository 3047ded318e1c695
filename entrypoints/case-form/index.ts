import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { joinPanel } from '../chat.content/bridge.ts';
import { drawCaseForm } from './draw.tsx';

/** Draws the case form into the panel. The background injects it when an agent first asks for it. */
export default defineUnlistedScript(() => {
  const panel = joinPanel('case-form');
  if (panel) drawCaseForm(panel);
});
