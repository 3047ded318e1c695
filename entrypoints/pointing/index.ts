import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takePage } from '../chat.content/bridge.ts';
import { lookForChat, pointOut } from './session.ts';

/**
 * Finds the chat on a page that nobody described, or lets a person point it out. The background injects it where the
 * person has allowed it.
 */
export default defineUnlistedScript(() => {
  const page = takePage();
  if (!page) return;
  page.close();
  if (page.wanted) pointOut(page);
  else lookForChat(page);
  page.wanted = false;
});
