import { describe, expect, it } from 'vitest';
import { engineOf, finderOf, rule } from './rules.for-tests.ts';
import { screen } from './scan.ts';

/** One phrase, texts in which it is seen with what is selected and undone, and texts in which it is not. */
function phrase(
  name: string,
  seen: readonly [text: string, found: string][],
  unseen: readonly string[] = [],
) {
  describe(`「${name}」`, () => {
    const find = finderOf(name);
    it.each(seen)('is in %j', (text, found) => expect(find(text)).toEqual([found]));
    if (unseen.length > 0) it.each(unseen)('is not in %j', (text) => expect(find(text)).toEqual([]));
  });
}

describe('characters that sound alike', () => {
  phrase('明天', [['明天', '明天']], ['名天', '明添']);
  phrase(
    '明天发货',
    [
      ['名天发货', '名天发货/homophone'],
      ['明添发货', '明添发货/homophone'],
      ['明天发获', '明天发获/homophone'],
      ['就明天发获了', '明天发获/homophone'],
    ],
    ['名天发获', '名添发货', '明天花货'],
  );
  phrase('明天发货吧', [['名添发货吧', '名添发货吧/homophone']], ['名添法货吧']);
  phrase('明天准发货吧', [['名添准发货吧', '名添准发货吧/homophone']], ['名添准法货吧']);
  phrase('明天准时发货吧', [['名添准时法货吧', '名添准时法货吧/homophone']], ['名添准时法获吧']);
});

describe('characters that look alike', () => {
  phrase('领现金吧', [['领珼金吧', '领珼金吧/lookalike']], ['岭珼金吧']);
  phrase('现金', [], ['珼金']);
  phrase('打5折', [
    ['打五折', '打五折/digits'],
    ['打伍折', '打伍折/digits'],
    ['打５折', '打５折/width'],
  ]);
});

describe('spelling', () => {
  phrase(
    '发货',
    [
      ['fahuo', 'fahuo/pinyin'],
      ['FAHUO', 'FAHUO/case/pinyin'],
      ['fa货', 'fa货/pinyin'],
      ['发huo', '发huo/pinyin'],
      ['fa huo', 'fa huo/separator/pinyin'],
      ['请fahuo 吧', 'fahuo/pinyin'],
    ],
    ['fahuos', 'afahuo', 'fah', 'fa，huo', 'f，ahuo', 'fa啊huo'],
  );
  phrase('特急', [['特ji', '特ji/pinyin']], ['teji', 'te ji']);
  phrase('特急单', [['tejidan', 'tejidan/pinyin']]);
  phrase('创建', [['chuang建', 'chuang建/pinyin']]);
});

describe('split characters', () => {
  phrase(
    '好事',
    [
      ['女子事', '女子事/split'],
      ['女 子事', '女 子事/separator/split'],
      ['有女子事', '女子事/split'],
    ],
    ['女，子事', '子女事', '女天子事'],
  );
});

describe('what lies between', () => {
  phrase(
    '明天发',
    [
      ['明 天 发', '明 天 发/separator'],
      ['明·天发', '明·天发/separator'],
      ['明\n天发', '明\n天发/separator'],
      ['明，天，发', '明，天，发/separator'],
      ['明。天。发', '明。天。发/separator'],
      ['明😀天发', '明😀天发/emoji'],
      ['明\u200b天发', '明\u200b天发/invisible'],
      ['明一天发', '明一天发/filler'],
      ['明明天天发', '明明天天发/repeat'],
    ],
    ['明，天发', '明天。发', '明       天发', '名一天发', '明好天发'],
  );
  phrase(
    '明天',
    [
      ['明 天', '明 天/separator'],
      ['明，天', '明，天/separator'],
    ],
    ['明一天', '明丨天'],
  );
  phrase(
    '明天就发',
    [
      ['明，天，就发', '明，天，就发/separator'],
      ['明一天就发', '明一天就发/filler'],
    ],
    ['明天，就发', '明。天。就发', '名一天就发', '明。天，就发'],
  );
  phrase(
    '明天就发货',
    [
      ['明天，就发货', '明天，就发货/separator'],
      ['名天就发货', '名天就发货/homophone'],
    ],
    ['明天。就发货', '名天，就发货'],
  );
});

describe('Latin words', () => {
  phrase(
    'abc',
    [
      ['abc', 'abc'],
      ['加abc吧', 'abc'],
      ['ABC', 'ABC/case'],
      ['abc1', 'abc'],
    ],
    ['abcd', 'xabc', 'aXbc'],
  );
  phrase(
    'a12',
    [
      ['a12', 'a12'],
      ['a12b', 'a12'],
    ],
    ['a123', 'ba12'],
  );
});

describe('numbers', () => {
  phrase(
    '返#元',
    [
      ['返3元', '返3元'],
      ['返12元', '返12元'],
      ['返十二元', '返十二元'],
      ['返两百五十元', '返两百五十元'],
      ['返 5 元', '返 5 元/separator'],
      ['反5元', '反5元/homophone'],
    ],
    ['返元', '返很多元', '返5块', '返1。2元'],
  );
});

describe('other names', () => {
  phrase(
    '加微信',
    [
      ['加vx', '加vx/abbreviation'],
      ['加VX吧', '加VX/case/abbreviation'],
      ['加vx12345', '加vx/abbreviation'],
      ['加 v x', '加 v x/separator/abbreviation'],
      ['加薇', '加薇/abbreviation'],
      ['加薇聊', '加薇/abbreviation'],
      ['加薇 州', '加薇/abbreviation'],
      ['加薇，州', '加薇/abbreviation'],
      ['加薇88888', '加薇/abbreviation'],
      ['加薇abc', '加薇/abbreviation'],
      ['加v88888', '加v/abbreviation'],
      ['加卫星', '加卫星/abbreviation'],
      ['加绿泡泡', '加绿泡泡/abbreviation'],
    ],
    ['加avx', '加vxa', '加vx100', '加薇州', '加vb', '佳薇', '薇', '加威海'],
  );
  phrase(
    '微信号码',
    [
      ['v号码', 'v号码/abbreviation'],
      ['薇号码', '薇号码/abbreviation'],
    ],
    ['佳号码'],
  );
  phrase(
    '微信',
    [
      ['薇信', '薇信/abbreviation'],
      ['wx', 'wx/abbreviation'],
    ],
    ['薇', 'v', '卫星', '微xyz', 'wx100'],
  );
  phrase(
    '加我微信',
    [
      ['加我薇', '加我薇/abbreviation'],
      ['佳我微信', '佳我微信/homophone'],
    ],
    ['佳我薇'],
  );
});

describe('backwards', () => {
  phrase(
    '明天发',
    [
      ['发天明', '发天明/reversed'],
      ['发 天 明', '发 天 明/separator/reversed'],
    ],
    ['法天明', '发一天明', 'fa天明'],
  );
});

describe('one place', () => {
  it('is taken by the reading with the fewest folds, then the longest', () => {
    const find = finderOf('{明天|明天发货|发货单}');
    expect(find('明天发货单')).toEqual(['明天发货']);
    expect(find('明添发货单')).toEqual(['发货单']);
    expect(find('明天，发货单')).toEqual(['明天', '发货单']);
  });

  it('may be taken once for each time it is said', () => {
    expect(finderOf('发货')('发货，发货。fahuo')).toEqual(['发货', '发货', 'fahuo/pinyin']);
  });

  it('is one rule’s by severity, then length, within a category', () => {
    const engine = engineOf(
      rule({ id: 'long', level: 'warn', phrases: ['明天发货'] }),
      rule({ id: 'short', level: 'warn', phrases: ['明天'] }),
      rule({ id: 'hard', level: 'block', phrases: ['发'] }),
      rule({ id: 'soft', level: 'hint', phrases: ['货'] }),
    );
    const rules = (text: string) => screen(engine, text, { by: 'agent' }).map((finding) => finding.rule);
    expect(rules('明天发货')).toEqual(['short', 'hard', 'soft']);
    expect(rules('明天')).toEqual(['short']);
    expect(rules('明天有货')).toEqual(['short', 'soft']);
  });
});
