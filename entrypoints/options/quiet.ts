import { adapters } from '../../adapters/registry.ts';
import type { QuietRow } from '../../components/options/view.ts';
import type { Rule } from '../../scripts-library/rule.ts';
import type { QuietRule } from '../../storage/quiet.ts';

/** Silenced rules by the names that people know; the id of a rule or console that is no longer shipped. */
export function quietRows(quiet: readonly QuietRule[], rules: readonly Rule[]): QuietRow[] {
  return quiet.map((one) => ({
    ...one,
    title: rules.find(({ id }) => id === one.rule)?.title ?? one.rule,
    consoleName: adapters.find(({ id }) => id === one.console)?.label ?? one.console,
  }));
}
