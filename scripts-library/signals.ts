import type { ContentKind, Signals } from '../core/event.ts';
import { COURTESIES, type CourtesyKind } from './courtesies.ts';

/** Raised whenever a text may get other signals than before; the log keeps the version beside them. */
export const SIGNALS_VERSION = 2;

/** Removes what carries no words: console emoticons, placeholders, emoji, punctuation. */
function wordsOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/#e-[a-z]\d*(?:\[[^\]]{0,8}\])?/gu, ' ')
    .replace(/\[[^\]\s]{1,6}\]/gu, ' ')
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim();
}

/** The pieces of an all-courtesy text in order, or null as soon as a word is none. Longest piece first. */
function piecesOf(words: string): CourtesyKind[] | null {
  const kinds: CourtesyKind[] = [];
  let at = 0;
  while (at < words.length) {
    if (words[at] === ' ') {
      at++;
      continue;
    }
    let end = at;
    let kind: CourtesyKind | null = null;
    for (const [candidate, pattern] of COURTESIES) {
      pattern.lastIndex = at;
      if (pattern.test(words) && pattern.lastIndex > end) {
        end = pattern.lastIndex;
        kind = candidate;
      }
    }
    if (kind === null) return null;
    kinds.push(kind);
    at = end;
  }
  return kinds;
}

const GREETS =
  /^(?:[亲哈嗨]*\s*)(?:您好|你好|妳好|哈喽|早上好|上午好|中午好|下午好|晚上好|在的|hello|hi\b|hey\b|good (?:morning|afternoon|evening)|(?:欢迎|感谢)(?:您)?(?:光临|来到))/u;
const CLOSES =
  /再见|拜拜|晚安|祝您?你?[^\s]{0,10}(?:愉快|顺利|开心|快乐)|欢迎(?:您)?(?:下次|再次)|随时(?:联系|咨询|找)|还有(?:什么|其他|别的)[^\s]{0,8}[吗呢]|\bgood ?bye\b|\bbye\b|have a (?:nice|good|great) day|anything else i can/u;

function classOf(words: string, text: string): Signals['class'] {
  if (words === '') return /[?？]/u.test(text) ? 'substantive' : 'non-text';
  const kinds = piecesOf(words);
  if (!kinds) return 'substantive';
  const has = (kind: CourtesyKind): boolean => kinds.includes(kind);
  if (has('assent')) return 'substantive';
  if (has('holding')) return 'holding';
  if (has('check')) return 'substantive';
  if (has('goodbye')) return 'goodbye';
  if (has('thanks')) return 'thanks';
  return has('greeting') && !has('ack') ? 'greeting' : 'substantive';
}

/**
 * What clocks and rubrics may know of a message without its text. Conservative: only a text made of courtesies
 * from end to end is anything but `substantive`; a lone 「好的」 stays substantive, a lone 「？」 too, an emoji is `non-text`.
 * `chars` counts code points. `scriptOf` names the script that a text equals, if any.
 */
export function signalsOf(
  text: string,
  content: ContentKind,
  pack: { readonly hash: string },
  scriptOf?: (text: string) => string | undefined,
): Signals {
  const words = wordsOf(text);
  const script = scriptOf?.(text);
  return {
    chars: [...text.trim()].length,
    class: content === 'text' ? classOf(words, text) : 'non-text',
    greets: content === 'text' && GREETS.test(words),
    closes: content === 'text' && CLOSES.test(words),
    ...(script === undefined ? {} : { script }),
    packHash: pack.hash,
    signalsVersion: SIGNALS_VERSION,
  };
}
