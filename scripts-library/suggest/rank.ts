import { askedOf, CONTEXT_WEIGHTS, contextTerms } from './context.ts';
import { addHabits, addOpening, opensChat } from './habits.ts';
import type { SuggestIndex } from './index.ts';
import { isWordless } from './manner.ts';
import type { Match } from './questions.ts';
import type { Turn } from './suggestion.ts';
import { gramsOf, mixTerms, type Terms } from './terms.ts';
import { topOf } from './top.ts';

/** How much each kind of evidence counts. Tuned by `bench/eval-suggest.ts`; the table there shows each one's part. */
export interface Weights {
  /** Contexts that this team answered with the script. */
  readonly answered: number;
  /** The script's own example questions. */
  readonly question: number;
  /** The buyer's words in title and body. */
  readonly words: number;
  /** Words that similar questions elsewhere were answered with. */
  readonly widened: number;
  /** Words that agents anywhere tend to answer such a message with; only for scripts without title and questions. */
  readonly habit: number;
  /** Words of the replies that this team gave in similar contexts. */
  readonly replied: number;
}

export const WEIGHTS: Weights = {
  answered: 1,
  question: 0.8,
  words: 0.3,
  widened: 0.3,
  habit: 0.8,
  replied: 0.05,
};

/** What speaks for one item, each part already weighted. */
export interface Evidence {
  readonly item: number;
  readonly score: number;
  /** How often this team sent it. */
  readonly uses: number;
  readonly answered: number;
  readonly words: number;
  /** The example question that it resembles most, if any. */
  readonly question: { readonly text: string; readonly similarity: number } | null;
}

/** How much the guess counts; the root lets its second and third choices be heard. */
const GUESSED = 0.3;
/** What is sent often resembles everything a little: its resemblance is worth less, by its number of uses. */
const COMMON = Float32Array.from({ length: 100 }, (_, uses) => Math.max(1, uses) ** -0.1);
const commonness = (uses: number): number => COMMON[Math.min(uses, COMMON.length - 1)] ?? 1;
/** Among so few replies, conversations that have come equally far would seem alike for that alone. */
const FEW_REPLIES = 50;
const REPLIES_LOOKED_AT = 12;
const QUESTIONS_LOOKED_AT = 24;
/** Where the past knows this kind of conversation, mere words count up to ten times less. */
const HUSH = 9;
const WELL_KNOWN = 0.15;

/**
 * Messages back whose words are looked for in scripts while there is no past to quieten them, and whose meaning
 * calls for habitual replies.
 */
const SAID = 2;
const HABITUAL = 6;
/** A chat this short is at its opening. */
const OPENING = 2;
const OPENING_WEIGHT = 3;
/** The more scripts, the more wordings of each habitual reply, and the less habit tells them apart. */
const FEW_SCRIPTS = 250;
/** Who has named the order is not asked for its number again. */
const ORDER_NUMBER = /\d{8,}/;
/** Nor is asked what the matter is who was asked before, or has said much. */
const MUCH = 3;
const ASKED_ALREADY = 0.4;

/** Scores every item of the library for the next reply; unsorted, in library order. */
export function weigh(index: SuggestIndex, turns: readonly Turn[], weights: Weights = WEIGHTS): Evidence[] {
  const asked = askedOf(turns);
  const context = contextTerms(turns, { howFar: index.answered.used >= FEW_REPLIES });
  const answered = index.answered.score(context);

  const near = new Map<string, readonly Match[]>();
  const nearTo = (text: string): readonly Match[] => {
    const matches = near.get(text) ?? index.questions.nearest(text, QUESTIONS_LOOKED_AT);
    near.set(text, matches);
    return matches;
  };

  const said: Terms = new Map();
  const widened: Terms = new Map();
  const habit: Terms = new Map();
  const reach = index.answered.size > 0 ? CONTEXT_WEIGHTS.length : SAID;
  const spoken = turns.filter(({ by, text }) => by !== 'system' && text.trim() !== '');
  for (let back = 0; back < CONTEXT_WEIGHTS.length && back < spoken.length; back++) {
    const text = spoken[spoken.length - 1 - back]?.text ?? '';
    const weight = CONTEXT_WEIGHTS[back] ?? 0;
    if (back < reach) mixTerms(said, gramsOf(text), weight);
    if (back < HABITUAL) addHabits(habit, text, weight);
    if (back >= 3) continue;
    if (index.bridge) index.bridge.widen(widened, index.bridge.nearest(text), weight);
    else index.questions.widen(widened, nearTo(text), weight);
  }
  if (spoken.length <= OPENING) addOpening(habit, OPENING_WEIGHT);
  const numbered = spoken.some(({ text }) => ORDER_NUMBER.test(text));
  const opened = spoken.length > MUCH || spoken.slice(0, -1).some(({ text }) => opensChat(text));
  const habitual = weights.habit * Math.min(1, FEW_SCRIPTS / index.items.length) ** 2;
  const replied = repliedWords(index, answered);
  const questions = questionsLike(asked, nearTo);

  const { items, replyOfItem } = index;
  const guessed = index.guess?.chances(context);
  const trust = trustOf(index);
  const fromAnswers = new Float32Array(items.length);
  let known = 0;
  for (let item = 0; item < items.length; item++) {
    const reply = replyOfItem[item] ?? -1;
    const uses = index.answered.textsIn(reply);
    if (uses === 0) continue;
    const guess = GUESSED * Math.sqrt(guessed?.get(reply) ?? 0);
    const past = weights.answered * (answered[reply] ?? 0) * trust(uses);
    fromAnswers[item] = (past + weights.answered * guess) * commonness(uses);
    if (past > known) known = past;
  }
  const quiet = 1 / (1 + HUSH * Math.min(1, known / WELL_KNOWN));
  const byHabit = index.wordless ? Float32Array.from(index.words.score(habit)) : null;
  const byWords = index.words.scoreAll([
    [said, quiet * weights.words],
    [widened, quiet * weights.widened],
    [replied, weights.replied],
  ]);

  const evidence: Evidence[] = [];
  for (let item = 0; item < items.length; item++) {
    const question = questions.get(item) ?? null;
    const habits = byHabit && isWordless(items[item]) ? quiet * habitual * (byHabit[item] ?? 0) : 0;
    const { asksOrder = false, opens = false, brevity = 1 } = index.manners[item] ?? {};
    const again = (asksOrder && numbered) || (opens && opened);
    const words = ((byWords[item] ?? 0) + habits) * brevity * (again ? ASKED_ALREADY : 1);
    const past = fromAnswers[item] ?? 0;
    evidence.push({
      item,
      score: past + words + weights.question * (question?.similarity ?? 0),
      uses: index.answered.textsIn(replyOfItem[item] ?? -1),
      answered: past,
      words,
      question,
    });
  }
  return evidence;
}

/** For each script that has one, its example question that is most like what was asked. */
function questionsLike(
  asked: readonly string[],
  nearTo: (text: string) => readonly Match[],
): Map<number, { text: string; similarity: number }> {
  const questions = new Map<number, { text: string; similarity: number }>();
  for (const [back, text] of [...asked].reverse().entries()) {
    for (const { script, question, similarity } of nearTo(text)) {
      const value = similarity * (CONTEXT_WEIGHTS[back] ?? 0);
      if (value > (questions.get(script)?.similarity ?? 0))
        questions.set(script, { text: question, similarity: value });
    }
  }
  return questions;
}

/** In a library where nearly every reply was used once, a second use tells much; where all are used often, little. */
const MOST_DOUBT = 4;
/** Only among many replies is a chance resemblance to one of them likely. */
const MANY_REPLIES = 200;

/** How far a reply's past is believed, by its number of uses: n / (n + doubt). */
export function trustOf(index: SuggestIndex): (uses: number) => number {
  const { used, once } = index.answered;
  const doubt = MOST_DOUBT * (once / Math.max(1, used)) ** 2 * Math.min(1, used / MANY_REPLIES);
  return (uses) => uses / (uses + doubt);
}

/** The words of the replies whose contexts resemble this one most. */
function repliedWords(index: SuggestIndex, answered: Float32Array): Terms {
  const words: Terms = new Map();
  for (const reply of topOf(answered, REPLIES_LOOKED_AT))
    mixTerms(words, gramsOf(index.replies[reply] ?? ''), (answered[reply] ?? 0) ** 2);
  return words;
}
