import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';

/** What the panel offers to say. A shown list does not move under the agent's fingers. */
export type Replies =
  | { readonly kind: 'none' }
  | { readonly kind: 'loading'; readonly conversation: string }
  | {
      readonly kind: 'list';
      readonly conversation: string;
      readonly because: string | null;
      readonly items: readonly Suggestion[];
      /** A newer list that waits until the agent asks for it. */
      readonly newer: { readonly because: string | null; readonly items: readonly Suggestion[] } | null;
    };

/**
 * Takes in an answer. While the agent is busy with a draft (`busy`), a list that stands for the same
 * conversation stays and the new one waits beside it.
 */
export function arrive(
  replies: Replies,
  answer: { conversation: string; because: string | null; items: readonly Suggestion[] },
  busy: boolean,
): Replies {
  const { conversation, because, items } = answer;
  const stands = replies.kind === 'list' && replies.conversation === conversation && replies.items.length > 0;
  if (stands && busy) return items.length > 0 ? { ...replies, newer: { because, items } } : replies;
  return items.length === 0 ? { kind: 'none' } : { kind: 'list', conversation, because, items, newer: null };
}

/** Shows the list that waited. */
export function showNewer(replies: Replies): Replies {
  if (replies.kind !== 'list' || replies.newer === null) return replies;
  return { ...replies, ...replies.newer, newer: null };
}
