// A practice page with the DOM of 拼多多's seller chat: Vue 2 holds the editor, the thread's node is replaced
// at each mount, only trusted clicks count, and Enter does not send unless the practice switch says so.

import { active, connect, emptyState } from '../shared/client.js';
import { goods } from '../shared/picture.js';
import { ChatList } from './chat-list.js';
import { MessageRow } from './message-row.js';
import { entriesOf } from './rows.js';

const PAUSE = 120_000;
const state = emptyState();

const app = new window.Vue({
  el: '#app',
  components: { ChatList, MessageRow },
  data: { state, goods },
  computed: {
    conversation() {
      return active(this.state);
    },
    here() {
      return this.state.status !== 'connecting' && this.conversation !== null;
    },
    thread() {
      let shown = Number.NEGATIVE_INFINITY;
      return (this.conversation?.messages ?? []).map((message) => {
        const timed = message.at - shown > PAUSE;
        if (timed) shown = message.at;
        return { message, timed };
      });
    },
  },
  methods: {
    open: (uid) => desk.open(uid),
    send(event) {
      if (event.isTrusted) desk.send();
    },
    enter(event) {
      if (!this.state.enterSends || event.shiftKey || event.isComposing) return;
      event.preventDefault();
      this.send(event);
    },
    toEnd() {
      const list = document.getElementById('msgListContainer');
      if (list) list.scrollTop = list.scrollHeight;
    },
  },
  watch: {
    'thread.length': function () {
      this.$nextTick(this.toEnd);
    },
    'state.mounted': function () {
      this.$nextTick(this.toEnd);
    },
  },
  template: `
    <div class="merchant">
      <header class="top-bar">
        <span class="brand">商家客服工作台</span>
        <span class="practice-mark">练习</span>
        <span class="who">{{ state.shop }} · {{ state.seat }}</span>
      </header>
      <aside class="left-panel">
        <div class="search"><input type="text" placeholder="搜索买家或订单" /></div>
        <chat-list :state="state" @open="open" />
      </aside>
      <main v-if="here" class="chat-window">
        <div class="chatWindowHeader">
          <div class="base-info"><span class="name">{{ conversation.name }}</span><span class="tag">本店买家</span></div>
          <div class="header-acts"><span>转移会话</span><span>加入黑名单</span></div>
        </div>
        <div v-if="state.mounted" id="msgListContainer" :key="state.mount">
          <ul class="msg-list">
            <message-row v-for="{ message, timed } in thread" :key="message.id" :message="message" :timed="timed" :conversation="conversation" />
          </ul>
        </div>
        <div v-else class="thread-loading">消息加载中</div>
        <div class="reply-box">
          <div class="reply-tools"><span>表情</span><span>图片</span><span>快捷回复</span><span>邀请下单</span></div>
          <textarea id="replyTextarea" v-model="conversation.draft" placeholder="请输入回复内容" @keydown.enter="enter"></textarea>
          <div class="reply-foot">
            <label><input type="checkbox" v-model="state.enterSends" /> 按 Enter 发送</label>
            <div class="send-btn" :class="{ disabled: !conversation.draft.trim() }" @click="send">发送</div>
          </div>
        </div>
      </main>
      <main v-else class="chat-window empty">
        <p v-if="state.status === 'connecting'">正在连接服务器...</p>
        <p v-else>请在左侧选择一位买家</p>
      </main>
      <aside class="right-panel">
        <div class="panel-tabs"><span class="on">订单</span><span>商品</span><span>买家</span></div>
        <template v-if="here">
          <div v-if="conversation.order" class="order-box">
            <p class="order-head">订单编号 {{ conversation.order }}</p>
            <div v-if="conversation.item" class="order-item">
              <img :src="goods" alt="" />
              <div><p>{{ conversation.item.title }}</p><p class="price">¥{{ conversation.item.price }} × 1</p></div>
            </div>
            <p class="order-line">状态：待发货</p>
            <p class="order-line">备注：无</p>
          </div>
          <p v-else class="order-none">近三个月没有订单</p>
        </template>
      </aside>
      <div v-if="state.status === 'kicked'" class="el-dialog__wrapper">
        <div class="el-dialog"><p>账户在别处登录</p><p class="sub">本页已停止接收消息</p></div>
      </div>
    </div>`,
});

const desk = connect(state, () => app.$nextTick());

// ↑ and ↓ walk through the conversations, unless they move the caret in a draft.
window.addEventListener('keydown', (event) => {
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  if (/^(INPUT|TEXTAREA)$/.test(event.target.tagName) && event.target.value !== '') return;
  const recent = entriesOf(state.conversations).filter(({ group }) => group === 'recent');
  const at = recent.findIndex(({ conversation }) => conversation.uid === state.active);
  const next = recent[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  desk.open(next.conversation.uid);
});
