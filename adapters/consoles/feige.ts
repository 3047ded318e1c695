import type { Adapter } from '../define.ts';
import { DATED } from '../time.ts';

const CONTACT = '[data-kora="conversation"]';
const EDITOR = '[data-qa-id="qa-send-message-textarea"]';
const AUTOMATIC = ['抖音电商智能客服发送', '商家配置发送'];

/**
 * 抖店飞鸽: React with hashed classes, redesigned about 2026-06-02; the `data-*` hooks outlived that. No buyer id
 * is in the page, so the shown name is the conversation's key: two buyers of one name can't be told apart.
 * Times carry no date on most rows, and their class is hashed: they are read by their shape, beside the bubble.
 */
export default {
  format: 'counterside-adapter/1',
  id: 'feige',
  label: '抖店飞鸽',
  matches: ['https://im.jinritemai.com/pc_seller_v2/main/workspace*'],
  metric: 'douyin-3min-rate-message',
  zone: 'Asia/Shanghai',
  ready: `#workspace-chat, ${CONTACT}`,
  unusable: [
    { reason: 'no-permission', says: ['暂无会话权限'] },
    { reason: 'kicked', says: ['在其他地方登录', '在别处登录'] },
    { reason: 'connecting', says: ['网络连接中'] },
    { reason: 'login', says: ['登录过期', '扫码登录'] },
  ],
  messages: '.messageList',
  row: {
    at: ['[data-qa-id="qa-message-warpper"]', '.msgItemWrap'],
    skip: [{ id: ['llm_process_'] }],
    id: [
      { css: '[data-qa-message-id]', attribute: 'data-qa-message-id' },
      { css: '[data-id]', attribute: 'data-id' },
    ],
    origin: [
      { by: 'system', id: ['cs_close_conversation', 'transfer_staff_', '_CsAssign_'] },
      { by: 'robot', id: ['_Welcome_'] },
      { by: 'system', label: ['系统消息'] },
      { by: 'buyer', css: '.messageNotMe' },
      // A buyer may write these words; on the shop's side they are the platform's mark.
      { by: 'robot', label: AUTOMATIC },
      { by: 'robot', says: AUTOMATIC },
      { by: 'system', says: ['当前会话已长时间未回复', '平台可能主动介入处理', '现在是人工客服为您服务'] },
      { by: 'agent', css: '.messageIsMe, [style*="row-reverse"]' },
      { by: 'system', says: ['系统提醒', '系统消息', '会话已结束', '的小店接入'] },
    ],
    content: [
      { kind: 'product', css: '[data-id$="_template"], .chatd-card' },
      { kind: 'image', css: 'img[alt="图片"]' },
    ],
    text: ['pre'],
    time: [
      { read: 'label', formats: DATED },
      { read: 'divider', formats: DATED },
    ],
    recall: { says: ['撤回了一条消息', '撤回了消息'] },
  },
  conversation: {
    keyIs: 'buyer-name',
    key: [
      '#topbar-left-info span',
      { css: EDITOR, attribute: 'placeholder', template: '发送给 {id}，' },
      {
        css: `${CONTACT}[aria-selected="true"] [title]:not(sup)`,
        attribute: 'title',
      },
    ],
    buyer: '#topbar-left-info span',
  },
  contacts: {
    row: [CONTACT],
    name: [{ css: '[title]:not(sup)', attribute: 'title' }, '[class*="NameContent"]'],
    time: [{ css: '[class*="timerParticular"]', formats: ['relative', ...DATED] }],
    unread: '[class*="badge-count"]',
    waitingIfRelative: true,
    pseudo: ['智能客服', '系统通知', '飞鸽助手'],
  },
  order: { css: '[id^="rc-tabs-"][id*="-panel-"], .chatd-card', shape: '###################' },
  composer: [
    { kind: 'textarea', css: EDITOR },
    { kind: 'contenteditable', css: '#im-input-box' },
  ],
  send: '[data-qa-id="qa-send-message-button"]',
  sendKeys: ['Enter', 'Ctrl+Enter'],
  ownShortcuts: [],
} as const satisfies Adapter;
