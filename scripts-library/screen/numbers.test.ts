import { describe, expect, it } from 'vitest';
import type { Shape } from '../rule.ts';
import { loadAlphabet } from './alphabet.ts';
import { loadLanguage } from './language.ts';
import { LANGUAGE } from './language-words.ts';
import { findShapes } from './numbers.ts';
import { packAlphabet } from './pack-alphabet.ts';
import { readWith } from './units.ts';

const words = loadLanguage(LANGUAGE);
const read = readWith(loadAlphabet(packAlphabet()));
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

  it('an account stands after the name of its service', () => {
    expect(shapes('微信号：desk_2026a', 'account')).toEqual(['desk_2026a']);
    expect(shapes('qq是12345678', 'account')).toEqual(['12345678']);
    expect(shapes('薇：desk2026', 'account')).toEqual(['desk2026']);
    expect(shapes('V30型号，qqmusic 会员', 'account')).toEqual([]);
    expect(shapes('微信支付', 'account')).toEqual([]);
  });
});
