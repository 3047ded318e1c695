import { type Pack, scriptsOf } from './pack.ts';
import { issue, type PackIssue } from './pack-issue.ts';
import { nonAnswers } from './screen/after-turn.ts';
import { checkRules } from './screen/check.ts';
import { compileRules } from './screen/compile.ts';
import { loadRules, type Screen, screen } from './screen/scan.ts';
import type { Script } from './script.ts';
import { fillSlots } from './slots.ts';

const ENOUGH_EXAMPLES = 5;

/**
 * Runs a pack against itself: its rules' examples, its scripts against its rules, its scripts' questions. A pack with
 * an error among these may not be published.
 */
export function lintPack(pack: Pack): PackIssue[] {
  const scripts = scriptsOf(pack);
  return [
    ...checkRules(pack.rules).map(({ rule, kind, example }) =>
      issue('E_RULE_EXAMPLE', `rules/${rule}`, `${rule} (${kind}) ${example}`),
    ),
    ...trippingScripts(pack, scripts),
    ...scripts.flatMap(fewExamples),
    ...sharedQuestions(scripts),
  ];
}

function trippingScripts(pack: Pack, scripts: readonly Script[]): PackIssue[] {
  const engine = loadRules(compileRules(pack.rules, { packHash: '' }));
  return scripts.flatMap((script) =>
    trips(engine, pack, script).map((words) => issue('E_SCRIPT_TRIPS', `scripts/${script.id}`, words)),
  );
}

/** Every wording is screened as it would be sent, with the slots' own words in them. */
export function trips(engine: Screen, { rules }: Pick<Pack, 'rules'>, script: Script): string[] {
  const { id, stage, body, variants, intents } = script;
  return [body, ...(variants ?? [])].flatMap((wording) => {
    const { text } = fillSlots(wording, {});
    const [asked] = intents.flatMap(({ examples }) => examples);
    const context = { by: 'agent' as const, stage, ...(asked === undefined ? {} : { asked }) };
    const found = [...screen(engine, text, context), ...nonAnswers(rules, text, context)];
    return found.map(({ rule, start, end }) => `${id}: ${text.slice(start, end)} (${rule})`);
  });
}

function fewExamples({ id, intents }: Script): PackIssue[] {
  const count = intents.reduce((sum, { examples }) => sum + examples.length, 0);
  return count >= ENOUGH_EXAMPLES
    ? []
    : [issue('W_FEW_EXAMPLES', `scripts/${id}`, `${id} ${count}/${ENOUGH_EXAMPLES}`)];
}

/** A question that two scripts claim can only be answered by chance. */
function sharedQuestions(scripts: readonly Script[]): PackIssue[] {
  const owner = new Map<string, string>();
  return scripts.flatMap(({ id, intents }) =>
    intents.flatMap(({ examples }) =>
      examples.flatMap((question): PackIssue[] => {
        const first = owner.get(question);
        if (first === undefined) owner.set(question, id);
        return first === undefined
          ? []
          : [issue('W_SAME_QUESTION', `scripts/${id}`, `${question} (${first}, ${id})`)];
      }),
    ),
  );
}
