import type { Adapter } from '../define.ts';
import { DATED } from '../time.ts';

const WORDS = '[data-cy="webchat-message-content"], .message-content';
const CELL = '[data-cy="webchat-conversation-cell-container"]';
const CHOSEN = {
  css: `${CELL}:is([aria-selected="true"], [class*="active"], [class*="selected"]) [title]`,
  attribute: 'title',
} as const;
const HOSTS = [
  ...['co.id', 'co.th', 'com.my', 'com.br', 'com.mx', 'com.co', 'ph', 'sg', 'tw', 'cn', 'cl', 'pl'].map(
    (tld) => `seller.shopee.${tld}`,
  ),
  'banhang.shopee.vn',
];

/**
 * Shopee's web chat. Its classes were hashed anew three times; `data-cy` hooks stayed. Who wrote a message is in
 * none of them: it is read from the side on which the words stand.
 */
export default {
  format: 'counterside-adapter/1',
  id: 'shopee',
  label: 'Shopee',
  matches: HOSTS.flatMap((host) => [
    `https://${host}/new-webchat/conversations*`,
    `https://${host}/webchat/conversations*`,
  ]),
  metric: 'shopee-response-rate',
  zone: 'local',
  ready: '[data-cy="webchat-conversation-list-wrapper"], [data-cy="webchat-conversation-list"]',
  unusable: [
    { reason: 'kicked', says: ['logged in on another device', '在别处登录'] },
    { reason: 'login', says: ['session has expired'] },
  ],
  messages: WORDS,
  scrolls: true,
  row: {
    at: ['[data-cy="webchat-message-content"]', '.message-content'],
    skip: [],
    id: [],
    origin: [
      { by: 'agent', side: 'right' },
      { by: 'buyer', side: 'left' },
    ],
    content: [
      { kind: 'video', css: 'video' },
      { kind: 'image', css: 'img' },
    ],
    text: [WORDS],
    time: [],
    recall: { says: ['message was unsent', '撤回了一条消息'] },
  },
  conversation: { keyIs: 'buyer-name', key: [CHOSEN], buyer: CHOSEN },
  contacts: {
    row: [CELL],
    name: [{ css: '[title]', attribute: 'title' }],
    time: [{ css: 'time', formats: ['relative', ...DATED] }],
    unread: '[class*="unread"]',
    pseudo: [],
  },
  composer: [{ kind: 'textarea', css: 'textarea[placeholder]' }],
  send: ':has(> svg.chat-icon)',
  sendKeys: ['Enter', 'Ctrl+Enter'],
  ownShortcuts: [],
} as const satisfies Adapter;
