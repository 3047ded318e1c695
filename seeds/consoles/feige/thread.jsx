// The open conversation: header, messages with time-only dividers, and an editor that React controls.

import { Fragment, useLayoutEffect, useRef } from 'react';
import { Message } from './message.jsx';

const PAUSE = 300_000;
const clock = (at) => new Date(at).toTimeString().slice(0, 5);

function List({ conversation, shop }) {
  const list = useRef(null);
  const count = conversation.messages.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new message scrolls the list to its end
  useLayoutEffect(() => {
    list.current.scrollTop = list.current.scrollHeight;
  }, [count]);
  return (
    <div className="messageList Gx0fTn" ref={list}>
      {conversation.messages.map((message, index) => {
        const before = conversation.messages[index - 1];
        return (
          <Fragment key={message.id}>
            {(!before || message.at - before.at > PAUSE) && (
              <div className="dividerL9">{clock(message.at)}</div>
            )}
            <Message message={message} conversation={conversation} shop={shop} />
          </Fragment>
        );
      })}
    </div>
  );
}

export function Thread({ state, conversation, desk, onDraft }) {
  const enter = (event) => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    desk.send();
  };
  return (
    <main className="chatWs8">
      <div className="topbarR2">
        <div id="topbar-left-info">
          <span>{conversation.name}</span>
        </div>
        <div className="topbarActs">
          <button type="button" data-qa-id="qa-transfer-conversation">
            转接会话
          </button>
          <button type="button" data-qa-id="qa-transfer-customer">
            转接客服
          </button>
        </div>
      </div>
      {state.mounted ? (
        <List key={state.mount} conversation={conversation} shop={state.shop} />
      ) : (
        <div className="loadingY4">加载中</div>
      )}
      <div className="editorJ7">
        <div className="toolsJ7">
          <span>表情</span>
          <span>图片</span>
          <span>快捷短语</span>
          <span>邀评</span>
        </div>
        <textarea
          data-qa-id="qa-send-message-textarea"
          placeholder={`发送给 ${conversation.name}，使用Enter 发送消息`}
          value={conversation.draft}
          onChange={({ target }) => onDraft(target.value)}
          onKeyDown={enter}
        />
        <div className="footJ7">
          {/* biome-ignore lint/a11y: the console's send control is a div */}
          <div
            data-qa-id="qa-send-message-button"
            className={`sendP6 ${conversation.draft.trim() === '' ? 'offP6' : ''}`}
            onClick={() => desk.send()}
          >
            发送
          </div>
        </div>
      </div>
    </main>
  );
}
