export type Language = 'zh-CN' | 'en';

/** The language to speak: as the person chose, else Chinese where the browser's own begins with zh. */
export function languageOf(wanted: Language | 'auto', browserLanguage: string): Language {
  if (wanted !== 'auto') return wanted;
  return /^zh/i.test(browserLanguage) ? 'zh-CN' : 'en';
}

/** A catalogue's words in one language, their `{name}` places filled. */
export function textIn<K extends string>(
  words: Readonly<Record<K, readonly [zh: string, en: string]>>,
  language: Language,
): (key: K, values?: Readonly<Record<string, string | number>>) => string {
  const column = language === 'en' ? 1 : 0;
  return (key, values = {}) =>
    words[key][column].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
