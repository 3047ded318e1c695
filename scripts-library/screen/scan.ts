import type { CompiledRules } from './compile.ts';
import type { Finding, ScreenContext } from './finding.ts';

/** Compiled rules, unpacked for scanning. Build once, use for every keystroke. */
export interface Screen {
  readonly rules: CompiledRules;
}

/** Unpacks compiled rules for scanning. */
export function loadRules(compiled: CompiledRules): Screen {
  return { rules: compiled };
}

/** What the rules object to in `text`, in text order: half-open UTF-16 spans of the text as typed. */
export function screen(_screen: Screen, _text: string, _context: ScreenContext): Finding[] {
  return [];
}
