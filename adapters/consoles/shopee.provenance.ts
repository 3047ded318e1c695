import type { Provenance } from '../define.ts';

export default {
  sources: {
    S1: { what: 'cindung/auto_reply_shopee', seenOn: '2026-01-21' },
    S2: { what: 'Pakti, another content script', seenOn: '2026' },
    G: { what: 'our guess, from what other consoles do', seenOn: '2026-11' },
  },
  seen: {
    '[data-cy="webchat-conversation-list-wrapper"], [data-cy="webchat-conversation-list"]': 'medium: S1',
    'logged in on another device': 'low: G',
    在别处登录: 'low: G',
    'session has expired': 'low: G',
    '[data-cy="webchat-message-content"], .message-content': 'medium: S1',
    '[data-cy="webchat-message-content"]': 'medium: S1',
    '.message-content': 'medium: S1',
    video: 'low: G',
    img: 'low: G',
    'message was unsent': 'low: G',
    撤回了一条消息: 'low: G',
    '[data-cy="webchat-conversation-cell-container"]:is([aria-selected="true"], [class*="active"], [class*="selected"]) [title]':
      'low: G',
    '[data-cy="webchat-conversation-cell-container"]': 'medium: S1',
    '[title]': 'medium: S1',
    time: 'low: G',
    '[class*="unread"]': 'low: G',
    'textarea[placeholder]': 'medium: S2',
    ':has(> svg.chat-icon)': 'medium: S1 S2',
  },
} satisfies Provenance;
