import type { Rule } from '../rule.ts';
import { compileRules } from './compile.ts';
import { loadRules, screen } from './scan.ts';

/** An example that a rule fails: `trips` it should have raised or `passes` it should not. */
export interface RuleFailure {
  readonly rule: string;
  readonly kind: 'missed' | 'false-alarm' | 'no-example';
  readonly example: string;
}

/** Runs every rule's own examples, each rule alone so that no other rule hides or drops its hit. */
export function checkRules(rules: readonly Rule[]): RuleFailure[] {
  return rules.flatMap((rule) => {
    const engine = loadRules(compileRules([rule], { packHash: '' }));
    const raised = (text: string): boolean =>
      screen(engine, text, { by: rule.scope?.by?.[0] ?? 'agent' }).length > 0;
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
