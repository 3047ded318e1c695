import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { joinPanel } from '../chat.content/bridge.ts';
import { drawWaiters } from './draw.tsx';

/** Reminds of who waits too long. The background injects it when somebody waits beside the open conversation. */
export default defineUnlistedScript(() => {
  const panel = joinPanel('waiters');
  if (panel) drawWaiters(panel);
});
