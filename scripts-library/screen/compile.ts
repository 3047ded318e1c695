import type { Level } from '../../core/event.ts';
import type { Rule } from '../rule.ts';
import type { RuleNote } from './finding.ts';

/** Rules made ready for scanning: plain JSON (typed arrays as base64), so that it travels as a message. */
export interface CompiledRules {
  readonly version: 1;
  readonly packHash: string;
  readonly notes: Readonly<Record<string, RuleNote>>;
  readonly rules: readonly { readonly id: string; readonly level: Level }[];
}

/** Makes rules ready for scanning. `packHash` names the packs that they came from. */
export function compileRules(rules: readonly Rule[], { packHash }: { packHash: string }): CompiledRules {
  return { version: 1, packHash, notes: {}, rules: rules.map(({ id, level }) => ({ id, level })) };
}
