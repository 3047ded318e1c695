import { expect, it } from 'vitest';
import { adapters, isAt } from './registry.ts';
import { UNREAD, unreadAt } from './unread.ts';

it.each([
  ['https://walle.xiaohongshu.com/cstools/seller/dashboard', 'xiaohongshu'],
  ['https://sellercentral.amazon.co.jp/messaging/inbox?fi=RESPONSE_NEEDED', 'amazon'],
  ['https://sellercenter.lazada.com.my/apps/im/window?isWindowOpen=true', 'lazada'],
  ['https://amazon.example/messaging/inbox', undefined],
])('%s', (url, id) => expect(unreadAt(url)?.id).toBe(id));

it('names no console that is read, and none twice', () => {
  for (const { id, matches } of UNREAD) {
    expect(adapters.some((adapter) => adapter.id === id)).toBe(false);
    for (const match of matches) expect(adapters.some((adapter) => isAt(adapter, match))).toBe(false);
  }
  expect(new Set(UNREAD.map(({ id }) => id)).size).toBe(UNREAD.length);
});
