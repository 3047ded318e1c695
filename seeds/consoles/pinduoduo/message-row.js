// One row of the thread. 拼多多 shows a time only where the talk paused, and tells robot, agent and buyer
// apart by classes inside the row.

import { avatar, goods, photo } from '../shared/picture.js';
import { longTime } from '../shared/time.js';

export const MessageRow = {
  props: ['message', 'conversation', 'timed'],
  computed: {
    time() {
      return longTime(this.message.at);
    },
    system() {
      return this.message.by === 'system' || this.message.recalled;
    },
    buyer() {
      return this.message.by === 'buyer';
    },
    face() {
      return this.buyer ? avatar(this.conversation.uid, this.conversation.name) : avatar('shop', '禾');
    },
    side() {
      if (this.buyer) return ['buyer-item'];
      const callback = this.message.by === 'robot' && this.message.variant === 'callback';
      return ['cs-item', { isread: this.message.read, callback }];
    },
    robot() {
      return this.message.by === 'robot' && this.message.variant !== 'callback';
    },
    words() {
      if (!this.message.recalled) return this.message.content.text ?? '';
      return this.buyer ? '对方撤回了一条消息' : '你撤回了一条消息';
    },
    systemClass() {
      return this.message.variant === 'msg-31' ? 'system-msg-31' : 'msg-system';
    },
  },
  created() {
    Object.assign(this, { goods, photo });
  },
  template: `
    <li class="onemsg clearfix" :id="'middlePanel_list_' + message.id">
      <p v-if="timed" class="message-time">{{ time }}</p>
      <div v-if="message.variant === 'lead'" class="chat-BuyerFromCard">{{ words }}</div>
      <div v-else-if="system" :class="systemClass"><span>{{ words }}</span></div>
      <div v-else :class="side">
        <img class="avatar" :src="face" alt="" />
        <div class="msg-wrap" :currentuid="conversation.uid">
          <span v-if="robot" class="robot-text">机器人回复</span>
          <div v-if="'text' in message.content" class="msg-content"><p class="msg-content-box">{{ words }}</p></div>
          <div v-else-if="'image' in message.content" class="msg-content image-msg"><img :src="photo" alt="" /></div>
          <div v-else-if="'item' in message.content" class="msg-content">
            <div class="good-card">
              <img class="good-image" :src="goods" alt="" />
              <div>
                <a class="good-detail">{{ message.content.item.title }}</a>
                <p class="good-id">商品ID：{{ message.content.item.id }}</p>
                <span class="good-price">¥{{ message.content.item.price }}</span>
              </div>
            </div>
          </div>
          <div v-else class="msg-content">
            <div class="commonCard">
              <p class="card-title">订单咨询</p>
              <p class="card-line">订单编号：{{ message.content.order }}</p>
            </div>
          </div>
          <span v-if="message.by === 'agent'" class="read-flag">{{ message.read ? '已读' : '未读' }}</span>
        </div>
      </div>
    </li>`,
};
