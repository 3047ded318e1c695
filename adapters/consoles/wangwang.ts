import type { Adapter } from '../define.ts';
import { DATED } from '../time.ts';

const OTHERS = '.message-item:not(.self) .nick';
const CHOSEN = '.conversation-item[class*="active"] .name';

/** 1688 旺旺 in the browser: the chat is in a frame of its page, and what one writes in is a `<pre>`. */
export default {
  format: 'counterside-adapter/1',
  id: 'wangwang',
  label: '1688 旺旺',
  matches: ['https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im_core/*'],
  frame: 'any',
  metric: 'manual-mean-response',
  zone: 'Asia/Shanghai',
  ready: '.ww_message, .conversation-item, .biz-expression-editor',
  empty: ['您尚未选择联系人'],
  unusable: [
    { reason: 'kicked', says: ['在别处登录', '其他地方登录'] },
    { reason: 'login', says: ['请先登录'] },
  ],
  messages: '.ww_message .rc-scrollbars-view',
  row: {
    at: ['.message-item'],
    skip: [],
    id: [],
    conversation: OTHERS,
    origin: [
      { by: 'agent', css: '.message-item.self' },
      { by: 'buyer', css: OTHERS },
    ],
    content: [
      { kind: 'product', css: '.text-od-wrap, .od-wrap, .offer-card-wrap' },
      { kind: 'image', css: '.content img' },
    ],
    text: ['.content pre'],
    time: [
      { read: 'label', formats: DATED },
      { read: 'divider', formats: DATED },
    ],
    recall: { says: ['撤回了一条消息', '撤回了消息'] },
  },
  conversation: { keyIs: 'buyer-name', key: [CHOSEN, OTHERS], buyer: OTHERS },
  contacts: {
    row: ['.conversation-item'],
    name: ['.conversation-item .name'],
    time: [{ css: '.conversation-item .time', formats: ['relative', ...DATED] }],
    unread: '.conversation-item .unread',
    pseudo: [],
  },
  seat: '.ww_conversation .ww_user_panel .nick',
  product: { title: '.odName', price: '.odPrice' },
  composer: [
    { kind: 'contenteditable', css: '.biz-expression-editor .editBox pre.edit[contenteditable="true"]' },
  ],
  send: 'button.send-btn',
  sendKeys: ['Enter', 'Ctrl+Enter'],
  ownShortcuts: [],
} as const satisfies Adapter;
