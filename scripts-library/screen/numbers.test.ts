import { describe, expect, it } from 'vitest';
import type { Shape } from '../rule.ts';
import { namesOf } from './folds.ts';
import { loadLanguage } from './language.ts';
import { LANGUAGE } from './language-words.ts';
import { findShapes } from './numbers.ts';
import { reader } from './rules.for-tests.ts';

const words = loadLanguage(LANGUAGE);
const read = reader();
function shapes(text: string, ...wanted: Shape[]): string[] {
  const units = read(text);
  return findShapes(text, units, new Set(wanted), words).map(({ from, to }) =>
    text.slice(units.start[from], units.end[to - 1]),
  );
}

describe('a mobile number', () => {
  it.each([
    '13912345678',
    '139 1234 5678',
    '139-1234-5678',
    '１３９１２３４５６７８',
    '①③⑨①②③④⑤⑥⑦⑧',
    '1️⃣3️⃣9️⃣1️⃣2️⃣3️⃣4️⃣5️⃣6️⃣7️⃣8️⃣',
    '一三九一二三四五六七八',
    '壹叁玖壹贰叁肆伍陆柒捌',
    '幺三九幺二三四五六七八',
    'l39ol23456o',
    '139\u200b1234\u200b5678',
    '一3九1②3四5六78',
    '8613912345678',
    '1 3 9 1 2 3 4 5 6 7 8',
  ])('%s', (typed) => {
    expect(shapes(typed, 'mobile')).toEqual([typed]);
    expect(shapes(`我的电话${typed}，随时联系`, 'mobile')).toEqual([typed]);
  });

  it.each([
    ['an order number', '订单号：13912345678'],
    ['a longer number', '240113912345678901'],
    ['a tracking number', 'SF1391234567812'],
    ['a courier code and eleven digits', 'JT13912345678'],
    ['an item address', 'https://item.shop.example/13912345678.html'],
    ['a query', 'item.shop.example?id=13912345678&from=chat'],
    ['an item id by name', '商品ID 13912345678'],
    ['a masked number', '139****5678'],
    ['a price list', '15 29 39 49 599'],
    ['times', '13:00-18:00 14:30'],
    ['a sum', '189-87)*24=7436'],
    ['a landline', '021-12345678'],
    ['eleven digits of another kind', '22912345678'],
    ['an amount', '13912345678.50'],
    ['a tax number', '91110108MA13912345'],
  ])('is not %s', (_, text) => expect(shapes(text, 'mobile')).toEqual([]));

  it('is seen before a Chinese numeral that counts something else', () => {
    expect(shapes('打13912345678一天没人接', 'mobile')).toEqual(['13912345678']);
  });

  it('is seen between a name that ends in a numeral and words that begin with one', () => {
    expect(shapes('王五 139 1234 5678三天没人接', 'mobile')).toEqual(['139 1234 5678']);
    expect(shapes('张三139-1234-5678', 'mobile')).toEqual(['139-1234-5678']);
    expect(shapes('call 139 1234 5678', 'mobile')).toEqual(['139 1234 5678']);
    expect(shapes('8 139 1234 5678', 'mobile')).toEqual([]);
  });

  it('is seen right after the name of a chat service', () => {
    expect(shapes('vx13912345678', 'mobile')).toEqual(['13912345678']);
  });
});

describe('other shapes', () => {
  it('an identity card needs its check digit and a date of birth', () => {
    expect(shapes('证件11010519491231002X', 'id-card')).toEqual(['11010519491231002X']);
    expect(shapes('证件110105194912310021', 'id-card')).toEqual([]);
    expect(shapes('单号110105999912310029', 'id-card')).toEqual([]);
  });

  it('a bank card needs its check digit and a word of banking', () => {
    expect(shapes('打到这个卡号4111111111111111', 'bank-card')).toEqual(['4111111111111111']);
    expect(shapes('打到这个卡号4111 1111 1111 1111', 'bank-card')).toEqual(['4111 1111 1111 1111']);
    expect(shapes('打到这个卡号4111111111111112', 'bank-card')).toEqual([]);
    expect(shapes('单号4111111111111111', 'bank-card')).toEqual([]);
  });

  it('an e-mail address, with its at sign spelt out too', () => {
    expect(shapes('发我desk.a@mail.example.com吧', 'email')).toEqual(['desk.a@mail.example.com']);
    expect(shapes('desk.a#at#mail.com', 'email')).toEqual(['desk.a#at#mail.com']);
    expect(shapes('@客服小美 看一下', 'email')).toEqual([]);
  });

  it('an account stands beside a request to be added', () => {
    expect(shapes('➕我 后面发你 xy_7766', 'account')).toEqual(['xy_7766']);
    expect(shapes('加一下 abc_123', 'account')).toEqual(['abc_123']);
    expect(shapes('abc12345 加我一下', 'account')).toEqual(['abc12345']);
    expect(shapes('mia-8820 这个加', 'account')).toEqual(['mia-8820']);
    for (const text of [
      '加一下abc1234的',
      '加一下abc1234这款',
      '加一下iphone15',
      'abc12345加一下购物车',
      '加我abcdef',
    ])
      expect(shapes(text, 'account'), text).toEqual([]);
  });

  it('a handle is a name or number that nothing calls one', () => {
    expect(shapes('abc_2024', 'handle')).toEqual(['abc_2024']);
    expect(shapes('亲 28537166', 'handle')).toEqual(['28537166']);
    for (const text of ['abcdef', 'ab12', '1234', '0123456', '1234567890123'])
      expect(shapes(text, 'handle'), text).toEqual([]);
  });

  it('an account stands after the name of its service', () => {
    expect(shapes('微信号：desk_2026a', 'account')).toEqual(['desk_2026a']);
    expect(shapes('qq是12345678', 'account')).toEqual(['12345678']);
    expect(shapes('薇：desk2026', 'account')).toEqual(['desk2026']);
    expect(shapes('V30型号，qqmusic 会员', 'account')).toEqual([]);
    expect(shapes('微信号abc12345的', 'account')).toEqual(['abc12345']);
    expect(shapes('蔚：tqy520kk', 'account')).toEqual(['tqy520kk']);
    expect(shapes('群：三三二八一七七', 'account')).toEqual(['三三二八一七七']);
    expect(shapes('快手号 lgw66889', 'account')).toEqual(['lgw66889']);
    for (const text of ['人群：123456', '群里三二一', '抖音上lgw66889'])
      expect(shapes(text, 'account'), text).toEqual([]);
    expect(shapes('微信支付', 'account')).toEqual([]);
  });
});

/** What is found, with the folds that it took. */
function found(text: string, ...wanted: Shape[]): string[] {
  const units = read(text);
  return findShapes(text, units, new Set(wanted), words).map(({ shape, from, to, folds }) =>
    [shape, text.slice(units.start[from], units.end[to - 1]), ...namesOf(folds)].join('/'),
  );
}

describe('a number in other writing', () => {
  it.each([
    ['13912345678', 'mobile/13912345678'],
    ['一3912345678', 'mobile/一3912345678/digits'],
    ['1391234567八', 'mobile/1391234567八/digits'],
    ['139 1234 5678', 'mobile/139 1234 5678/separator'],
    ['139😀1234😀5678', 'mobile/139😀1234😀5678/emoji'],
    ['１3912345678', 'mobile/１3912345678/width'],
    ['好 13912345678', 'mobile/13912345678'],
    ['电话，13912345678', 'mobile/13912345678'],
    ['13912345678請記', 'mobile/13912345678'],
    ['ok 一三九一二三四五六七八', 'mobile/一三九一二三四五六七八/digits'],
  ])('%s', (text, expected) => expect(found(text, 'mobile')).toEqual([expected]));

  it('takes no folds into account for an identity card or an account, whose letters are figures too', () => {
    expect(found('１1010519491231002X', 'id-card')).toEqual(['id-card/１1010519491231002X/width/case']);
    expect(found('一1010519491231002X', 'id-card')).toEqual(['id-card/一1010519491231002X/case']);
    expect(found('微信号abc12345', 'account')).toEqual(['account/abc12345']);
    expect(found('卡号一111111111111111', 'bank-card')).toEqual([]);
    expect(found('卡号四111111111111111', 'bank-card')).toEqual(['bank-card/四111111111111111/digits']);
    expect(found('卡号4111 1111 1111 1111', 'bank-card')).toEqual([
      'bank-card/4111 1111 1111 1111/separator',
    ]);
  });
});

describe('a mobile number', () => {
  it.each([
    ['008613912345678'],
    ['0086 139 1234 5678'],
    ['8 1234 13912345678 99'],
    ['86 13912345678'],
    ['+86 139 1234 5678'],
    ['+86-139-1234-5678'],
    ['1391234 5678'],
    ['1391 2345678'],
    ['13912 345678'],
    ['139 12345678'],
    ['1 3912345678'],
    ['1-3-9-1-2-3-4-5-6-7-8'],
  ])('%s is one', (text) => expect(shapes(text, 'mobile')).toHaveLength(1));

  it.each([
    ['12912345678'],
    ['1391234567'],
    ['139123456789'],
    ['013912345678'],
    ['13 91 23 45 67 8'],
    ['13 9123 45678'],
    ['8713912345678'],
    ['213912345678'],
    ['139 12 345678'],
    ['139 1234 56789'],
    ['139 1234 5678 999'],
    ['87 139 1234 5678'],
    ['86 1391234567'],
    ['13 91 23 4 5 6 7 8'],
    ['139 1 2 3 4 5 6 7 8'],
    ['1391234 5678 99 9'],
  ])('%j is none', (text) => expect(shapes(text, 'mobile')).toEqual([]));

  it('may be followed by a short number of its own', () => {
    expect(shapes('139 1234 5678 1', 'mobile')).toEqual(['139 1234 5678']);
    expect(shapes('139 1234 5678 12', 'mobile')).toEqual(['139 1234 5678']);
    expect(shapes('139 12345678 9', 'mobile')).toEqual(['139 12345678']);
    expect(shapes('13812345678 139 1234 5678 13712345678', 'mobile')).toEqual(['13812345678', '13712345678']);
    expect(shapes('13912345678 12', 'mobile')).toEqual(['13912345678']);
    expect(shapes('13912345678 13812345678', 'mobile')).toEqual(['13912345678', '13812345678']);
    expect(shapes('13912345678，13812345678', 'mobile')).toEqual(['13912345678', '13812345678']);
  });

  it('may be a stretch of figures among numerals', () => {
    expect(shapes('三13912345678', 'mobile')).toEqual(['13912345678']);
    expect(shapes('张三13912345678三天', 'mobile')).toEqual(['13912345678']);
    expect(shapes('三13912345678五13812345678', 'mobile')).toEqual(['13912345678', '13812345678']);
  });

  it('may have letters for figures as long as some are figures', () => {
    expect(shapes('l39ol2345oo', 'mobile')).toEqual(['l39ol2345oo']);
    expect(shapes('l39ol23oooo', 'mobile')).toEqual(['l39ol23oooo']);
    expect(shapes('l3ollooooo3', 'mobile')).toEqual([]);
    expect(shapes('l39looooooo', 'mobile')).toEqual([]);
  });

  it.each([
    ['tel13912345678', 1],
    ['电话tel13912345678', 1],
    ['13912345678vx', 1],
    ['13912345678 abc', 1],
    ['abc 13912345678', 1],
    ['asus13912345678', 0],
    ['13912345678abc', 0],
    ['vx号13912345678ab', 0],
    ['vxx13912345678', 0],
    ['13912345678 vx和ab', 1],
  ])('beside letters, in %s: %d', (text, count) => expect(shapes(text, 'mobile')).toHaveLength(count));

  it.each([
    ['订单号是13912345678', 0],
    ['SKU:13912345678', 0],
    ['尾号13912345678', 0],
    ['订单已发，电话13912345678', 1],
    ['单号已经发给您了，电话是13912345678', 1],
    ['13912345678是订单号', 1],
    ['2.13912345678', 0],
    ['第2. 13912345678', 1],
    ['13912345678.5', 0],
    ['13912345678.', 1],
    ['好。13912345678', 1],
    ['(139)12345678', 0],
    ['（13912345678）', 1],
    ['139=12345678', 0],
    ['(13912345678)', 1],
    ['x=13912345678', 1],
    ['ab=13912345678', 0],
    ['13912345678.html', 0],
    ['13912345678/ab', 0],
    ['13912345678/a', 1],
    ['看a.cn/x 13912345678', 1],
    ['AB_13912345678', 0],
    ['1/13912345678', 1],
    ['13912345678#好ab', 1],
    ['电话#13912345678', 1],
    ['13912345678，只要3.5元', 1],
  ])('among signs, in %s: %d', (text, count) => expect(shapes(text, 'mobile')).toHaveLength(count));

  it('is judged by what stands near, not by all that was written before', () => {
    const far = '好'.repeat(30);
    expect(shapes(`订单号${far}13912345678`, 'mobile')).toHaveLength(1);
    expect(shapes(`${'好'.repeat(300)}订单号13912345678`, 'mobile')).toEqual([]);
    expect(shapes(`订单号13912345678${'好'.repeat(300)}`, 'mobile')).toEqual([]);
    expect(shapes(`a.cn/b=${far}13912345678${far}c.d`, 'mobile')).toHaveLength(1);
  });
});

describe('an identity card', () => {
  it.each([
    ['11010519491231002X', 1],
    ['11010519491231002x', 1],
    ['1101 0519 4912 3100 2X', 1],
    ['110105199001010015', 0],
    ['11010519491231002', 0],
    ['11010519491231002 X', 0],
    ['11010519491231002Y', 0],
    ['11010519491231003X', 0],
    ['01010519491231002X', 0],
    ['111010519491231002X', 0],
    ['11010519491231002X5', 1],
    ['110105184912310027', 0],
    ['110105194913310027', 0],
  ])('%s: %d', (text, count) => expect(shapes(text, 'id-card')).toHaveLength(count));

  it('is one for every month and day, and none for others', () => {
    const withCheck = (date: string): string => {
      const seventeen = `110105${date}123`;
      let sum = 0;
      for (let i = 0; i < 17; i++) sum += (2 ** (17 - i) % 11) * Number(seventeen[i]);
      return seventeen + '10X98765432'[sum % 11];
    };
    for (const date of ['19490101', '20001231', '20100930', '19991019', '20051129', '19850810', '19500230'])
      expect(shapes(withCheck(date), 'id-card'), date).toHaveLength(1);
    for (const date of [
      '18490101',
      '21000101',
      '20000001',
      '20001301',
      '20000100',
      '20000132',
      '20000140',
      '20002001',
    ])
      expect(shapes(withCheck(date), 'id-card'), date).toEqual([]);
  });

  it('is not looked for where only another shape is wanted, nor those where only it is', () => {
    expect(found('13912345678', 'id-card')).toEqual([]);
    expect(found('11010519491231002X', 'mobile')).toEqual([]);
    expect(found('卡号4111111111111111', 'mobile')).toEqual([]);
    expect(found('a.b@c.com', 'mobile')).toEqual([]);
    expect(found('微信号abc12345', 'email')).toEqual([]);
  });
});

describe('a bank card', () => {
  it.each([
    ['卡号4111111111111111', 1],
    ['卡号5500005555555559', 1],
    ['4111111111111111是我的银行卡', 1],
    ['4111111111111111，建行', 1],
    ['卡号6222020000000000008', 0],
    ['卡号2222420000001113', 0],
    ['卡号41111111111111114', 0],
    ['卡号41111111111111113', 1],
    ['卡号4111111111111', 0],
    ['卡号94111111111111111', 0],
    ['4111111111111111', 0],
    ['银行一二三四五六七八九十一二三好4111111111111111', 0],
    ['4111111111111111好好好好好好好好好好好银行', 0],
    ['4111111111111111好好好好好好好好银行', 1],
  ])('%s: %d', (text, count) => expect(shapes(text, 'bank-card')).toHaveLength(count));

  it('has a check digit for which doubled nines and more lose nine', () => {
    const checked = (body: string): string => {
      const total = [...body].reverse().reduce((sum, digit, i) => {
        const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
        return sum + (value > 9 ? value - 9 : value);
      }, 0);
      return body + ((10 - (total % 10)) % 10);
    };
    for (const body of ['622202123456789', '621483000012345678', '356789999999999', '455555555555555']) {
      expect(shapes(`卡号${checked(body)}`, 'bank-card')).toHaveLength(1);
      expect(shapes(`卡号${body}${(Number(checked(body).slice(-1)) + 1) % 10}`, 'bank-card')).toEqual([]);
    }
  });
});

describe('an address or account', () => {
  it.each([
    ['a1@b.com', 'email/a1@b.com'],
    ['😀发到 a1@b.com 吧', 'email/a1@b.com'],
    ['a1＠b.com', 'email/a1＠b.com/separator'],
    ['a1#at#b点com', 'email/a1#at#b点com/separator'],
  ])('%s', (text, expected) => expect(found(text, 'email')).toEqual([expected]));

  it.each([
    ['vx：abc12345', 'account/abc12345'],
    ['v：abc12345', 'account/abc12345'],
    ['薇:12345678', 'account/12345678'],
    ['QQ 12345678', 'account/12345678'],
    ['我qq12345678', 'account/12345678'],
    ['wx abcdefg', 'account/abcdefg'],
  ])('%s', (text, expected) =>
    expect(found(text, 'account').map((one) => one.split('/').slice(0, 2).join('/'))).toEqual([expected]),
  );

  it.each([
    'v abc12345',
    'v：abcdefg',
    'v12345678',
    'avx：abc12345',
    'wxabcdefg',
    'aqq12345678',
    'vx：1234',
    'vx：0123456',
  ])('%s holds none', (text) => expect(found(text, 'account')).toEqual([]));
});
