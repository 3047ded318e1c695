import type { Adapter } from '../define.ts';

const OURS = 'img[alt="Your account settings"]';
const THEIRS = { css: 'img[alt]:not([alt=""], [alt="Your account settings"])', attribute: 'alt' } as const;
const EDITOR = 'textarea[class*="new-message-textarea"]';
const ROW = 'div[class*="wt-pb-xs-1"]';

/** Etsy's conversations: who wrote is told by the face beside the words, and the words follow a hidden label. */
export default {
  format: 'counterside-adapter/1',
  id: 'etsy',
  label: 'Etsy',
  matches: [
    'https://www.etsy.com/your/conversations/*',
    'https://www.etsy.com/messages/*',
    'https://www.etsy.com/*/messages/*',
  ],
  metric: 'manual-mean-response',
  zone: 'local',
  ready: `${EDITOR}, ${ROW}`,
  unusable: [
    { reason: 'login', says: ['Sign in to continue'] },
    { reason: 'kicked', says: ['You have been signed out'] },
  ],
  messages: ROW,
  scrolls: true,
  row: {
    at: [ROW],
    skip: [],
    id: [],
    origin: [
      { by: 'agent', css: OURS },
      { by: 'buyer', css: THEIRS.css },
    ],
    content: [{ kind: 'image', css: 'img[alt=""]' }],
    text: [{ after: '[class*="screen-reader-only"]', says: 'Message:' }],
    strip: '[class*="timestamp-color"]',
    time: [{ read: 'text', css: '[class*="timestamp-color"], .wt-text-caption', formats: ['h:mm AM'] }],
    recall: { says: ['message was deleted'] },
  },
  conversation: {
    keyIs: 'buyer-id',
    key: [{ url: '/messages/{id}' }, { url: '/conversations/{id}' }],
    buyer: { ...THEIRS, css: `${ROW} ${THEIRS.css}` },
  },
  contacts: { row: [], name: [], time: [], pseudo: [] },
  composer: [
    { kind: 'textarea', css: EDITOR },
    { kind: 'textarea', css: 'textarea.wt-textarea' },
  ],
  send: 'form:has(textarea) button[type="submit"]',
  sendKeys: ['Enter', 'Ctrl+Enter'],
  ownShortcuts: [],
} as const satisfies Adapter;
