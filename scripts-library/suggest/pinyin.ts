import { pinyin } from 'pinyin-pro';

/** Longer bodies are found by their beginning. */
const HEARD = 60;

/** How a text is typed: the first letters of its characters, and their whole syllables. Other signs part runs. */
export interface Typed {
  readonly initials: string;
  readonly syllables: string;
}

/** The pinyin of a text's Chinese characters without tones; Latin letters stay as they are. */
export function typedOf(text: string): Typed {
  const read = (pattern: 'first' | 'pinyin') =>
    pinyin(text.slice(0, HEARD).toLowerCase(), { pattern, toneType: 'none', type: 'array', v: true })
      .map((each) => (/^[a-z]+$/u.test(each) ? each : ' '))
      .join('');
  return { initials: read('first'), syllables: read('pinyin') };
}
