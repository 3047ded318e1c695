// @vitest-environment happy-dom
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Adapter, Provenance } from './define.ts';
import { readPage } from './read.ts';
import { adapters } from './registry.ts';
import { openSaved as open, savedPage as saved } from './saved-page.fixture.ts';

const FOLDER = join(import.meta.dirname, 'consoles');
const pinduoduo = adapters.find(({ id }) => id === 'pinduoduo')!;
const feige = adapters.find(({ id }) => id === 'feige')!;
const beijing = (text: string) => Date.parse(`${text}+08:00`);
const NOW = beijing('2026-09-08T18:00:00');
const clock = (at: number) => new Date(at + 8 * 3_600_000).toISOString().slice(5, 19).replace('T', ' ');

/** One line a message: who, what kind, when (and how we know), the words. */
const story = (adapter: Adapter, page: Document, now: number) =>
  readPage(adapter, page, now).rows.map(({ by, content, sentAt, text, recalled }) => {
    const when =
      sentAt.precision === 'none' ? '?' : `${clock(sentAt.at)} ${sentAt.source} ${sentAt.precision}`;
    return `${by} ${content} [${when}] ${text.replace('\n', '⏎')}${recalled ? ' (recalled)' : ''}`;
  });

/** Every selector and phrase in an adapter; not the words of our own closed lists. */
function placesIn(value: unknown, name = ''): string[] {
  const OWN = ['reason', 'by', 'kind', 'keyIs', 'read', 'formats', 'attribute', 'split', 'shape', 'pseudo'];
  OWN.push('without', 'side', 'near');
  if (name === 'sender' && (value === 'buyer' || value === 'seat')) return [];
  if (OWN.includes(name) || (name === 'template' && String(value).startsWith('middle'))) return [];
  if (typeof value === 'string') return [value];
  return Object.entries(value ?? {}).flatMap(([key, inner]) => placesIn(inner, key));
}

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))('%s', (id, adapter) => {
  it('only looks', () => {
    const page = open(id);
    const before = page.documentElement.outerHTML;
    readPage(adapter, page, NOW);
    expect(page.documentElement.outerHTML).toBe(before);
  });

  it('reads the same as JSON', () => {
    const copy = JSON.parse(JSON.stringify(adapter)) as Adapter;
    expect(readPage(copy, open(id), NOW)).toEqual(readPage(adapter, open(id), NOW));
    expect(copy).toEqual(adapter);
  });

  it('says of every selector and phrase where it is known from', async () => {
    const provenance = (await import(`./consoles/${id}.provenance.ts`)).default as Provenance;
    const { scope, shadow, ready, empty, unusable, messages, row, conversation, contacts } = adapter;
    const { shop, seat, order, product, composer, internal, send, confirm } = adapter;
    const told = [
      ...placesIn({ scope, shadow, ready, empty, unusable, messages, row, conversation, contacts }),
      ...placesIn({ shop, seat, order, product, composer, internal, send, confirm }),
    ];
    expect(Object.keys(provenance.seen).sort()).toEqual([...new Set(told)].sort());
    const named = Object.values(provenance.seen).flatMap((seen) => seen.replace(/^\w+: /, '').split(' '));
    expect(new Set(named)).toEqual(new Set(Object.keys(provenance.sources)));
  });

  it('has a small clean saved page', () => {
    const html = saved(id);
    expect(html.length).toBeLessThan(40_000);
    expect(html).not.toMatch(/<script|[\w.]+@\w+\.\w+|(?<!\d)1[3-9]\d{9}(?!\d)/);
  });
});

it('finds every console of the folder in the registry', () => {
  const files = readdirSync(FOLDER).filter((name) => /^[\w-]+\.ts$/.test(name));
  expect(files.map((name) => name.replace('.ts', '')).sort()).toEqual(adapters.map(({ id }) => id).sort());
});

describe('拼多多', () => {
  it('tells the messages apart', () => {
    expect(story(pinduoduo, open('pinduoduo'), NOW)).toEqual([
      'system notice [09-08 17:30:16 id second] 买家从商品页进入',
      'buyer text [09-08 17:30:17 id second] 你好，这件有 L 码吗？⏎身高 170',
      'robot text [09-08 17:30:18 id second] 亲，您好，请问有什么可以帮您？',
      'agent text [09-08 17:30:41 id second] 有的，170 建议拍 L',
      'agent product [09-08 17:31:05 id second] ',
      'buyer image [09-08 17:31:59 id second] ',
      'robot text [09-08 17:52:00 id second] 亲，您还在吗？',
      'buyer order [09-08 17:52:03 id second] ',
      'system notice [09-08 17:52:09 id second] 对方撤回了一条消息 (recalled)',
      'system notice [09-08 17:52:10 id second] 当前会话由客服小林接待',
      'agent text [09-08 17:53:00 id second] 好的，我查一下物流',
      'unknown other [09-08 17:53:10 id second] ',
    ]);
  });

  it('keys rows and conversation by what the platform says', () => {
    const { rows, state } = readPage(pinduoduo, open('pinduoduo'), NOW);
    expect(rows[1]).toMatchObject({ id: '1788859817120', conversation: '900100' });
    expect(rows[5]).toMatchObject({ id: '1788859919902' });
    expect(rows[0]).toMatchObject({ conversation: null });
    expect(state).toEqual({
      kind: 'ready',
      place: { console: 'pinduoduo', shop: 'unknown', seat: 'unknown' },
      conversation: { key: '900100', buyer: '小**果' },
      order: '260908-123456789012345',
    });
  });

  it('lists each conversation once, whatever its groups, and who waits', () => {
    const { contacts, waiting } = readPage(pinduoduo, open('pinduoduo'), NOW);
    expect(contacts.map(({ conversation }) => [conversation.key, conversation.buyer])).toEqual([
      ['900200', 'S*******n'],
      ['900100', '小**果'],
      ['900300', 'S*******n'],
    ]);
    expect(waiting).toEqual([
      {
        conversation: { key: '900200', buyer: 'S*******n' },
        unread: null,
        rowTime: { precision: 'minute', source: 'page', at: NOW - 180_000 },
      },
    ]);
    expect(contacts.map(({ time }) => time?.at ?? null)).toEqual([NOW - 180_000, null, null]);
  });

  it('falls back on the shown time of a group where the id is no time', () => {
    const page = open('pinduoduo');
    for (const [index, row] of [...page.querySelectorAll('li')].entries())
      row.id = `middlePanel_list_${index}`;
    expect(story(pinduoduo, page, NOW).slice(0, 3)).toEqual([
      'system notice [?] 买家从商品页进入',
      'buyer text [09-08 17:30:17 page second] 你好，这件有 L 码吗？⏎身高 170',
      'robot text [09-08 17:30:17 page minute] 亲，您好，请问有什么可以帮您？',
    ]);
  });
});

describe('抖店飞鸽', () => {
  const now = beijing('2026-09-08T14:08:00');

  it('tells the messages apart and dates clocks by what stands above', () => {
    expect(story(feige, open('feige'), now)).toEqual([
      'buyer text [09-07 22:10:00 page minute] 在吗，想问下尺码',
      'system notice [09-08 14:02:00 page minute] 客服小周的小店接入',
      'robot text [09-08 14:02:10 page second] 欢迎光临，有问题直接留言哦',
      'buyer text [09-08 14:02:31 page second] 我约了 10:30⏎要赶时间',
      'robot text [09-08 14:02:32 page second] 请问您想咨询哪款？',
      'agent text [09-08 14:03:05 page second] 马上为您核实',
      'buyer product [09-08 14:03:05 page minute] ',
      'buyer image [09-08 14:05:59 page second] ',
      'agent text [09-08 14:06:20 page second] 图片看到了',
      'system notice [09-08 14:06:20 page minute] 系统提醒：请及时回复买家',
      'unknown text [09-08 14:07:00 page second] 谁写的看不出来',
    ]);
  });

  it('keys the conversation by the shown name and reads the order once', () => {
    expect(readPage(feige, open('feige'), now).state).toMatchObject({
      kind: 'ready',
      conversation: { key: '晴天小铺的猫', buyer: '晴天小铺的猫' },
      order: '6900000000000000123',
    });
  });

  it('lists who waits, without pseudo rows', () => {
    const { contacts, waiting } = readPage(feige, open('feige'), now);
    expect(contacts.map(({ conversation, waiting }) => [conversation.key, waiting])).toEqual([
      ['晴天小铺的猫', false],
      ['阿岚', true],
      ['木木', false],
    ]);
    expect(waiting.map(({ unread, rowTime }) => [unread, rowTime])).toEqual([
      [2, { precision: 'minute', source: 'page', at: now - 180_000 }],
    ]);
  });

  it("doesn't take a buyer's word for who wrote it", () => {
    const page = open('feige');
    page.querySelector('[data-id="7400000000000000004"] pre')!.textContent = '抖音电商智能客服发送';
    expect(readPage(feige, page, now).rows[3]).toMatchObject({ by: 'buyer', text: '抖音电商智能客服发送' });
  });
});
