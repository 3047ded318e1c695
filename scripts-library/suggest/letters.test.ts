import fc from 'fast-check';
import { expect, test } from 'vitest';
import { wordsApart } from './letters.ts';

const plainly = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');

test.each(['', '，', '您好', '  您好，在吗？ ', 'a-b', '3.5元！', '好的👌谢谢', 'é ñ', '\ud83d', '。。。'])(
  'keeps the words of %j apart',
  (text) => expect(wordsApart(text)).toBe(plainly(text)),
);

test('says what the regular expression says', () => {
  const text = fc.string({ unit: fc.constantFrom('亲', '，', ' ', 'a', '7', '́', '👌', '、', '\n', '한') });
  fc.assert(fc.property(text, (each) => wordsApart(each) === plainly(each)));
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (each) => wordsApart(each) === plainly(each)));
});
