import type { Adapter } from '../define.ts';
import { DATED } from '../time.ts';

/** 京东 back office, the viewer of chat records: what was said and when. Nothing can be written there. */
export default {
  format: 'counterside-adapter/1',
  id: 'jingdong-records',
  label: '京东聊天记录',
  matches: ['https://shop.jd.com/jdm/kefu/kf-manage-lite*'],
  metric: 'jd-first-30s-rate',
  zone: 'Asia/Shanghai',
  ready: '.chat-log-drawer',
  unusable: [{ reason: 'login', says: ['登录已失效', '请重新登录'] }],
  messages: '.chat-log-drawer',
  row: {
    at: ['.msg-block'],
    skip: [],
    id: [{ css: '.message_left, .message_right, .message_center, .message__system', attribute: 'id' }],
    origin: [
      { by: 'system', css: '.message_center, .message__system' },
      { by: 'buyer', css: '.message_left' },
      { by: 'agent', css: '.message_right' },
    ],
    content: [
      { kind: 'product', css: '.CardWrapper.ProductCard' },
      { kind: 'order', css: '.CardWrapper.OrderCard' },
      { kind: 'image', css: '.message__image-wrap img' },
    ],
    text: ['.message__text', '.message__content', '.message_center, .message__system'],
    time: [{ read: 'text', css: '.message__time_str', formats: DATED }],
    recall: { says: ['撤回了一条消息', '撤回了消息'] },
  },
  conversation: {
    keyIs: 'buyer-name',
    key: ['.chat-log-drawer .message_left .message__nickname'],
    buyer: '.chat-log-drawer .message_left .message__nickname',
  },
  contacts: { row: [], name: [], time: [], pseudo: [] },
  composer: [],
  send: '.SendButtonGroup > .send-button',
  sendKeys: [],
  ownShortcuts: [],
} as const satisfies Adapter;
