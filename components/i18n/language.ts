export type Language = 'zh-CN' | 'en';

/** The language to speak: as the person chose, else Chinese where the browser's own begins with zh. */
export function languageOf(wanted: Language | 'auto', browserLanguage: string): Language {
  if (wanted !== 'auto') return wanted;
  return /^zh/i.test(browserLanguage) ? 'zh-CN' : 'en';
}
