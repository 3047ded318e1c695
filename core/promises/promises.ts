import { type Clause, clausesOf } from './clauses.ts';
import { dueInEnglish, judgeEnglish } from './english.ts';
import { CONDITION, judge } from './undertakes.ts';
import { timesIn, type When } from './when.ts';

/** Something that our side undertook in a message: half-open span, and when it falls due (epoch ms), if it says. */
export interface Promise_ {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly due: number | null;
}

/** What a clause without a deed lends the next one: its time, or that all depends on it. */
interface Lead {
  readonly start: number;
  readonly times: readonly When[];
  readonly conditional: boolean;
}

const BEIJING = 8 * 3_600_000;
/** What a clause may say beside its times and be no more than a time: 「最迟明天中午之前」. */
const MERE_TIME = /^[最迟晚前之以内里左右吧呢哦哈亲那就在大概约于到截止、 的]*$/u;

/**
 * The promises in a text of ours that was sent at `at` (epoch ms). `offset` is the local clock's distance from UTC in
 * milliseconds; Beijing's unless told. Due: a clock time as said, a day its end, 上午 its noon, working days their
 * last one's end, a duration from `at`; null where it is vague or depends on something.
 */
export function promisesIn(text: string, at: number, offset: number = BEIJING): Promise_[] {
  return /\p{Script=Han}/u.test(text) ? chinese(text, at, offset) : english(text, at, offset);
}

function english(text: string, at: number, offset: number): Promise_[] {
  return [...text.matchAll(/[^.!?;\n]+(?:\.\d[^.!?;\n]*)*[?]?/gu)].flatMap(({ 0: piece, index }) => {
    const said = piece.trim();
    const { undertakes, conditional } = judgeEnglish(said);
    if (!undertakes || said.endsWith('?')) return [];
    const start = index + piece.length - piece.trimStart().length;
    const local = conditional ? null : dueInEnglish(said, at + offset);
    return [{ text: said, start, end: start + said.length, due: local === null ? null : local - offset }];
  });
}

function chinese(text: string, at: number, offset: number): Promise_[] {
  const found: Promise_[] = [];
  let lead: Lead | null = null;
  let before = '';
  for (const clause of clausesOf(text)) {
    const own = timesIn(clause.text, at + offset);
    const times: readonly When[] = own.length > 0 ? own : (lead?.times ?? []);
    const { undertakes, conditional } = judge(clause.text, {
      timed: times.length > 0,
      asks: clause.asks,
      before,
    });
    if (undertakes) {
      const start = lead?.start ?? clause.start;
      const local = conditional || lead?.conditional === true ? null : latest(times);
      const due = local === null ? null : local - offset;
      found.push({ text: text.slice(start, clause.end), start, end: clause.end, due });
    }
    before = clause.last ? '' : clause.text;
    lead = undertakes || clause.last ? null : leadOf(clause, own, lead);
  }
  return found;
}

function leadOf(clause: Clause, times: readonly When[], before: Lead | null): Lead | null {
  if (CONDITION.test(clause.text))
    return { start: before?.start ?? clause.start, times: [], conditional: true };
  const rest = times.reduceRight(
    (text, { start, end }) => text.slice(0, start) + text.slice(end),
    clause.text,
  );
  if (times.length > 0 && MERE_TIME.test(rest)) return { start: clause.start, times, conditional: false };
  return before?.conditional === true ? before : null;
}

/** Of several times that are named the last to come: by then it must be done. */
function latest(times: readonly When[]): number | null {
  let due: number | null = null;
  for (const when of times) if (when.due !== null) due = Math.max(due ?? when.due, when.due);
  return due;
}
