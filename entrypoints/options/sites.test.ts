import { expect, it, vi } from 'vitest';
import pinduoduo from '../../adapters/consoles/pinduoduo.ts';
import { hostOf } from '../../components/options/Sites.tsx';

vi.mock('wxt/browser', () => ({ browser: {} }));
const { readAdapter, siteRows } = await import('./sites.ts');

it('lists a site once: read, waiting to be looked at, or no longer allowed', () => {
  const own = { ...pinduoduo, id: 'own-a.example', label: '甲', matches: ['https://a.example/inbox*'] };
  const lost = { ...own, id: 'own-c.example', label: '丙', matches: ['https://c.example/*'] };
  expect(siteRows(['https://a.example/*', 'https://b.example/*'], [own, lost])).toEqual([
    { host: 'a.example', adapter: { id: 'own-a.example', label: '甲' }, state: 'read', origin: true },
    { host: 'c.example', adapter: { id: 'own-c.example', label: '丙' }, state: 'denied', origin: false },
    { host: 'b.example', adapter: null, state: 'unread', origin: true },
  ]);
});

it('takes one whole host of an address, never a pattern', () => {
  expect(hostOf('https://chat.example/inbox?a=1')).toBe('chat.example');
  expect(hostOf('chat.example')).toBe('chat.example');
  for (const bad of ['http://chat.example', 'https://*/*', '*.example.com', 'localhost', 'javascript:1', ''])
    expect([bad, hostOf(bad)]).toEqual([bad, null]);
});

it('reads an adapter file whole or not at all', async () => {
  const file = (text: string) => ({ size: text.length, text: async () => text });
  expect(await readAdapter(file(JSON.stringify(pinduoduo)))).toEqual(pinduoduo);
  expect(await readAdapter(file(JSON.stringify({ ...pinduoduo, run: 'x' })))).toBeNull();
  expect(await readAdapter(file('{'))).toBeNull();
});
