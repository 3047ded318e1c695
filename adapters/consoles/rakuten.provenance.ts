import type { Provenance } from '../define.ts';

export default {
  sources: {
    R1: { what: 'mkblbj/rakutenai-inquiry-assistant, side panel', seenOn: '2026-02' },
    G: { what: 'our guess, from what other consoles do', seenOn: '2026-11' },
  },
  seen: {
    'textarea[placeholder="ここに返信を記入してください"], [class*="message-item"]': 'low: G',
    再度ログインしてください: 'low: G',
    別の端末でログイン: 'low: G',
    '[class*="message-item"]': 'low: G',
    '[data-message-id]': 'low: G',
    '[class*="sender"]': 'low: G',
    自動返信: 'low: G',
    様: 'medium: R1',
    '[class*="shop"]': 'low: G',
    '[class*="attachment"] img': 'low: G',
    '[class*="message-body"]': 'low: G',
    取り消されました: 'low: G',
    '/inquiry/{id}': 'medium: R1',
    '[class*="customer-name"]': 'low: G',
    '[class*="order"]': 'low: G',
    'textarea[placeholder="ここに返信を記入してください"]': 'medium: R1',
    'button[type="submit"]': 'low: G',
  },
} satisfies Provenance;
