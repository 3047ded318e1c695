/** A text made plain for matching, with the way back: `from[i]`..`to[i]` is where unit i came from. */
export interface Folded {
  readonly text: string;
  /** Start of each folded unit in the text as typed, in UTF-16 units. */
  readonly from: readonly number[];
  /** Its half-open end. */
  readonly to: readonly number[];
}

/** Figures as people write them to be read aloud; 幺 is one, 〇 is nought. */
const HAN_DIGITS: Readonly<Record<string, string>> = {
  〇: '0',
  零: '0',
  一: '1',
  幺: '1',
  壹: '1',
  二: '2',
  贰: '2',
  两: '2',
  三: '3',
  叁: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  七: '7',
  柒: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
};

/** Whether a text holds a figure that {@link fold} makes a digit only when it is told to. */
export const hasHanDigits = (text: string): boolean =>
  /[〇零一幺壹二贰两三叁四肆五伍六陆七柒八捌九玖]/u.test(text);

/** ASCII and the unified ideographs, which most of a chat is made of: NFKC leaves them as they are. */
const isPlainAlready = (unit: number): boolean => unit < 0x80 || (unit >= 0x4e00 && unit <= 0x9fff);

/**
 * Full-width, circled and mathematical letters become plain ones (NFKC), characters that nobody sees are dropped.
 * With `hanDigits` Chinese figures become digits too: only for patterns that need a long run of them.
 */
export function fold(typed: string, { hanDigits = false } = {}): Folded {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const point of typed) {
    const end = at + point.length;
    const isPlain = isPlainAlready(point.charCodeAt(0));
    if (isPlain || !/\p{Cf}|\uFE0E|\uFE0F|\u20E3/u.test(point)) {
      const plain = isPlain ? point : point.normalize('NFKC');
      const unit = (hanDigits && HAN_DIGITS[plain]) || plain;
      text += unit;
      for (let i = 0; i < unit.length; i++) {
        from.push(at);
        to.push(end);
      }
    }
    at = end;
  }
  return { text, from, to };
}
