import type { Adapter } from '../define.ts';
import { DATED } from '../time.ts';

const CARD = '[data-testid="chat.chatroom.conversation_card"]';
const NAME = '[data-testid="chat.chatroom.conversation_card_username"]';
const CHOSEN = `${CARD}:is([aria-selected="true"], [class*="active"], [class*="selected"]) ${NAME}`;

/**
 * TikTok Shop Seller Center. Ids and times of messages live in the page's own objects, out of our sight: messages
 * are told apart by their words, and dated by when we saw them.
 */
export default {
  format: 'counterside-adapter/1',
  id: 'tiktok',
  label: 'TikTok Shop',
  matches: [
    ...['us', 'uk', 'id', 'my', 'ph', 'sg', 'th', 'vn', 'mx'].map(
      (country) => `https://seller-${country}.tiktok.com/chat/inbox/*`,
    ),
    'https://seller-id.tokopedia.com/chat/inbox/*',
  ],
  metric: 'tiktok-us-24h-rate',
  zone: 'local',
  ready: `${CARD}, #chat-input-send-button`,
  unusable: [
    { reason: 'kicked', says: ['signed in on another device', 'logged in elsewhere'] },
    { reason: 'login', says: ['session has expired'] },
  ],
  messages: '[data-testid="chat.chatroom.message_card"]',
  scrolls: true,
  row: {
    at: ['[data-testid="chat.chatroom.message_card"]'],
    skip: [],
    id: [],
    origin: [
      { by: 'buyer', css: '.chatd-bubble-main--other' },
      { by: 'agent', css: '[class*="chatd-bubble-main--"]' },
    ],
    content: [
      { kind: 'product', css: '.chatd-card' },
      { kind: 'image', css: '[class*="chatd-bubble-main"] img' },
    ],
    text: ['[class*="chatd-bubble-main"]'],
    time: [],
    recall: { says: ['recalled a message', '撤回了一条消息'] },
  },
  conversation: { keyIs: 'buyer-name', key: [CHOSEN], buyer: CHOSEN },
  contacts: {
    row: [CARD],
    name: [NAME],
    time: [{ css: 'time', formats: ['relative', ...DATED] }],
    unread: '.p-badge-number',
    pseudo: [],
  },
  shop: { url: 'oec_seller_id={id}' },
  composer: [
    { kind: 'textarea', css: 'textarea', near: 'send' },
    { kind: 'contenteditable', css: '[contenteditable="true"]', near: 'send' },
  ],
  send: '#chat-input-send-button',
  sendKeys: ['Enter', 'Ctrl+Enter'],
  ownShortcuts: [],
} as const satisfies Adapter;
