import type { Adapter } from '../define.ts';
import { DATED } from '../time.ts';

const DRESSED = [
  ['[', ']'],
  ['转接客户', ''],
] as const;

/**
 * 京东咚咚, the live workbench. The list of buyers draws only what is in view; its rows carry the buyer's pin, names
 * collide. Pictures come by a changed attribute. Nothing in the page tells a robot's words from a person's.
 */
export default {
  format: 'counterside-adapter/1',
  id: 'jingdong',
  label: '京东咚咚',
  matches: ['https://dongdong.jd.com/*'],
  metric: 'jd-first-30s-rate',
  zone: 'Asia/Shanghai',
  ready: '#t-chat-scroll, .chat-scroll-wrap, #t-alluser-wrap',
  unusable: [
    { reason: 'kicked', says: ['在别处登录', '其他地方登录'] },
    { reason: 'login', says: ['登录已失效', '请重新登录'] },
  ],
  messages: '#t-chat-scroll, .chat-scroll-wrap',
  row: {
    at: ['.message'],
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
      { kind: 'image', css: '.message__image-wrap img, .message_img_loading' },
    ],
    text: ['.message__text', '.message__content', '.message_center, .message__system'],
    time: [{ read: 'text', css: '.message__time_str', formats: DATED }],
    recall: { says: ['撤回了一条消息', '撤回了消息'] },
  },
  conversation: {
    keyIs: 'buyer-id',
    key: [
      {
        css: ':is(.alluser-item_check, .t-item-ck, .alluser-item[aria-selected="true"]) .alluser-item-name',
        attribute: 'title',
      },
    ],
    buyer: { css: '.chat-head-name > span', without: DRESSED },
  },
  contacts: {
    row: ['.alluser-item'],
    id: { css: '.alluser-item-name', attribute: 'title' },
    name: [{ css: '.alluser-item-name', without: DRESSED }],
    time: [{ css: '.alluser-item-date-w', formats: ['relative', ...DATED] }],
    pseudo: [],
  },
  order: { css: '.CardWrapper.OrderCard', shape: '############' },
  composer: [{ kind: 'contenteditable', css: '.EditorContent[contenteditable="true"]' }],
  send: '.SendButtonGroup > .send-button',
  sendKeys: ['Enter', 'Ctrl+Enter'],
  ownShortcuts: [],
} as const satisfies Adapter;
