// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { checkHealth } from './health.ts';
import { readPage } from './read.ts';
import { adapterFor, adapters, allMatches } from './registry.ts';
import { openSaved as open } from './saved-page.fixture.ts';

const NOW = Date.parse('2026-11-23T18:00:00+08:00');
describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))('%s', (id, adapter) => {
  const missing = (spoil: (page: Document) => void) => {
    const page = open(id);
    spoil(page);
    return checkHealth(adapter, page, NOW).missing;
  };
  const remove = (css: string) => (page: Document) => {
    for (const element of page.querySelectorAll(css)) element.remove();
  };

  it('finds everything on its saved page, each composer and send control once', () => {
    const { state, counts, missing: gone } = checkHealth(adapter, open(id), NOW);
    expect([state, gone]).toEqual(['ready', []]);
    if (adapter.composer.length > 0) expect([counts.composer?.[0], counts.send]).toEqual([1, [1]]);
  });

  // A page of records has nothing to write in and nothing else that names its conversation.
  if (adapter.composer.length > 0)
    it('names what is gone', () => {
      expect(missing(remove(adapter.send))).toEqual(['send']);
      // A send control that is known by its editor goes with it.
      expect(missing(remove(adapter.composer[0]!.css))[0]).toBe('composer');
      expect(missing(remove(adapter.messages))).toEqual(['messages']);
    });

  // Elsewhere the side is on the row itself, by which it is found, or nowhere in the markup.
  const inside = ['pinduoduo', 'feige', 'kuaishou', 'jingdong', 'tiktok', 'etsy', 'zendesk'].includes(id);
  if (inside)
    it('names rows that no longer tell who wrote them', () => {
      const unnamed = missing((page) => {
        for (const row of page.querySelectorAll(adapter.row.at[0]!))
          for (const inner of row.querySelectorAll('*')) {
            for (const { name } of [...inner.attributes]) inner.removeAttribute(name);
          }
        for (const row of page.querySelectorAll(adapter.row.at[0]!)) {
          row.removeAttribute('data-qa-message-id');
          for (const label of row.querySelectorAll('*'))
            if (label.children.length === 0) label.textContent = '字';
        }
      });
      expect(unnamed).toContain('row.origin');
    });

  it('expects nothing of a page that is not mounted, but that it mounts', () => {
    expect(
      checkHealth(adapter, new DOMParser().parseFromString('<p>载入中</p>', 'text/html'), NOW),
    ).toMatchObject({
      state: 'loading',
      missing: ['ready'],
    });
  });

  if (!adapter.scrolls)
    it('calls a page broken whose message box has text but no rows', () => {
      const page = open(id);
      page.querySelector(adapter.messages)!.textContent = '新版消息'.repeat(80);
      expect(readPage(adapter, page, NOW).state).toMatchObject({ kind: 'broken', missing: ['row'] });
    });
});

it.each([
  ['https://mms.pinduoduo.com/chat-merchant/index.html#/', 'pinduoduo'],
  ['https://mms.pinduoduo.com/chat-merchant/index.html?orderSn=260908-1#/', 'pinduoduo'],
  ['https://mms.pinduoduo.com:8443/chat-merchant/', 'pinduoduo'],
  ['https://im.jinritemai.com/pc_seller_v2/main/workspace?fromOrder=1', 'feige'],
  ['https://mms.pinduoduo.com/home', undefined],
  ['http://mms.pinduoduo.com/chat-merchant/', undefined],
  ['https://mms.pinduoduo.com.example.org/chat-merchant/', undefined],
  ['https://example.org/?https://mms.pinduoduo.com/chat-merchant/', undefined],
])('%s', (url, id) => expect(adapterFor(url)?.id).toBe(id));

it('lists every pattern once', () => {
  expect(new Set(allMatches()).size).toBe(allMatches().length);
});

it('tells how old the newest message is and how many rows are nobody’s, without a word of the chat', () => {
  const { adapter, page } = {
    adapter: adapters.find(({ id }) => id === 'pinduoduo')!,
    page: open('pinduoduo'),
  };
  const health = checkHealth(adapter, page, NOW);
  expect(health.lastMessage).toBeGreaterThan(0);
  expect(health.unknown).toBeGreaterThanOrEqual(0);
  expect(health.unknown).toBeLessThan(0.5);
  const said = readPage(adapter, page, NOW).rows.flatMap(({ text }) => (text.length > 3 ? [text] : []));
  expect(said.length).toBeGreaterThan(2);
  for (const text of said) expect(JSON.stringify(health)).not.toContain(text);
});
