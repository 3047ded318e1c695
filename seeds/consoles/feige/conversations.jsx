// The conversation list: waiting and overtime groups, relative times while a buyer waits, our own unsent text
// as 草稿, and rows that are no buyers.

import { useLayoutEffect, useRef, useState } from 'react';
import { waitingSince } from '../shared/client.js';
import { avatar } from '../shared/picture.js';
import { listTime, waited } from '../shared/time.js';
import { windowOf } from '../shared/virtual.js';

const HEAD = 32;
const ROW = 68;
const OVERTIME = 180_000;
const GROUPS = [
  { name: 'overtime', title: '超时未回复' },
  { name: 'waitReply', title: '待回复' },
  { name: 'recent', title: '最近联系' },
];

function preview({ messages, draft }, open) {
  if (draft.trim() !== '' && !open) return `[草稿]${draft}`;
  const last = messages.at(-1);
  if (!last) return '';
  if (last.recalled) return '撤回了一条消息';
  if ('text' in last.content) return `${last.by === 'agent' && last.read ? '已读 ' : ''}${last.content.text}`;
  return 'image' in last.content ? '[图片]' : '[商品]';
}

/** Every conversation once, in its group; flat, with heights, for the virtual list. */
export function entriesOf(conversations, now) {
  const all = conversations.map((conversation) => {
    const since = waitingSince(conversation);
    const waiting = since === null ? 'recent' : 'waitReply';
    const group = since !== null && now - since > OVERTIME ? 'overtime' : waiting;
    return {
      kind: 'row',
      height: ROW,
      conversation,
      since,
      group,
      last: conversation.messages.at(-1)?.at ?? 0,
    };
  });
  return GROUPS.flatMap(({ name, title }) => {
    const rows = all.filter(({ group }) => group === name);
    const order = name === 'recent' ? (a, b) => b.last - a.last : (a, b) => a.since - b.since;
    return [{ kind: 'head', height: HEAD, name, title: `${title}（${rows.length}）` }, ...rows.sort(order)];
  });
}

function Row({ entry, state, onOpen }) {
  const { conversation, since, last } = entry;
  const open = conversation.uid === state.active;
  const late = since !== null && state.now - since > OVERTIME;
  return (
    // biome-ignore lint/a11y: the console's own row is a div with a click listener and this attribute
    <div
      data-kora="conversation"
      data-qa-id="qa-conversation-chat-item"
      aria-selected={open}
      className={`itemQ2wc ${open ? 'zK4onx' : ''}`}
      onClick={() => onOpen(conversation.uid)}
    >
      <span className="auxo-badge">
        <img src={avatar(conversation.uid, conversation.name)} alt="头像" />
        {conversation.unread > 0 && (
          <sup className="auxo-badge-count" title={String(conversation.unread)}>
            {conversation.unread}
          </sup>
        )}
      </span>
      <div className="mainT6yu">
        <div className="lineA1">
          <span className="NameContent_k2Lw" title={conversation.name}>
            {conversation.name}
          </span>
          <span
            className={`timerParticular_p0Vb ${late ? 'lateXm1' : ''} ${since === null ? '' : 'waitXm2'}`}
          >
            {since === null ? listTime(last, state.now) : waited(since, state.now)}
          </span>
        </div>
        <div className="msgContent_u7Rd">{preview(conversation, open)}</div>
      </div>
    </div>
  );
}

export function Conversations({ state, onOpen }) {
  const scroller = useRef(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  useLayoutEffect(() => {
    const node = scroller.current;
    const watch = new ResizeObserver(() => setView({ top: node.scrollTop, height: node.clientHeight }));
    watch.observe(node);
    return () => watch.disconnect();
  }, []);
  const { rows, height } = windowOf(entriesOf(state.conversations, state.now), view.top, view.height);
  return (
    <div
      className="list_items"
      ref={scroller}
      onScroll={({ target }) => setView({ ...view, top: target.scrollTop })}
    >
      <div className="scroller_content" style={{ height }}>
        {rows.map(({ entry, top, slot }) => (
          <div
            key={slot}
            className="slotH3"
            style={{ transform: `translateY(${top}px)`, height: entry.height }}
          >
            {entry.kind === 'head' ? (
              <div className="groupV5" data-btm={`message_group_name_${entry.name}`}>
                {entry.title}
              </div>
            ) : (
              <Row entry={entry} state={state} onOpen={onOpen} />
            )}
          </div>
        ))}
      </div>
    </div>
  );
}
