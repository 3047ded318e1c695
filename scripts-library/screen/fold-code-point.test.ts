import { describe, expect, it } from 'vitest';
import * as kinds from './alphabet.ts';
import { foldCodePoint } from './fold-code-point.ts';
import { namesOf } from './folds.ts';

const simplified = new Map([
  ['們', '们'],
  ['豈', '岂'],
]);
const fold = (char: string) => {
  const { kind, text, folds } = foldCodePoint(char.codePointAt(0) as number, simplified);
  return [kind, text, ...namesOf(folds)];
};

describe('a character', () => {
  it.each(['天', 'a', '7', '가', '\u3400', '\u9fff', 'z'])('%s stands for itself', (char) =>
    expect(fold(char)).toEqual([kinds.ITSELF, char]),
  );
  it.each<[char: string, text: string, folds: string[]]>([
    ['A', 'a', ['case']],
    ['Ａ', 'a', ['width', 'case']],
    ['ａ', 'a', ['width']],
    ['７', '7', ['width']],
    ['們', '们', ['traditional']],
    ['é', 'e', ['width']],
    ['É', 'e', ['width', 'case']],
    ['①', '1', ['width']],
    ['ʷ', 'w', ['width']],
    ['ˣ', 'x', ['width']],
    ['⑳', '20', ['width']],
    ['㎏', 'kg', ['width']],
    ['Ⅸ', 'ix', ['width', 'case']],
    ['𝐕', 'v', ['width', 'case']],
    ['В', 'b', ['case', 'lookalike']],
    ['х', 'x', ['lookalike']],
    ['ν', 'v', ['lookalike']],
    ['∨', 'v', ['lookalike']],
    ['✘', 'x', ['lookalike']],
    ['🇦', 'a', ['width']],
    ['🇿', 'z', ['width']],
    ['🅐', 'a', ['width']],
    ['🅩', 'z', ['width']],
    ['🅰', 'a', ['width']],
    ['🅥', 'v', ['width']],
    ['🆉', 'z', ['width']],
    ['⓵', '1', ['width']],
    ['⓽', '9', ['width']],
    ['⓿', '0', ['width']],
    ['❶', '1', ['width']],
    ['❾', '9', ['width']],
    ['➀', '1', ['width']],
    ['➈', '9', ['width']],
    ['➊', '1', ['width']],
    ['➒', '9', ['width']],
    ['🐧', '企鹅', ['emoji']],
    ['🛰', '卫星', ['emoji']],
    ['✉', '信', ['emoji']],
    ['✌', 'v', ['emoji']],
    ['➕', '加', ['emoji']],
    // Four characters are as many as there is room for.
    ['ﷺ', 'صلىا', ['width']],
  ])('%s stands for %s', (char, text, folds) => expect(fold(char)).toEqual([kinds.CHAR, text, ...folds]));

  it('may be mere decoration', () => {
    for (const char of ['❤', '♥', '💕', '🖤']) expect(fold(char)).toEqual([kinds.EITHER, '心', 'emoji']);
    for (const char of ['+', '＋']) expect(fold(char)).toEqual([kinds.EITHER, '加', 'emoji']);
    expect(fold('☎')).toEqual([kinds.EITHER, '电话', 'emoji']);
    for (const char of ['⭐', '★']) expect(fold(char)).toEqual([kinds.EITHER, '星', 'emoji']);
    expect(fold('📱')).toEqual([kinds.EITHER, '手机', 'emoji']);
  });
});

describe('what lies between characters', () => {
  it.each<[what: string, chars: string, kind: number]>([
    ['a line', '\n\r\u2028\u2029', kinds.LINE],
    ['a space or sign', '\t \u00a0\u3000*-_/#@&%"（）·|', kinds.GAP],
    ['a tone mark alone', 'ˇˊˋ˙\u02b9\u02ff', kinds.GAP],
    [
      'nothing to see',
      '\u200b\u200d\u202e\u2060\ufeff\u00ad\u115f\u3164\uffa0\u2800\u0007',
      kinds.INVISIBLE_KIND,
    ],
    ['a mark on the letter before', '\u0301\u0332\u20dd\ufe0f', kinds.MARK],
    ['the end of a clause', '!?。…！？', kinds.CLAUSE_END],
    ['a comma', ',:;、，：；', kinds.COMMA],
    ['a picture', '😀🌸🔥', kinds.PICTURE],
  ])('%s', (_, chars, kind) => {
    for (const char of chars) expect(fold(char), char).toEqual([kind, '']);
  });
});
