import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const CONTENT = `
const host = document.createElement('x-' + Math.random().toString(36).slice(2));
const root = host.attachShadow({ mode: 'closed' });
root.innerHTML = '<style>section{position:fixed;top:60px;right:8px;z-index:99999;background:#fff}</style>' +
  '<section><button>按我</button><output>0</output><input><i hidden>藏</i></section>';
root.querySelector('button').addEventListener('click', (event) => {
  if (event.isTrusted) root.querySelector('output').value = Number(root.querySelector('output').value) + 1;
});
const api = globalThis.browser ?? chrome;
root.querySelector('input').addEventListener('input', async () => {
  host.dataset.boot = await api.runtime.sendMessage('boot');
});
document.documentElement.append(host);
`;
const BACKGROUND = `
const boot = crypto.randomUUID();
chrome.runtime.onMessage.addListener((ask, sender, answer) => { answer(boot); });
`;

/** A tiny extension with a closed shadow root, made in a temporary folder: it tests the browser helpers alone. */
export function makeSampleExtension(browser: 'chrome' | 'firefox'): { folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'counterside-sample-'));
  const manifest = {
    manifest_version: 3,
    name: 'sample',
    version: '1',
    host_permissions: ['https://mms.pinduoduo.com/*', 'https://im.jinritemai.com/*'],
    content_scripts: [
      {
        matches: ['https://mms.pinduoduo.com/*', 'https://im.jinritemai.com/*'],
        js: ['content.js'],
        run_at: 'document_end',
      },
    ],
    ...(browser === 'chrome'
      ? { background: { service_worker: 'background.js' } }
      : {
          background: { scripts: ['background.js'] },
          browser_specific_settings: { gecko: { id: 'sample@counterside.example' } },
        }),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'content.js'), CONTENT);
  writeFileSync(join(folder, 'background.js'), BACKGROUND);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
