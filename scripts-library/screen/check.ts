import type { Rule } from '../rule.ts';
import { missingPhrases, nonAnswers, repeats } from './after-turn.ts';
import { compileRules } from './compile.ts';
import type { ScreenContext } from './finding.ts';
import { spellOut } from './phrase.ts';
import { loadRules, screen } from './scan.ts';

/** An example that a rule fails: `trips` it should have raised or `passes` it should not. */
export interface RuleFailure {
  readonly rule: string;
  readonly kind: 'missed' | 'false-alarm' | 'no-example';
  readonly example: string;
}

/** A context in which the rule speaks. */
function contextOf({ scope }: Rule): ScreenContext {
  const [platform] = scope?.platforms ?? [];
  const [stage] = scope?.stages ?? [];
  const [asked] = (scope?.asked ?? []).flatMap(spellOut);
  return {
    by: scope?.by?.[0] ?? 'agent',
    ...(platform === undefined ? {} : { platform }),
    ...(stage === undefined ? {} : { stage }),
    ...(asked === undefined ? {} : { asked }),
  };
}

/** Whether a rule objects to an example. For `repeat` an example is two replies, one a line. */
function objects(rule: Rule): (text: string) => boolean {
  const context = contextOf(rule);
  if (rule.kind === 'non-answer') return (text) => nonAnswers([rule], text, context).length > 0;
  if (rule.kind === 'required') {
    return (text) => missingPhrases([rule], { replies: [text], welcomed: false }, context).length > 0;
  }
  if (rule.kind === 'repeat') {
    return (text) => {
      const [earlier = '', reply = ''] = text.split('\n');
      return repeats([rule], reply, [earlier], context).length > 0;
    };
  }
  const engine = loadRules(compileRules([rule], { packHash: '' }));
  return (text) => screen(engine, text, context).length > 0;
}

/** Runs every rule's own examples, each rule alone so that no other rule hides or drops its hit. */
export function checkRules(rules: readonly Rule[]): RuleFailure[] {
  return rules.flatMap((rule) => {
    const raised = objects(rule);
    const fail = (kind: RuleFailure['kind'], example: string): RuleFailure => ({
      rule: rule.id,
      kind,
      example,
    });
    return [
      ...(rule.trips.length === 0 || rule.passes.length === 0 ? [fail('no-example', '')] : []),
      ...rule.trips.filter((text) => !raised(text)).map((text) => fail('missed', text)),
      ...rule.passes.filter(raised).map((text) => fail('false-alarm', text)),
    ];
  });
}
