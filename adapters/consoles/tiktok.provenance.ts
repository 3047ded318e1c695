import type { Provenance } from '../define.ts';

export default {
  sources: {
    T1: { what: 'tiktok_bot with its tests', seenOn: '2026' },
    G: { what: 'our guess, from what other consoles do', seenOn: '2026-11' },
  },
  seen: {
    '[data-testid="chat.chatroom.conversation_card"], #chat-input-send-button': 'medium: T1',
    'signed in on another device': 'low: G',
    'logged in elsewhere': 'low: G',
    'session has expired': 'low: G',
    '[data-testid="chat.chatroom.message_card"]': 'medium: T1',
    '.chatd-bubble-main--other': 'medium: T1',
    '[class*="chatd-bubble-main--"]': 'medium: T1',
    '.chatd-card': 'low: G',
    '[class*="chatd-bubble-main"] img': 'low: G',
    '[class*="chatd-bubble-main"]': 'medium: T1',
    'recalled a message': 'low: G',
    撤回了一条消息: 'low: G',
    '[data-testid="chat.chatroom.conversation_card"]:is([aria-selected="true"], [class*="active"], [class*="selected"]) [data-testid="chat.chatroom.conversation_card_username"]':
      'low: G',
    '[data-testid="chat.chatroom.conversation_card"]': 'medium: T1',
    '[data-testid="chat.chatroom.conversation_card_username"]': 'medium: T1',
    time: 'medium: T1',
    '.p-badge-number': 'medium: T1',
    'oec_seller_id={id}': 'high: T1',
    textarea: 'medium: T1',
    '[contenteditable="true"]': 'medium: T1',
    '#chat-input-send-button': 'medium: T1',
  },
} satisfies Provenance;
