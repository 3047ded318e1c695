import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startPractice } from '../../cli/practice/server.ts';
import { inOrder, probe } from '../../cli/probe/probe.ts';
import { BUILT } from './built.ts';

// `npm run probe` on a console that we ship and on pages that no adapter describes.

const SAID = [
  ['them', 'Is the blue lamp still in stock?', '10:02'],
  ['us', 'Yes, we have four of them left.', '10:03'],
  ['them', 'And how long does shipping to Oslo take?', '10:04'],
  ['us', 'Three working days with the parcel service.', '10:05'],
  ['them', 'Lovely, then I take two.', '10:06'],
] as const;

const CHAT = `<!doctype html><meta charset="utf-8"><title>Desk</title>
<style>
  body { margin: 0; height: 100vh; display: flex; flex-direction: column; font: 14px sans-serif }
  .pane { flex: 1; overflow: auto; padding: 12px }
  .line { display: flex; margin: 8px 0 }
  .line.us { justify-content: flex-end }
  .said { padding: 8px; background: #eee; border-radius: 8px; max-width: 60% }
  form { display: flex; padding: 12px } textarea { flex: 1 }
</style>
<h1>Customer desk</h1>
<div class="pane">${SAID.map(([who, text, at]) => `<div class="line ${who}"><div class="said"><p>${text}</p><time>${at}</time></div></div>`).join('')}</div>
<form onsubmit="return false"><textarea placeholder="Write a reply"></textarea><button>Send</button></form>`;

let server: Server;
let base: string;
beforeAll(async () => {
  const pages: Record<string, string> = {
    '/chat.html': CHAT,
    '/about.html': '<h1>About us</h1><p>Lamps since 1990.</p>',
  };
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pages[request.url ?? ''] ?? '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server?.close());

it('reads a chat that nobody described, on any address', async () => {
  const reading = inOrder(await probe(`${base}/chat.html`, { extension: BUILT.chrome }));
  expect(reading).toMatchObject({ source: 'detected', state: 'ready', composer: { kind: 'textarea' } });
  expect(reading.send?.text).toBe('Send');
  expect(reading.messages.map(({ by, text }) => [by, text])).toEqual(
    SAID.map(([who, text]) => [who === 'us' ? 'agent' : 'buyer', text]),
  );
});

it('says that a page has no chat', async () => {
  const reading = await probe(`${base}/about.html`, { extension: BUILT.chrome, patience: 1_000 });
  expect(reading).toMatchObject({ source: 'none', messages: [], composer: null, send: null });
});

it('reads a shipped console in the frame that it lives in', async () => {
  const practice = await startPractice();
  try {
    const outer = 'https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im/index.html';
    const reading = await probe(outer, { extension: BUILT.chrome, hostRules: practice.hostRules });
    expect(reading).toMatchObject({
      source: 'shipped',
      console: 'wangwang',
      conversation: { key: '晚风里的茶' },
      composer: { kind: 'contenteditable', tag: 'pre' },
      send: { text: '发送' },
      missing: [],
    });
    expect(reading.messages.map(({ by }) => by)).toEqual(['buyer', 'agent', 'buyer', 'agent']);
  } finally {
    await practice.close();
  }
});
