const DIGITS = '零一二三四五六七八九';

/** Characters that a number in chat is written with. `几` is one that says no number. */
export const NUMERAL = '(?:\\d+(?:\\.\\d+)?|[零〇一二两俩三四五六七八九十百半几]+)';

/**
 * The value of a number as chat writes it: `24`, `1.5`, `二十四`, `半`; of two neighbours (`两三`, `三五`) the larger, that
 * being the promise. Null where it names none (`几`, `十几`).
 */
export function numberOf(text: string): number | null {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  const said = text.replaceAll('〇', '零').replace(/[两俩]/g, '二');
  if (said === '' || said.includes('几')) return null;
  if (said === '半') return 0.5;
  if (/^[零一二三四五六七八九]+$/.test(said)) return DIGITS.indexOf(said.slice(-1));
  const parts =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?(半)?$/.exec(
      said,
    );
  if (!parts) return null;
  const [, hundreds, tens, ten, ones, half] = parts;
  const digit = (one: string | undefined, alone: number): number =>
    one === undefined ? alone : DIGITS.indexOf(one);
  return 100 * digit(hundreds, 0) + (ten ? 10 * digit(tens, 1) : 0) + digit(ones, 0) + (half ? 0.5 : 0);
}
