import { expect, it } from 'vitest';
import { repairSpan } from './repair.ts';

const repaired = (text: string, hit: string, replaces: 'hit' | 'sentence') => {
  const start = text.indexOf(hit);
  const span = repairSpan(text, { start, end: start + hit.length }, replaces);
  return `${text.slice(0, span.start)}〔〕${text.slice(span.end)}`;
};

it.each([
  ['the only sentence', '亲，加我微信聊吧', '加我微信', '〔〕'],
  ['the first of two', '你是不是搞错了？昨天才下的单', '你是不是搞错了', '〔〕昨天才下的单'],
  ['the last of two', '您好。你是不是搞错了？', '你是不是搞错了', '您好。〔〕'],
  ['between two', '您好～加我微信吧！谢谢。', '加我微信', '您好～〔〕谢谢。'],
  ['a line, its break kept', '第一行\n加我微信\n第三行', '加我微信', '第一行\n〔〕\n第三行'],
  ['a hit that holds a mark', '好的。加!微!信!聊', '加!微!信', '好的。〔〕聊'],
])('takes the place of a sentence: %s', (_, text, hit, expected) => {
  expect(repaired(text, hit, 'sentence')).toBe(expected);
});

it('takes the place of the hit alone', () => {
  expect(repaired('亲，这个月低价', '低价', 'hit')).toBe('亲，这个月〔〕');
});
