import type { Adapter } from '../define.ts';

const ID = {
  css: '[id^="middlePanel_list_" i]',
  attribute: 'id',
  template: 'middlePanel_list_{id}',
  seen: 'high: A B D',
} as const;
const UID = { attribute: 'data-random', split: { by: '-', part: 0 }, seen: 'high: B D' } as const;

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
  zone: 'Asia/Shanghai',
  sources: {
    A: { what: 'hu-qi-jia/pdd-rag-plugin, live', seenOn: '2026-09-08' },
    B: { what: 'scszcoder/eCan.ai pdd_chat, live', seenOn: '2026-10-01' },
    C: { what: 'local agent, dry run', seenOn: '2026-06' },
    D: { what: 'Electron adapter', seenOn: '2026-08' },
    G: { what: 'our guess', seenOn: '2026-11' },
  },
  ready: [{ css: '#msgListContainer, #replyTextarea, .chat-item-box', seen: 'high: A B D' }],
  unusable: [
    { reason: 'kicked', says: ['账户在别处登录'], seen: 'medium: B' },
    { reason: 'connecting', says: ['正在连接服务器'], seen: 'medium: C' },
  ],
  messages: [{ css: '#msgListContainer', seen: 'high: A D' }],
  row: {
    at: [
      { css: 'li.onemsg', seen: 'high: A B D' },
      { css: '[id^="middlePanel_list_" i]', seen: 'high: D' },
    ],
    skip: [],
    id: [ID],
    conversation: { css: '[currentuid]', attribute: 'currentuid', seen: 'high: A B' },
    origin: [
      {
        by: 'system',
        css: '.msg-system, [class^="system-msg"], [class*=" system-msg"], [class*="BuyerFromCard"]',
        seen: 'high: A B',
      },
      { by: 'robot', css: '.cs-item .robot-text', seen: 'medium: B' },
      { by: 'robot', css: '.cs-item.callback', seen: 'medium: A' },
      { by: 'buyer', css: '.buyer-item', seen: 'high: A B C D' },
      { by: 'agent', css: '.cs-item', seen: 'high: A B C D' },
    ],
    content: [
      { kind: 'product', css: '.good-card', seen: 'medium: B D' },
      { kind: 'order', css: '.commonCard', seen: 'low: B D' },
      { kind: 'video', css: '.msg-content video', seen: 'low: G' },
      { kind: 'image', css: '.msg-content img, .image-msg img', seen: 'medium: B D' },
    ],
    text: [
      { css: '.msg-content-box', seen: 'high: A B C' },
      { css: '.msg-system', seen: 'high: A B' },
    ],
    time: [
      { read: 'epoch', ...ID },
      { read: 'text', css: '.message-time', formats: ['YYYY-MM-DD'], seen: 'high: A B' },
    ],
    recall: { says: ['撤回了一条消息', '撤回了消息'], seen: 'low: G' },
  },
  conversation: {
    keyIs: 'buyer-id',
    key: [{ css: '.chat-item-box.active[data-random]', ...UID }],
    buyer: [{ css: '.chatWindowHeader .base-info .name', seen: 'medium: B' }],
  },
  contacts: {
    row: [
      { css: '.chat-item-box', seen: 'high: B D' },
      { css: 'li.chat-item', seen: 'medium: B' },
    ],
    id: [{ css: '[data-random]', ...UID }],
    name: [{ css: '.nickname-span', seen: 'medium: B' }],
    preview: [{ css: '.chat-message-content', seen: 'medium: B' }],
    time: [
      { read: 'text', css: '.chat-unreply-over-time', formats: ['relative'], seen: 'medium: B' },
      {
        read: 'text',
        css: '.item-note',
        formats: ['YYYY-MM-DD', 'MM-DD', '昨天', '星期X', 'HH:mm', 'relative'],
        seen: 'medium: B',
      },
    ],
    unread: [],
    waiting: { css: '.chat-unreply-over-time', seen: 'medium: B' },
    active: [{ css: '.chat-item-box.active', seen: 'high: B D' }],
    pseudo: [],
  },
  order: { css: '.good-card, .commonCard', shape: '######-###############', seen: 'low: B D' },
  composer: [{ kind: 'textarea', css: '#replyTextarea', seen: 'high: A B C' }],
  send: [{ css: '.send-btn', seen: 'high: B C' }],
  sendKeys: ['Enter', 'Ctrl+Enter'],
  ownShortcuts: ['ArrowUp', 'ArrowDown'],
} as const satisfies Adapter;
