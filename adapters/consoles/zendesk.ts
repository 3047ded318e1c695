import type { Adapter } from '../define.ts';

/**
 * Zendesk's agent workspace. Every open ticket stands in the page at once, one over the other, and looks visible:
 * only the one is read that the address names. A note among colleagues is neither a reply nor checked.
 */
export default {
  format: 'counterside-adapter/1',
  id: 'zendesk',
  label: 'Zendesk',
  matches: ['https://*.zendesk.com/agent/*'],
  metric: 'manual-mean-response',
  zone: 'local',
  scope: {
    css: '[data-test-id^="ticket-"][data-test-id$="-standard-layout"]',
    id: { css: '[data-test-id]', attribute: 'data-test-id', template: 'ticket-{id}-standard-layout' },
    url: '/tickets/{id}',
  },
  ready: '[data-test-id="omnicomposer-rich-text-ckeditor"], article',
  unusable: [
    { reason: 'login', says: ['Your session has expired'] },
    { reason: 'kicked', says: ['signed in from another'] },
    { reason: 'connecting', says: ['You are offline'] },
  ],
  messages: 'article',
  scrolls: true,
  row: {
    at: ['article'],
    skip: [{ css: '[data-test-id="omni-log-internal-note-tag"]' }],
    id: [{ css: '[data-comment-id]', attribute: 'data-comment-id' }],
    sender: '[data-test-id="omni-log-item-sender"]',
    origin: [
      { by: 'robot', label: ['Answer Bot', 'AI agent'] },
      { by: 'buyer', sender: 'buyer' },
      { by: 'system', css: '[data-test-id="omni-log-system-message"]' },
      { by: 'agent', css: '[data-test-id="omni-log-item-sender"]' },
    ],
    content: [{ kind: 'image', css: '[data-test-id="omni-log-message-content"] img' }],
    text: ['[data-test-id="omni-log-message-content"]'],
    time: [{ read: 'iso', field: { css: 'time[datetime]', attribute: 'datetime' } }],
    recall: { says: ['message was deleted'] },
  },
  conversation: {
    keyIs: 'buyer-id',
    key: [{ url: '/tickets/{id}' }],
    buyer: '[data-test-id="tabs-section-nav-item-users"]',
  },
  contacts: { row: [], name: [], time: [], pseudo: [] },
  composer: [{ kind: 'contenteditable', css: '[data-test-id="omnicomposer-rich-text-ckeditor"]' }],
  internal: {
    css: '[data-test-id="omnichannel-channel-switcher-button"]',
    says: ['Internal note', '内部备注', '内部メモ'],
  },
  send: '[data-test-id="submit_button-button"]',
  sendKeys: ['Ctrl+Enter'],
  ownShortcuts: [],
} as const satisfies Adapter;
