import type { Adapter } from '../define.ts';
import { DATED } from '../time.ts';

const ID = { css: '[id^="middlePanel_list_" i]', attribute: 'id', template: 'middlePanel_list_{id}' };
const UID = { attribute: 'data-random', split: { by: '-', part: 0 } };

/**
 * 拼多多商家后台, chat-merchant: Vue 2, in the top document. The row's id is the platform's millisecond time, so it
 * is read before the shown time, which stands on the first row of a group only: two times of one source give a
 * duration, two of different sources don't. The masked buyer names collide; `currentuid` doesn't.
 */
export default {
  format: 'counterside-adapter/1',
  id: 'pinduoduo',
  label: '拼多多',
  matches: ['https://mms.pinduoduo.com/chat-merchant/*'],
  metric: 'pdd-3min-rate',
  zone: 'Asia/Shanghai',
  ready: '#msgListContainer, #replyTextarea, .chat-item-box',
  unusable: [
    { reason: 'kicked', says: ['账户在别处登录'] },
    { reason: 'connecting', says: ['正在连接服务器'] },
  ],
  messages: '#msgListContainer',
  row: {
    at: ['li.onemsg', ID.css],
    skip: [],
    id: [ID],
    conversation: { css: '[currentuid]', attribute: 'currentuid' },
    origin: [
      {
        by: 'system',
        css: '.msg-system, [class^="system-msg"], [class*=" system-msg"], [class*="BuyerFromCard"]',
      },
      { by: 'robot', css: '.cs-item .robot-text, .cs-item.callback' },
      { by: 'buyer', css: '.buyer-item' },
      { by: 'agent', css: '.cs-item' },
    ],
    content: [
      { kind: 'product', css: '.good-card' },
      { kind: 'order', css: '.commonCard' },
      { kind: 'image', css: '.msg-content img, .image-msg img' },
    ],
    text: ['.msg-content-box', '.msg-system'],
    time: [
      { read: 'epoch', field: ID },
      { read: 'text', css: '.message-time', formats: ['YYYY-MM-DD'] },
    ],
    recall: { says: ['撤回了一条消息', '撤回了消息'] },
  },
  conversation: {
    keyIs: 'buyer-id',
    key: [{ css: '.chat-item-box.active[data-random]', ...UID }],
    buyer: '.chatWindowHeader .base-info .name',
  },
  contacts: {
    row: ['.chat-item-box', 'li.chat-item'],
    id: { css: '[data-random]', ...UID },
    name: ['.nickname-span'],
    time: [
      { css: '.chat-unreply-over-time', formats: ['relative'] },
      { css: '.item-note', formats: ['relative', ...DATED] },
    ],
    waiting: '.chat-unreply-over-time',
    pseudo: [],
  },
  order: { css: '.good-card, .commonCard', shape: '######-###############' },
  composer: [{ kind: 'textarea', css: '#replyTextarea' }],
  send: '.send-btn',
  sendKeys: ['Enter', 'Ctrl+Enter'],
  ownShortcuts: ['ArrowUp', 'ArrowDown'],
} as const satisfies Adapter;
