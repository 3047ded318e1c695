import type { Adapter } from '../define.ts';

const DATED = ['YYYY-MM-DD', 'MM-DD', '昨天', '星期X', 'HH:mm'] as const;

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
  zone: 'Asia/Shanghai',
  sources: {
    F1: { what: 'scszcoder/eCan.ai, Feige emulator', seenOn: '2026-06' },
    F2: { what: 'douyin_worker', seenOn: '2026-06' },
    F3: { what: 'MV3 content script', seenOn: '2026-06' },
    F4: { what: 'monitor agent', seenOn: '2026-06' },
    F5: { what: 'Playwright DouDian', seenOn: '2026' },
    F6: { what: 'a page fixture', seenOn: '2026' },
    F7: { what: 'shared Feige readers', seenOn: '2026' },
    F8: { what: 'scszcoder/eCan.ai, system message filter', seenOn: '2026-06' },
    G: { what: 'our guess', seenOn: '2026-11' },
  },
  ready: [
    { css: '#workspace-chat, .messageList, [data-qa-id="qa-conversation-chat-item"]', seen: 'medium: F4 F6' },
  ],
  unusable: [
    { reason: 'no-permission', says: ['暂无会话权限'], seen: 'medium: F2' },
    { reason: 'kicked', says: ['在其他地方登录', '在别处登录'], seen: 'low: G' },
    { reason: 'connecting', says: ['网络连接中', '正在连接'], seen: 'low: G' },
    { reason: 'login', says: ['登录过期', '扫码登录'], seen: 'medium: F2' },
  ],
  messages: [{ css: '.messageList', seen: 'medium: F4 F6' }],
  row: {
    at: [
      { css: '[data-qa-id="qa-message-warpper"]', seen: 'high: F1 F2 F3 F5 F7' },
      { css: '.msgItemWrap', seen: 'high: F3 F5' },
    ],
    skip: [{ id: ['llm_process_'], seen: 'high: F2 F4' }],
    id: [
      { css: '[data-qa-message-id]', attribute: 'data-qa-message-id', seen: 'high: F2' },
      { css: '[data-id]', attribute: 'data-id', seen: 'high: F2 F3 F4' },
    ],
    origin: [
      {
        by: 'system',
        id: ['cs_close_conversation', 'transfer_staff_', '_CsAssign_'],
        seen: 'high: F1 F2 F4',
      },
      { by: 'robot', id: ['_Welcome_'], seen: 'high: F2 F4' },
      { by: 'system', label: ['系统消息'], seen: 'medium: F3 F7' },
      { by: 'buyer', css: '.messageNotMe', seen: 'high: F1 F3 F5' },
      { by: 'robot', label: ['抖音电商智能客服发送', '商家配置发送'], seen: 'medium: F3 F7' },
      { by: 'robot', says: ['抖音电商智能客服发送', '商家配置发送'], seen: 'medium: F3 F7' },
      {
        by: 'system',
        says: ['当前会话已长时间未回复', '平台可能主动介入处理', '现在是人工客服为您服务'],
        seen: 'high: F3 F8',
      },
      { by: 'agent', css: '.messageIsMe', seen: 'high: F1 F3 F5' },
      { by: 'agent', css: '[style*="row-reverse"]', seen: 'medium: F4' },
      { by: 'system', says: ['系统提醒', '系统消息', '会话已结束', '的小店接入'], seen: 'high: F3 F8' },
    ],
    content: [
      { kind: 'product', css: '[data-id$="_template"], .chatd-card', seen: 'medium: F2 F4' },
      { kind: 'image', css: 'img[alt="图片"]', seen: 'medium: F5' },
      { kind: 'video', css: 'video', seen: 'low: G' },
    ],
    text: [{ css: 'pre', seen: 'high: F3 F5' }],
    time: [
      { read: 'label', formats: DATED, seen: 'medium: F1 F4 F7' },
      { read: 'divider', formats: DATED, seen: 'medium: F4 F7' },
    ],
    recall: { says: ['撤回了一条消息', '撤回了消息'], seen: 'low: G' },
  },
  conversation: {
    keyIs: 'buyer-name',
    key: [
      { css: '#topbar-left-info span', seen: 'medium: F6' },
      {
        css: '[data-qa-id="qa-send-message-textarea"]',
        attribute: 'placeholder',
        template: '发送给 {id}，',
        seen: 'medium: F5',
      },
      {
        css: '[data-kora="conversation"][aria-selected="true"] [title]:not(sup)',
        attribute: 'title',
        seen: 'low: F3 F5',
      },
    ],
    buyer: [{ css: '#topbar-left-info span', seen: 'medium: F6' }],
  },
  contacts: {
    row: [
      { css: '[data-kora="conversation"][data-qa-id="qa-conversation-chat-item"]', seen: 'high: F1 F2 F5' },
    ],
    id: [],
    name: [
      { css: '[title]:not(sup)', attribute: 'title', seen: 'high: F1 F5' },
      { css: '[class*="NameContent"]', seen: 'medium: F4' },
    ],
    preview: [{ css: '[class*="msgContent"]', seen: 'high: F1 F4' }],
    time: [
      {
        read: 'text',
        css: '[class*="timerParticular"]',
        formats: ['relative', ...DATED],
        seen: 'medium: F4 F7',
      },
    ],
    unread: [{ css: '[class*="badge-count"]', seen: 'high: F1 F4' }],
    waitingIfRelative: true,
    active: [{ css: '[aria-selected="true"]', seen: 'low: F3 F5' }],
    pseudo: ['智能客服', '系统通知', '飞鸽助手'],
    draftPrefix: '[草稿]',
  },
  order: {
    css: '[id^="rc-tabs-"][id*="-panel-"], .chatd-card',
    shape: '###################',
    seen: 'low: F6',
  },
  composer: [
    { kind: 'textarea', css: '[data-qa-id="qa-send-message-textarea"]', seen: 'high: F2 F3 F6' },
    { kind: 'contenteditable', css: '#im-input-box', seen: 'medium: F6' },
  ],
  send: [{ css: '[data-qa-id="qa-send-message-button"]', seen: 'high: F2 F5' }],
  sendKeys: ['Enter', 'Ctrl+Enter'],
  ownShortcuts: [],
} as const satisfies Adapter;
