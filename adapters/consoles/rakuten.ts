import type { Adapter } from '../define.ts';

const EDITOR = 'textarea[placeholder="ここに返信を記入してください"]';

/**
 * Rakuten's R-Messe. Only the address, the editor, the times and the 様 behind a buyer's name are known from a
 * working tool; the rows are our guess and may have to be pointed out.
 */
export default {
  format: 'counterside-adapter/1',
  id: 'rakuten',
  label: '楽天 R-Messe',
  matches: ['https://rmesse.rms.rakuten.co.jp/*'],
  metric: 'manual-mean-response',
  zone: 'Asia/Tokyo',
  ready: `${EDITOR}, [class*="message-item"]`,
  unusable: [
    { reason: 'login', says: ['再度ログインしてください'] },
    { reason: 'kicked', says: ['別の端末でログイン'] },
  ],
  messages: '[class*="message-item"]',
  scrolls: true,
  row: {
    at: ['[class*="message-item"]'],
    skip: [],
    id: [{ css: '[data-message-id]', attribute: 'data-message-id' }],
    sender: '[class*="sender"]',
    origin: [
      { by: 'robot', label: ['自動返信'] },
      { by: 'buyer', label: ['様'] },
      { by: 'agent', css: '[class*="shop"]' },
    ],
    content: [{ kind: 'image', css: '[class*="attachment"] img' }],
    text: ['[class*="message-body"]'],
    time: [{ read: 'label', formats: ['YYYY-MM-DD'] }],
    recall: { says: ['取り消されました'] },
  },
  conversation: {
    keyIs: 'buyer-id',
    key: [{ url: '/inquiry/{id}' }],
    buyer: { css: '[class*="customer-name"]', without: [['様', '']] },
  },
  contacts: { row: [], name: [], time: [], pseudo: [] },
  order: { css: '[class*="order"]', shape: '######-########-##########' },
  composer: [{ kind: 'textarea', css: EDITOR }],
  send: 'button[type="submit"]',
  sendKeys: [],
  ownShortcuts: [],
} as const satisfies Adapter;
