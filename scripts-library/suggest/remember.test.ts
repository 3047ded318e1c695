import { describe, expect, it } from 'vitest';
import { contextTerms } from './context.ts';
import type { LibraryItem } from './index.ts';
import { OwnWords } from './own-words.ts';
import { weigh } from './rank.ts';
import { type KeptIndex, keep, type Learned, pairOf, rememberingIndex, shareOf } from './remember.ts';
import { learnGuess } from './sharpen.ts';
import { suggest } from './suggest.ts';

const SCRIPTS: LibraryItem[] = [
  { id: 'ship', title: '发货', text: '今天就给您发出', examples: ['什么时候发货'] },
  { id: 'soap', title: '去污', text: '用温水和软布擦一擦就好', examples: [] },
];
const NOW = Date.parse('2026-11-22T10:00:00+08:00');
let count = 0;
const reply = (conversation: string, asked: string, of: Partial<Learned>): Learned => ({
  id: `m${++count}`,
  conversation,
  at: NOW,
  script: null,
  text: '',
  personal: false,
  context: [{ by: 'buyer', text: asked }],
  ...of,
});

const remembering = (fresh: readonly Learned[], kept: KeptIndex | null = null, scripts = SCRIPTS) =>
  rememberingIndex(scripts, { kept, fresh, shelf: null }, NOW, 'test');
const ownReplies = (replies: readonly Learned[], scripts: readonly LibraryItem[], kept?: OwnWords) => {
  const own = new OwnWords(kept && structuredClone(kept.keep()));
  for (const one of replies) own.add(one);
  return own.items(scripts);
};

describe('what this team answered', () => {
  it('brings a script that shares no word with the question', () => {
    const replies = [reply('a', '锅底黑乎乎的怎么办', { script: 'soap' })];
    const { index } = remembering(replies);
    const found = suggest(index, { turns: [{ by: 'buyer', text: '锅底有点黑乎乎' }], least: 0.01 });
    expect(found[0]?.item.id).toBe('soap');
  });

  it('offers the agents own words only after two buyers read them and without personal values', () => {
    const text = '这一批的盖子都换成了新款';
    const once = [reply('a', '盖子不一样', { text })];
    expect(ownReplies([...once, reply('a', '盖子不一样', { text })], SCRIPTS)).toEqual([]);
    expect(ownReplies([...once, reply('b', '盖子变了', { text })], SCRIPTS).map((own) => own.text)).toEqual([
      text,
    ]);
    expect(ownReplies([...once, reply('b', '盖子变了', { text, personal: true })], SCRIPTS)).toEqual([]);
    const script = [
      reply('a', '?', { text: '今天就给您发出！' }),
      reply('b', '?', { text: '今天就给您发出' }),
    ];
    expect(ownReplies(script, SCRIPTS)).toEqual([]);
  });

  it('keeps what tells replies apart, and forgets a reply that is gone', () => {
    const replies = Array.from({ length: 24 }, (_, at) =>
      at % 2 === 0
        ? reply(`a${at}`, `锅底黑乎乎的 ${at}`, { script: 'soap' })
        : reply(`b${at}`, `啥时候能发 ${at}`, { script: 'ship' }),
    );
    const first = remembering(replies);
    const { index } = first;
    for (const _ of learnGuess(index, replies.map(pairOf)));
    const context = contextTerms([{ by: 'buyer', text: '锅底黑' }]);
    const soap = (of: typeof index) => of.guess?.chances(context).get(of.replyOf.get('id soap') ?? -1) ?? 0;
    expect(soap(index)).toBeGreaterThan(0.7);
    const kept = structuredClone(keep(first));
    expect(kept.guess?.taught).toBe(24);
    const { index: again } = remembering([], kept, [...SCRIPTS].reverse());
    expect(soap(again)).toBeCloseTo(soap(index), 1);
    const turns = [{ by: 'buyer', text: '锅底黑' }] as const;
    const { index: without } = remembering([], kept, SCRIPTS.slice(0, 1));
    expect(suggest(without, { turns, least: 0 }).map(({ item }) => item.id)).toEqual(['ship']);
  });

  it('is the same after it was kept and taken up again, also when the scripts changed places', () => {
    const replies = [
      reply('a', '锅底黑乎乎的怎么办', { script: 'soap' }),
      reply('b', '啥时候能发', { script: 'ship' }),
      reply('c', '可以刻字吗', { text: '刻字请在备注里写' }),
    ];
    const first = remembering(replies);
    const { index } = first;
    const kept = structuredClone(keep(first));
    const { index: again } = remembering([], kept, [...SCRIPTS].reverse());
    const turns = [{ by: 'buyer', text: '锅底黑' }] as const;
    const scores = (of: typeof index) =>
      Object.fromEntries(
        weigh(of, turns).map(({ item, answered }) => [of.items[item]?.id, answered.toFixed(5)]),
      );
    expect(scores(again)).toEqual(scores(index));
    expect(again.answered.size).toBe(index.answered.size);
  });

  it('takes the scripts up as they were kept, and makes them anew where anything differs', () => {
    const replies = ['a', 'b'].map((buyer) => reply(buyer, '盖子变了', { text: '这一批的盖子都换成了新款' }));
    const first = remembering(replies);
    const shelf = structuredClone(first.shelf);
    const kept = structuredClone(keep(first));
    const turns = [{ by: 'buyer', text: '什么时候发货呀，盖子变了' }] as const;
    const evidence = (of: typeof first) => weigh(of.index, turns);
    const again = rememberingIndex(SCRIPTS, { kept, fresh: [], shelf }, NOW, 'test');
    expect(again.shelf).toBeNull();
    expect(evidence(again)).toEqual(evidence(remembering([], kept)));
    expect(again.index.items.at(-1)?.text).toBe('这一批的盖子都换成了新款');
    expect(rememberingIndex(SCRIPTS, { kept, fresh: [], shelf }, NOW, 'other').shelf).not.toBeNull();
    expect(rememberingIndex(SCRIPTS, { kept: null, fresh: [], shelf }, NOW, 'test').shelf).not.toBeNull();
  });

  it('knows over two lives who has read which wording', () => {
    const text = '这一批的盖子都换成了新款';
    const own = new OwnWords();
    own.add(reply('a', '?', { text }));
    expect(ownReplies([reply('a', '?', { text })], SCRIPTS, own)).toEqual([]);
    expect(ownReplies([reply('b', '?', { text })], SCRIPTS, own).map((one) => one.text)).toEqual([text]);
  });

  it('is as it was after a snapshot was taken up, learned into and taken up again', () => {
    const first = remembering([reply('a', '锅底黑乎乎的怎么办', { script: 'soap' })]);
    const kept = structuredClone(keep(first));
    const turns = [{ by: 'buyer', text: '锅底黑' }] as const;
    const before = weigh(remembering([], kept).index, turns);
    weigh(remembering([reply('b', '锅底黑乎乎', { script: 'soap' })], kept).index, turns);
    expect(weigh(remembering([], kept).index, turns)).toEqual(before);
  });

  it('counts a reply half after four months', () => {
    expect(shareOf(NOW, NOW)).toBe(1);
    expect(shareOf(NOW - 120 * 86_400_000, NOW)).toBeCloseTo(0.5);
  });
});
