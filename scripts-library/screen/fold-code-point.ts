import {
  CHAR,
  CLAUSE_END,
  COMMA,
  EITHER,
  GAP,
  INVISIBLE_KIND,
  ITSELF,
  LINE,
  MARK,
  PICTURE,
} from './alphabet.ts';
import { CASE, EMOJI, LOOKALIKE, TRADITIONAL, WIDTH } from './folds.ts';

/** One code point after folding: its kind, the characters that it stands for, and the folds that this took. */
export interface Folded {
  readonly kind: number;
  readonly text: string;
  readonly folds: number;
}

/** Letters of other scripts, and signs, that pass for Latin ones. Pairs. */
const LATIN = new Map(
  [
    ...'аaвbсcеeнhіiјjкkмmоoрpѕsтtуyхxѵvԁdԛqԝwѡwпnгr',
    ...'αaβbεeιiκkμmνvηnοoρpτtυuχxωwγyζz∨v⋁v√v✓v√v∪u×x✕x✖x❌x✗x✘x╳xⅩxʋvᴠvᴡwꓦvꓫxɡgıiǀl',
  ].reduce<[string, string][]>((pairs, char, index, all) => {
    if (index % 2 === 0) pairs.push([char, all[index + 1] ?? '']);
    return pairs;
  }, []),
);

/** Pictures that are read aloud as characters. */
const SPOKEN = new Map([
  ['➕', '加'],
  ['+', '加'],
  ['🐧', '企鹅'],
  ['🛰', '卫星'],
  ['✉', '信'],
  ['✌', 'v'],
  ['⭐', '星'],
  ['🌟', '星'],
  ['★', '星'],
  ['☆', '星'],
  ['☎', '电话'],
  ['📞', '电话'],
  ['📱', '手机'],
  ...[...'❤♥❥💓💔💕💖💗💘💙💚💛💜💝💞🖤🤍🤎🧡❣'].map((heart): [string, string] => [heart, '心']),
]);

/** What is drawn for decoration as often as for a word. */
const MAYBE = /^(?:心|星|电话|手机)$/;

const between = (code: number, from: number, to: number): boolean => code >= from && code <= to;

/** Letters and digits in boxes and flags that Unicode's own compatibility forms leave alone. */
function boxed(code: number): string | null {
  if (between(code, 0x1f1e6, 0x1f1ff)) return String.fromCharCode(code - 0x1f1e6 + 97);
  if (between(code, 0x1f150, 0x1f169)) return String.fromCharCode(code - 0x1f150 + 97);
  if (between(code, 0x1f170, 0x1f189)) return String.fromCharCode(code - 0x1f170 + 97);
  if (between(code, 0x24f5, 0x24fd)) return String(code - 0x24f4);
  if (between(code, 0x2776, 0x277e)) return String(code - 0x2775);
  if (between(code, 0x2780, 0x2788)) return String(code - 0x277f);
  if (between(code, 0x278a, 0x2792)) return String(code - 0x2789);
  return code === 0x24ff ? '0' : null;
}

const folded = (kind: number, text = '', folds = 0): Folded => ({ kind, text, folds });

/**
 * Folds one code point: compatibility forms, case, tone marks, look-alike letters and simplified characters
 * become plain text; what carries no text is told apart by how strongly it separates.
 * Source of the classes: facts on evasion (UTS #39 skeletons, Unicode general categories).
 */
export function foldCodePoint(code: number, simplified: ReadonlyMap<string, string>): Folded {
  const typed = String.fromCodePoint(code);
  // Most of the plane; everything below takes longer to say so.
  if (between(code, 0x3400, 0x9fff) || between(code, 0xac00, 0xd7a3)) {
    const simple = simplified.get(typed);
    return simple === undefined ? folded(ITSELF, typed) : folded(CHAR, simple, TRADITIONAL);
  }
  if (/[\n\r\u2028\u2029]/.test(typed)) return folded(LINE);
  if (typed === '\t') return folded(GAP);
  if (/[\p{Cf}\p{Cc}\u115f\u1160\u3164\uffa0\u2800]/u.test(typed)) return folded(INVISIBLE_KIND);
  if (/\p{M}/u.test(typed)) return folded(MARK);
  const spoken = SPOKEN.get(typed) ?? SPOKEN.get(typed.normalize('NFKC'));
  if (spoken !== undefined)
    return folded(MAYBE.test(spoken) || /[+＋]/.test(typed) ? EITHER : CHAR, spoken, EMOJI);
  const box = boxed(code);
  if (box !== null) return folded(CHAR, box, WIDTH);
  const compat = typed.normalize('NFKD').replace(/\p{M}/gu, '');
  const wide = /^\p{Script=Latin}/u.test(compat) ? compat : typed.normalize('NFKC');
  const lower = wide.toLowerCase();
  let folds = (wide === typed ? 0 : WIDTH) | (lower === wide ? 0 : CASE);
  const plain = LATIN.get(lower) ?? simplified.get(lower) ?? lower;
  if (plain !== lower) folds |= LATIN.has(lower) ? LOOKALIKE : TRADITIONAL;
  // Tone marks that stand alone (ˇ ˊ) count as letters, yet part characters.
  const text = plain.replace(/[^\p{L}\p{N}]|[\u02b9-\u02ff]/gu, '').slice(0, 4);
  if (text !== '') return folded(text === typed ? ITSELF : CHAR, text, folds);
  if (/[!?。…！？]/u.test(typed)) return folded(CLAUSE_END);
  if (/[,:;、，：；]/u.test(typed)) return folded(COMMA);
  return folded(/\p{Extended_Pictographic}/u.test(typed) ? PICTURE : GAP);
}
