import type { Provenance } from '../define.ts';

export default {
  sources: {
    J1: { what: 'browser automation, real and mock transports', seenOn: '2026' },
    J2: { what: 'another content script', seenOn: '2026' },
    J3: { what: 'tests of that automation', seenOn: '2026' },
    G: { what: 'our guess, from what other consoles do', seenOn: '2026-11' },
  },
  seen: {
    '#t-chat-scroll, .chat-scroll-wrap, #t-alluser-wrap': 'high: J1 J2',
    在别处登录: 'low: G',
    其他地方登录: 'low: G',
    登录已失效: 'low: G',
    请重新登录: 'low: G',
    '#t-chat-scroll, .chat-scroll-wrap': 'high: J1 J2',
    '.message': 'high: J1 J2',
    '.message_left, .message_right, .message_center, .message__system': 'medium: J1 J3',
    '.message_center, .message__system': 'high: J1 J2',
    '.message_left': 'high: J1 J2',
    '.message_right': 'high: J1 J2',
    '.CardWrapper.ProductCard': 'medium: J2',
    '.CardWrapper.OrderCard': 'low: G',
    '.message__image-wrap img, .message_img_loading': 'medium: J2',
    '.message__text': 'high: J1 J2',
    '.message__content': 'high: J1 J2',
    '.message__time_str': 'high: J1 J2',
    撤回了一条消息: 'low: G',
    撤回了消息: 'low: G',
    ':is(.alluser-item_check, .t-item-ck, .alluser-item[aria-selected="true"]) .alluser-item-name':
      'medium: J2',
    '.chat-head-name > span': 'medium: J1 J2',
    '.alluser-item': 'high: J1 J3',
    '.alluser-item-name': 'medium: J1 J2',
    '.alluser-item-date-w': 'medium: J1 J2',
    '.EditorContent[contenteditable="true"]': 'medium: J1',
    '.SendButtonGroup > .send-button': 'medium: J1',
  },
} satisfies Provenance;
