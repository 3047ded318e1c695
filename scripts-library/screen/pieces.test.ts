import { describe, expect, it } from 'vitest';
import { loadLanguage } from './language.ts';
import { LANGUAGE } from './language-words.ts';
import { findShapes } from './numbers.ts';
import { reader } from './rules.for-tests.ts';

const words = loadLanguage(LANGUAGE);
const read = reader();
function mobiles(text: string): string[] {
  const units = read(text);
  return findShapes(text, units, new Set(['mobile'] as const), words).map(({ from, to }) =>
    text.slice(units.start[from], units.end[to - 1]),
  );
}

describe('a mobile number in pieces', () => {
  it.each([
    ['139，1234，5678'],
    ['139,12345678'],
    ['1391234、5678'],
    ['139\n1234\n5678'],
    ['139。1234。5678'],
    ['1，3，9，1，2，3，4，5，6，7，8'],
    ['1❤️3❤️9❤️1❤️2❤️3❤️4❤️5❤️6❤️7❤️8'],
    ['幺三九，一二三四，五六七八'],
    ['139然后12345678'],
    ['139 后面是 12345678'],
    ['139中间1234最后5678'],
    ['139，后八位12345678'],
    ['139+12345678'],
    ['1391然后23再45678'],
    ['139然后接着再加上后面12345678'],
  ])('%s', (typed) => {
    expect(mobiles(typed)).toEqual([typed]);
    expect(mobiles(`您打${typed}找我`)).toEqual([typed]);
  });

  it('begins after what is said of its beginning', () => {
    expect(mobiles('前面139后面12345678')).toEqual(['139后面12345678']);
    expect(mobiles('前三位139，后八位12345678')).toEqual(['139，后八位12345678']);
    expect(mobiles('+86，139，1234，5678')).toEqual(['139，1234，5678']);
    expect(mobiles('886，139，1234，5678')).toEqual([]);
    expect(mobiles('865，139，1234，5678')).toEqual([]);
  });

  it('ends with its last figure, whatever follows', () => {
    expect(mobiles('139然后12345678，订单99')).toEqual(['139然后12345678']);
    expect(mobiles('139然后12345678，或者138然后12345678')).toEqual(['139然后12345678', '138然后12345678']);
  });

  it.each([
    ['a word between', '139甲12345678'],
    ['as many joining words as make a sentence', '139然后接着再加上后面是12345678'],
    ['prices', '有139、1299、2599元的'],
    ['prices that go on', '139，1234，5678，2999'],
    ['prices that come before', '99，139，1234，5678'],
    ['tiers', '139，1234，5678三档价'],
    ['an order number', '订单号139，1234，5678'],
    ['other breaks', '13，912，345678'],
    ['a sentence between', '先拍139的那个链接，过两天再拍12345678'],
    ['a short head', '13然后912345678'],
    ['many pieces', '139再1再2再3再45678'],
    ['too many figures', '139然后123456789'],
    ['no mobile', '129，1234，5678'],
    ['a layout', '139———————12345678'],
  ])('is not %s', (_, text) => expect(mobiles(text)).toEqual([]));
});
