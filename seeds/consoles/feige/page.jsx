// A practice page with the DOM of 抖店飞鸽's workspace: React holds the editor, Enter sends, names are the only
// sign of who the buyer is, and most class names are hashes that mean nothing.

import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { active, connect, emptyState } from '../shared/client.js';
import { Conversations } from './conversations.jsx';
import { Side } from './side.jsx';
import { Thread } from './thread.jsx';

const BLOCKED = {
  login: '登录过期，请重新登录',
  scan: '请使用商家后台扫码登录',
  'no-permission': '暂无会话权限',
  kicked: '账号已在其他地方登录，本页停止接收消息',
};

const state = emptyState();
const root = createRoot(document.getElementById('root'));

function App() {
  const blocked = BLOCKED[state.status];
  if (blocked) return <div className="blockedZ1">{blocked}</div>;
  const conversation = active(state);
  const ready = state.status === 'ready';
  return (
    <div id="workspace-chat">
      <header className="barZ1">
        <span className="brandZ1">客服工作台</span>
        <span className="markZ1">练习</span>
        <span className="whoZ1">
          {state.shop} · {state.seat}
        </span>
      </header>
      <aside className="leftZ1">
        <div className="searchZ1">
          <input type="text" placeholder="搜索买家、订单" />
        </div>
        <Conversations state={state} onOpen={desk.open} />
      </aside>
      {ready && conversation ? (
        <Thread
          state={state}
          conversation={conversation}
          desk={desk}
          onDraft={(text) => {
            conversation.draft = text;
            rendered();
          }}
        />
      ) : (
        <main className="chatWs8 emptyWs8">{ready ? '请选择一个会话' : '网络连接中，请稍候'}</main>
      )}
      <Side conversation={ready ? conversation : null} />
    </div>
  );
}

async function rendered() {
  const conversation = active(state);
  // What the page's own runtime knows of the open conversation. No isolated world sees it.
  window.__PLATFORM_VARIABLES_IN_BENCH__ = {
    extra: { im: { conversationId: conversation && `conversation:${conversation.uid}` } },
  };
  flushSync(() => root.render(<App />));
}

const desk = connect(state, rendered);
rendered();
