import type { Provenance } from '../define.ts';

export default {
  sources: {
    J1: { what: 'browser automation, real and mock transports', seenOn: '2026' },
    J2: { what: 'another content script', seenOn: '2026' },
    J3: { what: 'tests of that automation', seenOn: '2026' },
    G: { what: 'our guess, from what other consoles do', seenOn: '2026-11' },
  },
  seen: {
    '.chat-log-drawer': 'medium: J2',
    登录已失效: 'low: G',
    请重新登录: 'low: G',
    '.msg-block': 'medium: J2',
    '.message_left, .message_right, .message_center, .message__system': 'low: J1 J3',
    '.message_center, .message__system': 'low: J1 J2',
    '.message_left': 'low: J1 J2',
    '.message_right': 'low: J1 J2',
    '.CardWrapper.ProductCard': 'low: J2',
    '.CardWrapper.OrderCard': 'low: G',
    '.message__image-wrap img': 'low: J2',
    '.message__text': 'low: J1 J2',
    '.message__content': 'low: J1 J2',
    '.message__time_str': 'low: J1 J2',
    撤回了一条消息: 'low: G',
    撤回了消息: 'low: G',
    '.chat-log-drawer .message_left .message__nickname': 'low: G',
    '.SendButtonGroup > .send-button': 'low: J1',
  },
} satisfies Provenance;
