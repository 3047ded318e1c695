import { browser } from 'wxt/browser';
import type { Settings } from '../../core/desk.ts';

/** What the agent reads: as set, else as the browser speaks. */
export function spokenLanguage(language: Settings['language']): 'zh-CN' | 'en' {
  if (language !== 'auto') return language;
  return browser.i18n.getUILanguage().toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}
