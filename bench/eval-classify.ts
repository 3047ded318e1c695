import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPack } from '../cli/packs.ts';
import { Classifier, type Confirmed, classesOf } from '../scripts-library/classify/classifier.ts';
import { type CaseClass, CLASSES } from '../scripts-library/pack-sections.ts';
import { foldOf } from './suggest/split.ts';

/**
 * `tsx bench/eval-classify.ts DATA` prints, for the buyers' turns of `jddc_case_class_dev.jsonl`, how often the class
 * is right. The split: dialogue `id` hashed modulo 5; fold 0 is held back and was never tuned on, `cross` tests each
 * of folds 1 to 4 on the rest. Accuracy and macro-F1 over the named turns (a missing answer is wrong); `macro-F1 all`
 * counts answers to unnamed turns against a class as well; silent is the share of unnamed turns without an answer.
 */
const [data] = process.argv.slice(2);
if (data === undefined) throw new Error('usage: eval:classify -- DATA');

interface Dialogue {
  readonly id: string;
  readonly turns: readonly { readonly buyer: string; readonly agent_after: string; readonly class: string }[];
}
/** Buyers' turns before the one to judge. */
const CONTEXT = 10;

interface Case extends Confirmed {
  readonly fold: number;
}

const cases = readFileSync(join(data, 'jddc_case_class_dev.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .flatMap((line): Case[] => {
    const { id, turns } = JSON.parse(line) as Dialogue;
    return turns.map((turn, at) => ({
      fold: foldOf(id),
      category: turn.class === 'other' ? null : (turn.class as CaseClass),
      conversation: [
        ...turns
          .slice(Math.max(0, at - CONTEXT), at)
          .flatMap(({ buyer, agent_after }) => [
            { by: 'buyer', text: buyer } as const,
            ...(agent_after === '' ? [] : [{ by: 'agent', text: agent_after } as const]),
          ]),
        { by: 'buyer', text: turn.buyer },
      ],
    }));
  });

const classes = classesOf(await readPack('base'));

interface Judged {
  readonly right: CaseClass | null;
  readonly said: CaseClass | null;
}

function macroF1(judged: readonly Judged[]): number {
  const scores = CLASSES.map((name) => {
    const hits = judged.filter(({ right, said }) => right === name && said === name).length;
    const all = judged.filter(({ right }) => right === name).length;
    const said = judged.filter((each) => each.said === name).length;
    return hits === 0 ? 0 : (2 * hits) / (all + said);
  });
  return scores.reduce((sum, each) => sum + each, 0) / scores.length;
}

function print(set: string, judged: readonly Judged[]): void {
  const named = judged.filter(({ right }) => right !== null);
  const unnamed = judged.filter(({ right }) => right === null);
  const share = (list: readonly Judged[], of: (each: Judged) => boolean) =>
    (list.filter(of).length / Math.max(1, list.length)).toFixed(3);
  console.log(
    `${set.padEnd(24)} accuracy ${share(named, ({ right, said }) => right === said)}  macro-F1 ${macroF1(named).toFixed(3)}  macro-F1 all ${macroF1(judged).toFixed(3)}  silent ${share(unnamed, ({ said }) => said === null)}  of ${named.length} named, ${unnamed.length} unnamed`,
  );
}

for (const [part, folds] of [
  ['held back', [0]],
  ['cross', [1, 2, 3, 4]],
] as const) {
  const cold = Classifier.of(classes);
  const judge = (engine: Classifier, fold: number): Judged[] =>
    cases
      .filter((each) => each.fold === fold)
      .map(({ category, conversation }) => ({
        right: category,
        said: engine.classify(conversation).category,
      }));
  print(
    `shipped, ${part}`,
    folds.flatMap((fold) => judge(cold, fold)),
  );
  print(
    `with history, ${part}`,
    folds.flatMap((fold) =>
      judge(
        Classifier.of(
          classes,
          cases.filter((each) => each.fold !== fold),
        ),
        fold,
      ),
    ),
  );
}
