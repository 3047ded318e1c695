import { asksForOrder, opensChat } from './habits.ts';
import type { LibraryItem } from './index.ts';

/** What a script does in a conversation, by its own words. */
export interface Manner {
  /** It asks for the number of an order. */
  readonly asksOrder: boolean;
  /** It asks what the matter is. */
  readonly opens: boolean;
  /** How much its words count: where only they tell what it answers, a short reply is said more often than a long one. */
  readonly brevity: number;
}

/** Whether only its own words tell what an item answers. */
export const isWordless = (item: LibraryItem | undefined): boolean =>
  item?.title === '' && item.examples.length === 0;

/** Letters of a reply that is neither short nor long. */
const USUAL = 25;
const SHORTEST = 6;
const MOST = 1.5;
const POWER = 0.3;

export const mannerOf = (item: LibraryItem): Manner => ({
  asksOrder: asksForOrder(item.text),
  opens: opensChat(item.text),
  brevity: isWordless(item) ? Math.min(MOST, USUAL / Math.max(SHORTEST, item.text.length)) ** POWER : 1,
});
