import { fillSlots } from '../slots.ts';
import type { SuggestIndex } from './index.ts';
import type { SuggestQuery } from './query.ts';
import { suggest } from './suggest.ts';
import type { SlotValues, Suggestion } from './suggestion.ts';
import type { Why } from './why.ts';

/** Whether a text of ours would break a rule. */
export type Trips = (text: string) => boolean;

/** What the agent reads of the reason. */
export function whyText(why: Why, language: 'zh-CN' | 'en'): string {
  const zh = language === 'zh-CN';
  switch (why.kind) {
    case 'question':
      return zh ? `像在问「${why.question}」` : `Like the question “${why.question}”`;
    case 'answered':
      return zh ? `类似的会话里用过 ${why.uses} 次` : `Used ${why.uses} times in similar chats`;
    case 'words':
      return zh ? `买家提到「${why.words}」` : `The buyer mentions “${why.words}”`;
    case 'branch':
      return zh ? `下一步：${why.when}` : `Next step: ${why.when}`;
    case 'meanwhile':
      return zh ? '要查证时先回这句' : 'While you find out';
    case 'unsaid':
      return '';
    case 'search':
      return zh ? '符合搜索' : 'Matches the search';
  }
}

/**
 * Suggestions ready for the panel: slots filled, the first wording of each script that was not sent to this buyer
 * and breaks no rule once filled. A script with no such wording gives way to the next best.
 */
export function offer(
  index: SuggestIndex,
  query: SuggestQuery,
  slots: SlotValues,
  { trips, language }: { readonly trips: Trips; readonly language: 'zh-CN' | 'en' },
): Suggestion[] {
  const { top = 5 } = query;
  const sent = new Set(query.sent ?? []);
  const offered: Suggestion[] = [];
  for (const { item, texts, score, why } of suggest(index, { ...query, top: top * 3 })) {
    const fits = texts
      .map((text) => fillSlots(text, slots))
      .find(({ text }) => !sent.has(text) && !trips(text));
    if (!fits) continue;
    offered.push({
      script: item.id,
      title: item.title,
      text: fits.text,
      slots: fits.slots,
      score,
      why: whyText(why, language),
      holding: item.holding === true,
      ...(item.gloss === undefined ? {} : { gloss: item.gloss }),
      ...(item.code === undefined ? {} : { code: item.code }),
      ...(item.pictures === undefined ? {} : { pictures: item.pictures }),
    });
    if (offered.length === top) break;
  }
  return offered;
}
