import { backupEn, backupZh } from './backup.ts';
import { deskEn, deskZh } from './desk.ts';
import { keysEn, keysZh } from './keys.ts';
import type { Language } from './language.ts';
import { manualEn, manualZh } from './manual.ts';
import { packsEn, packsZh } from './packs.ts';
import { pagesEn, pagesZh } from './pages.ts';
import { proposalsEn, proposalsZh } from './proposals.ts';
import { supervisorEn, supervisorZh } from './supervisor.ts';

/**
 * The words of our own pages. They are kept out of `panel.ts`, whose catalogue a console page
 * loads with the panel: it pays for no word that only the supervisor reads.
 */
const zh = {
  ...backupZh,
  ...deskZh,
  ...pagesZh,
  ...packsZh,
  ...proposalsZh,
  ...keysZh,
  ...manualZh,
  ...supervisorZh,
} as const;
const en: Readonly<Record<PageKey, string>> = {
  ...backupEn,
  ...deskEn,
  ...pagesEn,
  ...packsEn,
  ...proposalsEn,
  ...keysEn,
  ...manualEn,
  ...supervisorEn,
};

export type PageKey = keyof typeof zh;

let words: Readonly<Record<PageKey, string>> = zh;

/** Picks the language of everything said from now on; `auto` follows the browser, Chinese where it starts with zh. */
export function speak(wanted: Language | 'auto', browserLanguage = 'zh-CN'): Language {
  const language = wanted === 'auto' ? (/^zh/i.test(browserLanguage) ? 'zh-CN' : 'en') : wanted;
  words = language === 'en' ? en : zh;
  return language;
}

/** The language now spoken. */
export const spoken = (): Language => (words === en ? 'en' : 'zh-CN');

/**
 * The text of a key. `{name}` takes a value; `{n|turn|turns}` takes a number and the word that agrees with it.
 */
export function say(key: PageKey, values: Readonly<Record<string, string | number>> = {}): string {
  return words[key]
    .replace(/\{(\w+)\|([^|}]*)\|([^|}]*)\}/g, (whole, name: string, one: string, many: string) => {
      const value = values[name];
      return value === undefined ? whole : `${value} ${String(value) === '1' ? one : many}`;
    })
    .replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Whether there is a text under this key: for words that come with data. */
export const isKey = (key: string): key is PageKey => Object.hasOwn(zh, key);
