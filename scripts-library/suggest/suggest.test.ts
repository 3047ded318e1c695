import { describe, expect, test } from 'vitest';
import { buildIndex, type HistoryItem, indexOver, type LibraryItem, learn } from './index.ts';
import { offer } from './offer.ts';
import { sharpen } from './sharpen.ts';
import { suggest } from './suggest.ts';
import type { Turn } from './suggestion.ts';

const item = (
  id: string,
  title: string,
  text: string,
  examples: string[],
  more: Partial<LibraryItem> = {},
): LibraryItem => ({
  id,
  title,
  text,
  examples,
  stage: 'in-sale',
  ...more,
});
const LIBRARY: LibraryItem[] = [
  item('ship', '什么时候发货', '{{称呼|亲}}，{{发货时间}}发出', ['啥时候发货', '多久能发'], {
    variants: ['仓库{{发货时间}}前安排发出'],
  }),
  item('size', '选什么尺码', '说下身高体重，帮您看尺码', ['穿多大码', '尺码怎么选']),
  item('refund', '退款多久到账', '退款原路退回，按渠道时限到账', ['钱什么时候退', '退款到账了没']),
  item('hello', '问候', '您好，在的', ['在吗', '有人吗'], { stage: 'greeting' }),
  item('bye', '结束语', '不客气，祝您愉快', ['谢谢', '再见'], { stage: 'closing' }),
];
const buyer = (...texts: string[]): Turn[] => texts.map((text) => ({ by: 'buyer', text }));
const index = buildIndex(LIBRARY);
const ids = (turns: readonly Turn[], more: object = {}): string[] =>
  suggest(index, { turns, ...more }).map(({ item: { id } }) => id);

describe('suggest', () => {
  test('finds the script whose question the buyer asks in other words', () => {
    expect(ids(buyer('我的东西啥时候能发货呀'))[0]).toBe('ship');
    expect(ids(buyer('退的钱还没到账'))[0]).toBe('refund');
  });

  test('says why, by the question it resembles', () => {
    const [first] = suggest(index, { turns: buyer('多久能发') });
    expect(first?.why).toEqual({ kind: 'question', question: '多久能发' });
  });

  test('keeps silent when nothing fits', () => {
    for (const text of ['嗯', '528690173109', '哈哈哈', '[图片]']) expect(ids(buyer(text))).toEqual([]);
    expect(ids([])).toEqual([]);
  });

  test('greetings and closings answer only their like', () => {
    expect(ids(buyer('在吗'))).toEqual(['hello']);
    expect(ids(buyer('好的谢谢'))).toEqual(['bye']);
    expect(ids(buyer('在吗，啥时候发货'))).not.toContain('hello');
  });

  test('never offers what is expired, not yet valid or for another console', () => {
    const only = (more: Partial<LibraryItem>, query: object): number =>
      suggest(buildIndex([item('x', '发货', '今天发', ['啥时候发货'], more)]), {
        turns: buyer('啥时候发货'),
        day: '2026-11-22',
        ...query,
      }).length;
    expect(only({}, {})).toBe(1);
    expect(only({ expiry: '2026-11-22' }, {})).toBe(0);
    expect(only({ expiry: '2026-11-23' }, {})).toBe(1);
    expect(only({ effective: '2026-11-23' }, {})).toBe(0);
    expect(only({ platforms: ['pinduoduo'] }, { platform: 'feige' })).toBe(0);
    expect(only({ platforms: ['pinduoduo'] }, { platform: 'pinduoduo' })).toBe(1);
  });

  test('answers in the language of the question', () => {
    const both = buildIndex([
      item('zh', '发货', '今天发', ['什么时候发货']),
      item('en', 'Shipping', 'It leaves today', ['when will it ship'], { language: 'en' }),
    ]);
    const first = (text: string) => suggest(both, { turns: buyer(text) }).map(({ item: { id } }) => id);
    expect(first('什么时候发货呀')).toEqual(['zh']);
    expect(first('when do you ship')).toEqual(['en']);
  });

  test('the search alone decides when the agent types', () => {
    expect(ids(buyer('啥时候发货'), { search: '尺码' })).toEqual(['size']);
    expect(ids(buyer('啥时候发货'), { search: '没有这种词' })).toEqual([]);
  });
});

describe('beside the first', () => {
  const library = buildIndex([
    item('cracked', '运输途中破损', '请拍照，补发或退款由您选', ['杯子碎了', '收到就裂了'], {
      branches: [{ when: '买家要补发', script: 'again' }],
    }),
    item('again', '补发', '核对地址后寄出新的', ['给我补发']),
    item('wait', '请稍等', '我核实一下', ['帮我看看'], { stage: 'greeting', holding: true }),
  ]);
  const found = suggest(library, { turns: buyer('盘子碎了一个') });

  test('a next step and something to say meanwhile fill the places that nothing else is near to', () => {
    expect(found.map(({ item: { id }, why }) => `${id} ${why.kind}`)).toEqual([
      'cracked question',
      'again branch',
      'wait meanwhile',
    ]);
  });

  test('nothing is filled up where nothing fits, and nothing that this buyer has read', () => {
    expect(suggest(library, { turns: buyer('今天好热') })).toEqual([]);
    const sent = ['我核实一下', '核对地址后寄出新的'];
    const left = suggest(library, { turns: buyer('盘子碎了一个'), sent });
    expect(left.map(({ item: { id } }) => id)).toEqual(['cracked']);
  });
});

describe('the reason', () => {
  const why = (text: string, title: string, body: string) =>
    suggest(buildIndex([item('x', title, body, [])]), { turns: buyer(text), least: 0.01 })[0]?.why;

  test('quotes only what the buyer said', () => {
    expect(why('运费谁出', '退换货运费', '质量问题由我们承担')).toEqual({ kind: 'words', words: '运费' });
  });

  test('is not given when only words without content are shared', () => {
    expect(why('可以吗', '能不能退换', '可以的')).toEqual({ kind: 'unsaid' });
  });
});

describe('an order that is named', () => {
  test('is not asked for again', () => {
    const first = (text: string) =>
      suggest(
        buildIndex([
          item('ask', '', '请提供订单号，我查物流', []),
          item('tell', '', '物流今天更新过，请留意', []),
        ]),
        { turns: buyer(text), least: 0.001 },
      )[0]?.item.id;
    expect(first('查一下物流')).toBe('ask');
    expect(first('2026112233445566 查一下物流')).toBe('tell');
  });
});

describe('learning', () => {
  const asked = (text: string): Turn[] => [{ by: 'buyer', text }];

  test('a reply once given to such words comes first, and says so', () => {
    const learned = buildIndex(LIBRARY);
    for (const text of ['灯不亮', '灯不亮了咋整', '这灯不亮'])
      learn(learned, { conversation: asked(text), script: 'refund' });
    const [first] = suggest(learned, { turns: asked('灯又不亮') });
    expect(first?.item.id).toBe('refund');
    expect(first?.why).toEqual({ kind: 'answered', uses: 3 });
  });

  test('a sent text counts for the script that says the same, variants included', () => {
    const learned = buildIndex(LIBRARY, [
      { conversation: asked('灯不亮'), text: '仓库{{发货时间}}前安排发出！' },
    ]);
    expect(suggest(learned, { turns: asked('灯不亮') })[0]?.item.id).toBe('ship');
  });

  test('words that are no script are never offered, and unknown scripts are skipped', () => {
    const history: HistoryItem[] = [
      { conversation: asked('灯不亮'), text: '换个灯泡试试' },
      { conversation: asked('灯不亮'), script: 'gone' },
    ];
    const found = suggest(buildIndex(LIBRARY, history), { turns: asked('灯不亮'), least: 0 });
    expect(found.every(({ item: { id } }) => LIBRARY.some((each) => each.id === id))).toBe(true);
  });

  test('candidates of a question are ranked by what was said in like chats', () => {
    const learned = buildIndex(
      [],
      [
        { conversation: asked('灯不亮'), text: '换个灯泡试试' },
        { conversation: asked('尺码'), text: '平时穿多大' },
      ],
    );
    const candidates = ['平时穿多大呢', '先换个灯泡看看'].map((text, at) => item(String(at), '', text, []));
    expect(
      suggest(indexOver(learned, candidates), { turns: asked('我家灯不亮'), least: 0 })[0]?.item.id,
    ).toBe('1');
  });

  test('sharpening brings a history’s own replies to the front', () => {
    const history: HistoryItem[] = [];
    for (const at of [1, 2, 3]) {
      history.push({ conversation: asked(`退货运费谁出${at}号仓`), script: 'refund' });
      history.push({ conversation: asked(`退货运费谁出呀尺码${at}号仓`), script: 'size' });
    }
    const learned = buildIndex(LIBRARY, history);
    sharpen(learned, history);
    expect(suggest(learned, { turns: asked('退货运费谁出') })[0]?.item.id).toBe('refund');
    expect(suggest(learned, { turns: asked('退货运费谁出尺码') })[0]?.item.id).toBe('size');
  });
});

describe('offer', () => {
  const ask = (more: object, trips: (text: string) => boolean = () => false) =>
    offer(index, { turns: buyer('啥时候发货'), ...more }, { 发货时间: '今晚' }, { trips, language: 'zh-CN' });

  test('fills slots and shows which they are', () => {
    const [first] = ask({});
    expect(first).toMatchObject({ script: 'ship', text: '亲，今晚发出', holding: false });
    expect(first?.slots.map(({ name, state }) => `${name} ${state}`)).toEqual([
      '称呼 filled',
      '发货时间 filled',
    ]);
  });

  test('the same text never goes twice to one buyer: the next wording does, then none', () => {
    expect(ask({ sent: ['亲，今晚发出'] })[0]?.text).toBe('仓库今晚前安排发出');
    expect(ask({ sent: ['亲，今晚发出', '仓库今晚前安排发出'] }).map(({ script }) => script)).not.toContain(
      'ship',
    );
  });

  test('a wording that trips a rule once filled gives way', () => {
    expect(ask({}, (text) => text.includes('亲'))[0]?.text).toBe('仓库今晚前安排发出');
    expect(ask({}, () => true)).toEqual([]);
  });
});
