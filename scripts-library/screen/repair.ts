import type { Finding, RuleNote } from './finding.ts';

/** What ends a sentence in chat, with the marks that may follow it. */
const END = /[。！？!?；;…～~\n]+/gu;

/**
 * The half-open span of `text` that a finding's replacement takes the place of: the hit itself, or the sentence
 * around it with its closing marks, since other words for 「你是不是搞错了」 are a sentence of their own.
 */
export function repairSpan(
  text: string,
  { start, end }: Pick<Finding, 'start' | 'end'>,
  replaces: RuleNote['replaces'],
): { readonly start: number; readonly end: number } {
  if (replaces === 'hit') return { start, end };
  let from = 0;
  for (const mark of text.matchAll(END)) {
    const after = mark.index + mark[0].length;
    // A hit may hold such a mark itself, as a disguise.
    if (after <= start) from = after;
    else if (mark.index >= end) return { start: from, end: mark[0].includes('\n') ? mark.index : after };
  }
  return { start: from, end: text.length };
}
