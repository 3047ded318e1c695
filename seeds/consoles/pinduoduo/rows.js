// The conversation list's entries: a waiting buyer stands in 待回复 and in 最近会话, under the same uid.

import { waitingSince } from '../shared/client.js';

const HEAD = 30;
const ROW = 66;
export const OVERTIME = 180_000;

export function preview({ content, recalled }) {
  if (recalled) return '[消息已撤回]';
  if ('text' in content) return content.text;
  if ('image' in content) return '[图片]';
  return 'item' in content ? '[商品]' : '[订单]';
}

/** Groups and rows, flat and in order, each with its height in pixels. */
export function entriesOf(conversations) {
  const all = conversations
    .map((conversation) => ({
      conversation,
      last: conversation.messages.at(-1) ?? null,
      since: waitingSince(conversation),
    }))
    .sort((a, b) => (b.last?.at ?? 0) - (a.last?.at ?? 0));
  const waiting = all.filter(({ since }) => since !== null).sort((a, b) => a.since - b.since);
  const group = (name, title, rows) => [
    { kind: 'head', height: HEAD, title: `${title} ${rows.length}` },
    ...rows.map((row) => ({ kind: 'row', height: ROW, group: name, ...row })),
  ];
  return [...group('unreply', '待回复', waiting), ...group('recent', '最近会话', all)];
}
