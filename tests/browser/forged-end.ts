import type { Works } from '../../cli/demo/seat.ts';

/** Has the page say the word by which frameworks end a content script of the extension `id`. */
export const forgeEnd = (page: Works<void>, id: string): Promise<void> =>
  page.evaluate(async (ours) => {
    for (const name of ['chat', 'content', 'chat.content'])
      for (const target of [document, window]) {
        const type = `${ours}:${name}:wxt:content-script-started`;
        const detail = { type, contentScriptName: name, messageId: 'forged' };
        target.dispatchEvent(new CustomEvent(type, { detail }));
        window.postMessage(detail, '*');
      }
  }, id);
