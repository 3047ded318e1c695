import type { ComponentChildren } from 'preact';
import type { Language } from '../i18n/language.ts';
import { speak } from '../i18n/say.ts';

/** Draws its children in a language; what is drawn after them speaks it too. */
export function InLanguage({ language, children }: { language: Language; children: ComponentChildren }) {
  speak(language);
  return <>{children}</>;
}
