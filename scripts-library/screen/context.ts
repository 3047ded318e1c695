import { COMMA_GAP, NO_GAP, type Units } from './units.ts';

/** Words that deny or forbid when they stand up to eight characters before, in the same clause. */
const DENIES_BEFORE =
  /(?:没有|没得|不做|不能|不可以?|不支持|不允许|不让|不准|不许|不参[与加]|不存在|不搞|不提供|不会|不是|不涉及|不给|不用|不需要|不敢|不好说|不建议|不参加|不鼓励|无法|无需|禁止|严禁|杜绝|拒绝|从不|从未|未|切勿|请勿|勿|不得|别信|不要|别|谨防|警惕|小心|防止|骗子|诈骗|假冒|冒充|如有人|如果有人|有人|要求您|违规|取消了?|哪有|哪里有|避免|并非|并不|不属于|没|无|不)$/;
/** What may lie between such a word and the hit. */
const FILL = 8;
/** Words that deny when they follow in the same clause. */
const DENIES_AFTER =
  /^(?:不了|.{0,10}?(?:没有的?|没得|不做|不能|不可以|不行|不参与|不参加|不支持|不允许|不让|不提供|不存在|不给|不搞|不会|不是|不属于|违规|违反|违法|禁止|被禁|不得|无法|取消了|停止了|结束了|下架了|骗子|诈骗|是骗|都是假|不要相信|别信|勿信|请勿|切勿))/;
/** Words that deny even from the next clause (好评返现，我们不做的). */
const DENIES_FROM_NEXT =
  /^.{0,8}?(?:我们没有|这边没有|店没有|没有这|没有的|没得|不做|不参与|不参加|不支持|不提供|不搞|违规|违反|禁止|不允许|取消了|结束了|停止了|骗子|诈骗|不要相信|别信|勿信|不是我们)/;
/** Negative words that deny nothing. */
const NOT_DENIALS =
  /不错|不仅|不但|不过|不好意思|没问题|没关系|不管|不论|无论|无忧|非常|有没有|是不是|要不要|能不能|可不可以|会不会|差不多|不客气|不便|不方便|不懂|不会的话|不清楚|不明白|不满意|不合适|不放心|不然|不急|不够|不好|不到|没收到|没到|别忘了?|别的|别人|无条件|无理由|不只|不止|不限|不定时|不少|没货|没了|没空|没看到|没法|不定期/g;

const SALUTATIONS =
  /^(?:亲亲|亲爱的|亲|您好|你好|哈喽|宝贝|宝宝|宝|家人们?|客官|小主|先生|女士|老板|谢谢|多谢|那|那您|[哦呢啊呀吧哈嗯噢呐了嘛的您你])*$/;

/** Folded text of units [from, to), without what lies between them. */
const textOf = (units: Units, from: number, to: number): string =>
  String.fromCharCode(...units.code.slice(from, to));

/** First unit of the clause that `unit` stands in. */
function clauseStart(units: Units, unit: number): number {
  let at = unit;
  while (at > 0 && (units.gap[at] as number) < COMMA_GAP) at--;
  return at;
}

/** The first unit from `unit` on that begins another clause; the length of the text if none does. */
function nextClause(units: Units, unit: number): number {
  let at = unit;
  while (at < units.length && (units.gap[at] as number) < COMMA_GAP) at++;
  return at;
}

/** Whether the clause around units [from, to) denies or forbids what stands there. */
export function isDenied(units: Units, from: number, to: number): boolean {
  const start = Math.max(clauseStart(units, from), from - 24);
  const before = textOf(units, start, from).replace(NOT_DENIALS, (word) => '。'.repeat(word.length));
  for (let at = before.length; at > 0 && at >= before.length - FILL; at--) {
    const denial = DENIES_BEFORE.exec(before.slice(0, at))?.[0];
    if (denial === undefined) continue;
    const between = before.length - at;
    if (between <= (denial.length > 1 ? FILL : 1)) return true;
  }
  const end = nextClause(units, to);
  const rest = textOf(units, to, Math.min(end, to + 18)).replace(NOT_DENIALS, '。');
  if (DENIES_AFTER.test(rest)) return true;
  if (end - to > 10 || units.gap[end] !== COMMA_GAP) return false;
  return DENIES_FROM_NEXT.test(textOf(units, end, Math.min(nextClause(units, end + 1), end + 14)));
}

/** Whether the units outside [from, to) are only salutations and particles. */
export function isWhole(units: Units, from: number, to: number): boolean {
  return SALUTATIONS.test(textOf(units, 0, from)) && SALUTATIONS.test(textOf(units, to, units.length));
}

/** Whether one of the words stands right before unit `at`. Spaces don't part them, punctuation does. */
export function standsBefore(units: Units, at: number, words: readonly string[]): boolean {
  if ((units.gap[at] ?? NO_GAP) >= COMMA_GAP) return false;
  return words.some((word) => textOf(units, Math.max(0, at - word.length), at) === word);
}

/** Whether one of the words stands right from unit `at`. */
export function standsAfter(units: Units, at: number, words: readonly string[]): boolean {
  if ((units.gap[at] ?? NO_GAP) >= COMMA_GAP) return false;
  return words.some((word) => textOf(units, at, at + word.length) === word);
}
