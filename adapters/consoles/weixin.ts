import type { Adapter } from '../define.ts';
import { DATED } from '../time.ts';

/**
 * 微信小店客服. Times are to the minute, on each message. The robot answers under a name of its own. Pages for
 * creators beside it are another thing.
 */
export default {
  format: 'counterside-adapter/1',
  id: 'weixin',
  label: '微信小店',
  matches: ['https://store.weixin.qq.com/shop/kf*'],
  excludes: ['https://store.weixin.qq.com/shop/kf/collab/*'],
  metric: 'manual-mean-response',
  zone: 'Asia/Shanghai',
  ready: '.session-item-container, .chat-customer-name, #input-textarea',
  unusable: [
    { reason: 'kicked', says: ['在别处登录', '其他地方登录'] },
    { reason: 'login', says: ['登录超时', '请重新扫码'] },
  ],
  messages: '.msg',
  scrolls: true,
  row: {
    at: ['.msg'],
    skip: [],
    id: [{ css: '.msg', attribute: 'id' }],
    sender: '.message-time-text + span',
    origin: [
      { by: 'robot', id: ['_Welcome_'] },
      { by: 'system', css: '.msg.no-content, .msg[data-type="6"]' },
      { by: 'system', says: ['正在接入中，人工客服马上为你提供服务', '将该会话转移给'] },
      { by: 'robot', sender: ['智能助手'] },
      { by: 'agent', css: '.message-item.justify-end' },
      { by: 'buyer', css: '.message-item .bg-user' },
      { by: 'buyer', css: '.message-item' },
    ],
    content: [
      { kind: 'image', css: '[data-type="image"]' },
      { kind: 'video', css: '[data-type="video"]' },
      { kind: 'file', css: '[data-type="file"]' },
      { kind: 'voice', css: '[data-type="voice"]' },
      { kind: 'order', css: '[data-type="order"]' },
      { kind: 'product', css: '[data-type="product"]' },
    ],
    text: ['.text-msg span'],
    time: [{ read: 'text', css: '.message-time-text', formats: DATED }],
    recall: { says: ['撤回了一条消息', '撤回了消息'] },
  },
  conversation: {
    keyIs: 'buyer-name',
    key: ['.chat-customer-name'],
    buyer: '.chat-customer-name',
  },
  contacts: {
    row: ['.session-item-container', '[data-room-id]'],
    name: ['.user-nickname'],
    time: [],
    unread: '.unread-badge.bold',
    pseudo: [],
  },
  order: { css: '.order-card .order-id-wrap .num', shape: '###################' },
  composer: [{ kind: 'textarea', css: 'textarea#input-textarea' }],
  send: '.chat-input [class*="send"]',
  sendKeys: ['Enter'],
  ownShortcuts: [],
} as const satisfies Adapter;
