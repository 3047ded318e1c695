import { en } from './en.ts';
import { type MessageKey, zh } from './zh-CN.ts';

export type Language = 'zh-CN' | 'en';

let catalog: Readonly<Record<MessageKey, string>> = zh;

/** Picks the language of everything drawn from now on. `auto` follows the browser: Chinese unless it says otherwise. */
export function setLanguage(wanted: Language | 'auto', browserLanguage = 'zh-CN'): Language {
  const language = wanted === 'auto' ? (/^zh/i.test(browserLanguage) ? 'zh-CN' : 'en') : wanted;
  catalog = language === 'en' ? en : zh;
  return language;
}

/** The text of a key, its `{name}` places filled. */
export function t(key: MessageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return catalog[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
