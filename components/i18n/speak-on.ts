import type { Language } from './language.ts';
import { type PageKey, say, speak } from './say.ts';

/** Speaks the wanted language on a page of ours, and tells the document: its language for readers, its title for tabs. */
export function speakOn(page: Document, wanted: Language | 'auto', title: PageKey): Language {
  const language = speak(wanted, navigator.language);
  page.documentElement.lang = language;
  page.title = `${say('page.brand')} · ${say(title)}`;
  return language;
}
