import { signalsOf } from '../signals.ts';
import type { LibraryItem } from './index.ts';
import type { SuggestQuery } from './query.ts';
import type { Turn } from './suggestion.ts';
import { foldText } from './terms.ts';

/** The wordings of a script that this buyer has not read yet. */
export function unsent(item: LibraryItem, { sent = [] }: SuggestQuery): string[] {
  if (sent.length === 0) return [item.text, ...(item.variants ?? [])];
  const seen = new Set(sent.map(foldText));
  return [item.text, ...(item.variants ?? [])].filter((option) => !seen.has(foldText(option)));
}

/** The language of a message, if it is plainly one: a script of another is no answer. */
export function languageOf(asked: readonly string[]): 'zh-CN' | 'en' | undefined {
  const text = asked.join(' ');
  if (/\p{Script=Han}/u.test(text)) return 'zh-CN';
  return /[a-z]{3}/iu.test(text) ? 'en' : undefined;
}

/** Whether a script is in the language that is spoken, or says too little to tell. */
export const inLanguage = (item: LibraryItem, spoken: 'zh-CN' | 'en' | undefined): boolean =>
  spoken === undefined || (item.language ?? languageOf([item.text]) ?? spoken) === spoken;

export type Courtesy = 'greeting' | 'closing';

/** What a buyer's purely polite last message calls for, or null if it asks for something. */
export function courtesyOf(turns: readonly Turn[]): Courtesy | null {
  const last = turns[turns.length - 1];
  if (!last || last.by === 'agent' || last.by === 'robot') return null;
  const { class: kind } = signalsOf(last.text, 'text', { hash: '' });
  if (kind === 'greeting') return 'greeting';
  return kind === 'thanks' || kind === 'goodbye' ? 'closing' : null;
}

/** Whether a script may be offered now and here. A library that names no stages has no fillers to keep apart. */
export function mayOffer(item: LibraryItem, query: SuggestQuery, courtesy: Courtesy | null): boolean {
  const { platform, stage, day, language } = query;
  if (
    item.platforms &&
    item.platforms.length > 0 &&
    platform !== undefined &&
    !item.platforms.includes(platform)
  )
    return false;
  if (
    day !== undefined &&
    ((item.effective ?? day) > day || (item.expiry !== undefined && item.expiry <= day))
  )
    return false;
  if (language !== undefined && (item.language ?? 'zh-CN') !== language) return false;
  if (query.search?.trim() || item.stage === undefined) return true;
  if (stage !== undefined && stage !== item.stage && courtesy === null) return false;
  const filler = item.stage === 'closing' || (item.stage === 'greeting' && item.holding !== true);
  return courtesy === null ? !filler : item.stage === courtesy;
}
