import { expect, it } from 'vitest';
import { UNKNOWN_METRIC } from './nothing.ts';
import { adapters, isAt } from './registry.ts';
import { asKnown, UNREAD } from './unread.ts';
import { UNREAD_WHY } from './unread-why.ts';

it.each([
  ['walle.xiaohongshu.com', '小红书千帆', 'xiaohongshu-3min-rate'],
  ['sellercentral.amazon.co.jp', 'Amazon', 'amazon-24h-rate'],
  ['sellercenter.lazada.com.my', 'Lazada', 'lazada-response-rate'],
  ['amazon.example', '我的页面', UNKNOWN_METRIC],
])('an adapter made on %s is called and rated as %s is', (host, label, metric) => {
  const made = { ...adapters[0]!, id: `own-${host}`, label: '我的页面', metric: UNKNOWN_METRIC };
  expect(asKnown({ ...made, matches: [`https://${host}/x*`] })).toMatchObject({ label, metric });
});

it('leaves alone how a person has an adapter rated', () => {
  const made = {
    ...adapters[0]!,
    id: 'own-walle.xiaohongshu.com',
    matches: ['https://walle.xiaohongshu.com/*'],
  };
  expect(asKnown(made)).toBe(made);
});

it('names no console that is read, and none twice', () => {
  for (const { id, matches } of UNREAD) {
    expect(adapters.some((adapter) => adapter.id === id)).toBe(false);
    for (const match of matches) expect(adapters.some((adapter) => isAt(adapter, match))).toBe(false);
  }
  expect(new Set(UNREAD.map(({ id }) => id)).size).toBe(UNREAD.length);
});

it('says of each why it is not read yet', () => {
  expect(Object.keys(UNREAD_WHY)).toEqual(UNREAD.map(({ id }) => id));
});
