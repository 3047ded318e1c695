import { type Pack, scriptsOf } from './pack.ts';
import { nonAnswers } from './screen/after-turn.ts';
import { checkRules } from './screen/check.ts';
import { compileRules } from './screen/compile.ts';
import { loadRules, screen } from './screen/scan.ts';
import type { Script } from './script.ts';
import { fillSlots } from './slots.ts';

/** Why a pack may not be published as it is. */
export interface LintFinding {
  readonly code: 'script-trips-rule' | 'rule-fails-example' | 'few-examples' | 'same-question';
  readonly item: string;
  readonly message: string;
}

const ENOUGH_EXAMPLES = 5;

/** Runs a pack against itself: its rules' examples, its scripts against its rules, its scripts' questions. */
export function lintPack(pack: Pack): LintFinding[] {
  const scripts = scriptsOf(pack);
  return [
    ...checkRules(pack.rules).map(
      ({ rule, kind, example }): LintFinding => ({
        code: 'rule-fails-example',
        item: rule,
        message: `${kind}: ${example}`,
      }),
    ),
    ...trippingScripts(pack, scripts),
    ...scripts.flatMap(fewExamples),
    ...sharedQuestions(scripts),
  ];
}

/** Every wording is screened as it would be sent, with the slots' own words in them. */
function trippingScripts(pack: Pack, scripts: readonly Script[]): LintFinding[] {
  const engine = loadRules(compileRules(pack.rules, { packHash: '' }));
  return scripts.flatMap(({ id, stage, body, variants, intents }) =>
    [body, ...(variants ?? [])].flatMap((wording) => {
      const { text } = fillSlots(wording, {});
      const [asked] = intents.flatMap(({ examples }) => examples);
      const context = { by: 'agent' as const, stage, ...(asked === undefined ? {} : { asked }) };
      const found = [...screen(engine, text, context), ...nonAnswers(pack.rules, text, context)];
      return found.map(
        ({ rule, start, end }): LintFinding => ({
          code: 'script-trips-rule',
          item: id,
          message: `${rule}: ${text.slice(start, end)}`,
        }),
      );
    }),
  );
}

function fewExamples({ id, intents }: Script): LintFinding[] {
  const count = intents.reduce((sum, { examples }) => sum + examples.length, 0);
  if (count >= ENOUGH_EXAMPLES) return [];
  return [{ code: 'few-examples', item: id, message: `${count} of ${ENOUGH_EXAMPLES} example questions` }];
}

/** A question that two scripts claim can only be answered by chance. */
function sharedQuestions(scripts: readonly Script[]): LintFinding[] {
  const owner = new Map<string, string>();
  return scripts.flatMap(({ id, intents }) =>
    intents.flatMap(({ examples }) =>
      examples.flatMap((question): LintFinding[] => {
        const first = owner.get(question);
        if (first === undefined) owner.set(question, id);
        return first === undefined
          ? []
          : [{ code: 'same-question', item: id, message: `${question} is also in ${first}` }];
      }),
    ),
  );
}
