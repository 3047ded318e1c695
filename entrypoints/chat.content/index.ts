import { defineContentScript } from 'wxt/utils/define-content-script';
import { call } from '../../messaging/call.ts';
import { firstHere, offerPage } from './bridge.ts';
import { installGate } from './gate.ts';
import { insist } from './insist.ts';
import { keepListening } from './lasting.ts';
import { start } from './start.ts';
import './underlines.css';

export default defineContentScript({
  // The shipped consoles' patterns are filled in when we build: the page carries no adapter but its own.
  matches: [],
  allFrames: true,
  // The gate must be there before the page's own handlers; everything else waits for the document.
  runAt: 'document_start',
  main() {
    // A page that opens while the extension is being installed gets this script twice.
    if (!firstHere()) return;
    keepListening(document, window);
    const end = new AbortController();
    const gate = installGate(window, end);
    const documentRead = new Promise<void>((resolve) => {
      if (document.readyState !== 'loading') resolve();
      else document.addEventListener('DOMContentLoaded', () => resolve(), { once: true });
    });
    void insist(() => call('adapter.mine', null), end).then(async (adapter) => {
      await documentRead;
      if (adapter === undefined) return end.abort();
      const page = { adapter, wanted: false, close: () => undefined };
      offerPage({ ...page, begin: (found) => start(found, gate) });
      if (adapter) start(adapter, gate);
      else void insist(() => call('chat.look', null), end);
    });
  },
});
