import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { joinPanel } from '../chat.content/bridge.ts';
import { drawNotices } from './draw.tsx';

/** Draws 今日口径 into the panel. The background injects it when there is something to read. */
export default defineUnlistedScript(() => {
  const panel = joinPanel('notices');
  if (panel) drawNotices(panel);
});
