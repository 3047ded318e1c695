import { defineContentScript } from 'wxt/utils/define-content-script';
import { adapterFor, allMatches } from '../../adapters/registry.ts';
import { installGate } from './gate.ts';
import { start } from './start.ts';

export default defineContentScript({
  matches: allMatches(),
  // The gate must be there before the page's own handlers; everything else waits for the document.
  runAt: 'document_start',
  noScriptStartedPostMessage: true,
  main() {
    const adapter = adapterFor(location.href);
    if (adapter === null) return;
    // Not the framework's context: a page can forge the event that ends it. Ours lasts as long as the page.
    const gate = installGate(window, new AbortController());
    const begin = () => start(adapter, gate);
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', begin, { once: true });
    else begin();
  },
});
