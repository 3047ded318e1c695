/** A page as 拼多多 draws it, without a framework and without a life of its own: what is measured is ours. */
export const ADDRESS = 'https://mms.pinduoduo.com/chat-merchant/index.html';

const contact = (index: number) => `
  <div class="chat-item-box${index === 0 ? ' active' : ''}" data-random="${70_000 + index}-0-recent">
    <span class="nickname-span">买*${index}</span><span class="item-note">17:${10 + (index % 50)}</span>
    <span class="chat-message-content">好的</span>
  </div>`;

/** Runs in the page. */
const PROGRAM = `
  const list = () => document.querySelector('.msg-list');
  let next = Date.now() - 3_600_000;
  const row = (by, text) => {
    const li = document.createElement('li');
    li.className = 'onemsg clearfix';
    li.id = 'middlePanel_list_' + next++;
    li.innerHTML = '<div class="' + (by === 'buyer' ? 'buyer-item' : 'cs-item') + '"><div class="msg-wrap" currentuid="70000">' +
      '<div class="msg-content"><p class="msg-content-box"></p></div></div></div>';
    li.querySelector('p').textContent = text;
    return li;
  };
  window.say = (count, words) => {
    const rows = Array.from({ length: count }, (_, index) => row(index % 3 ? 'buyer' : 'agent', words + index));
    list().append(...rows);
  };
  window.say(60, '以前说的第');
  next = Date.now();
`;

export const HTML = `<!doctype html>
<html lang="zh-CN">
  <head><meta charset="utf-8"><title>客服工作台</title><link rel="icon" href="data:,">
    <style>body{margin:0;display:flex;height:100vh}.chat-list{width:240px;overflow:auto}main{flex:1;display:flex;flex-direction:column}
    #msgListContainer{flex:1;overflow:auto}.cs-item{text-align:right}textarea{width:80%;height:60px}</style></head>
  <body>
    <div class="chat-list">${Array.from({ length: 60 }, (_, index) => contact(index)).join('')}</div>
    <main>
      <div class="chatWindowHeader"><div class="base-info"><span class="name">买*0</span></div></div>
      <div id="msgListContainer"><ul class="msg-list"></ul></div>
      <div class="reply-box"><textarea id="replyTextarea"></textarea><div class="send-btn">发送</div></div>
    </main>
    <script>${PROGRAM}</script>
  </body>
</html>`;

declare global {
  interface Window {
    /** Appends so many rows at once. */
    say(count: number, words: string): void;
  }
}
