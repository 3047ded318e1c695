import type { RuleNote } from './finding.ts';

/** Rules made ready for scanning: plain JSON (typed arrays as base64), so that it travels as a message. */
export interface CompiledRules {
  readonly version: 1;
  readonly packHash: string;
  readonly notes: Readonly<Record<string, RuleNote>>;
}
