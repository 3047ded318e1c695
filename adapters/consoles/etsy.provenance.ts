import type { Provenance } from '../define.ts';

export default {
  sources: {
    E1: { what: 'AcierDev/Etsy-Chat-, another content script', seenOn: '2025-10' },
    G: { what: 'our guess, from what other consoles do', seenOn: '2026-11' },
  },
  seen: {
    'textarea[class*="new-message-textarea"], div[class*="wt-pb-xs-1"]': 'medium: E1',
    'Sign in to continue': 'low: G',
    'You have been signed out': 'low: G',
    'div[class*="wt-pb-xs-1"]': 'medium: E1',
    'img[alt="Your account settings"]': 'low: E1',
    'img[alt]:not([alt=""], [alt="Your account settings"])': 'low: E1',
    'img[alt=""]': 'low: G',
    '[class*="screen-reader-only"]': 'medium: E1',
    'Message:': 'medium: E1',
    '[class*="timestamp-color"]': 'medium: E1',
    '[class*="timestamp-color"], .wt-text-caption': 'medium: E1',
    'message was deleted': 'low: G',
    '/messages/{id}': 'high: E1',
    '/conversations/{id}': 'high: E1',
    'div[class*="wt-pb-xs-1"] img[alt]:not([alt=""], [alt="Your account settings"])': 'low: E1',
    'textarea[class*="new-message-textarea"]': 'medium: E1',
    'textarea.wt-textarea': 'medium: E1',
    'form:has(textarea) button[type="submit"]': 'low: G',
  },
} satisfies Provenance;
