import { defineContentScript } from 'wxt/utils/define-content-script';
import { adapterFor, allMatches } from '../../adapters/registry.ts';
import { firstHere } from './bridge.ts';
import { installGate } from './gate.ts';
import { start } from './start.ts';

export default defineContentScript({
  matches: allMatches(),
  // The gate must be there before the page's own handlers; everything else waits for the document.
  runAt: 'document_start',
  main() {
    const adapter = adapterFor(location.href);
    // A page that opens while the extension is being installed gets this script twice.
    if (adapter === null || !firstHere()) return;
    const gate = installGate(window, new AbortController());
    const begin = () => start(adapter, gate);
    if (document.readyState === 'loading')
      document.addEventListener('DOMContentLoaded', begin, { once: true });
    else begin();
  },
});
