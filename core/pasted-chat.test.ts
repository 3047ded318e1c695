import { expect, it } from 'vitest';
import { ownNames, readPasted } from './pasted-chat.ts';

const at = (text: string) => new Date(text).getTime();

it('reads a name, its time on the next line, the words, and the mark', () => {
  const turns = readPasted(
    '晴天\r\n2025-11-20 14:02:11\r\n在吗\r\n第二行\r\n\r\n小店:阿柚\r\n2025-11-20 14:02:40\r\n在的亲\r\n已读\r\n',
  );
  expect(turns).toEqual([
    { name: '晴天', at: at('2025-11-20T14:02:11'), text: '在吗\n第二行', marked: false, to: null },
    { name: '小店:阿柚', at: at('2025-11-20T14:02:40'), text: '在的亲', marked: true, to: null },
  ]);
  expect([...ownNames(turns)]).toEqual(['小店:阿柚']);
});

it('reads a time that stands right behind the name, without leading zeros', () => {
  expect(readPasted('晴天2025-1-2 9:05:07\n有货吗')).toEqual([
    { name: '晴天', at: at('2025-01-02T09:05:07'), text: '有货吗', marked: false, to: null },
  ]);
});

it('knows both sides of a hand-over as ours, and leaves recalls and the client’s own lines out', () => {
  const turns = readPasted(
    [
      '阿柚 --> 阿青 2025-11-20 14:03:00',
      '请跟进',
      '晴天 撤回了一条消息',
      '晴天',
      '2025-11-20 14:04:00',
      '什么时候发货',
      '¥ 39.00',
      'https://item.example/1',
    ].join('\n'),
  );
  expect(turns.map(({ name, text, to }) => [name, text, to])).toEqual([
    ['阿柚', '请跟进', '阿青'],
    ['晴天', '什么时候发货', null],
  ]);
  expect([...ownNames(turns)]).toEqual(['阿柚', '阿青']);
});

it('takes words alone for one turn of nobody in particular', () => {
  expect(readPasted(' 这个能便宜点吗\n谢谢 ')).toEqual([
    { name: null, at: null, text: '这个能便宜点吗\n谢谢', marked: false, to: null },
  ]);
  expect(readPasted('\n \n')).toEqual([]);
  expect(readPasted('2025-11-20 14:03:00')).toEqual([]);
});
