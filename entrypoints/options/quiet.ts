import { adapters } from '../../adapters/registry.ts';
import type { QuietRow } from '../../components/options/view.ts';
import type { Rule } from '../../scripts-library/rule.ts';
import type { QuietRule } from '../../storage/quiet.ts';

/** A console by the name that people know. */
export const consoleName = (id: string): string => adapters.find((one) => one.id === id)?.label ?? id;

/** Silenced rules by the names that people know; the id of a rule or console that is no longer shipped. */
export function quietRows(quiet: readonly QuietRule[], rules: readonly Rule[]): QuietRow[] {
  return quiet.map((one) => ({
    ...one,
    title: rules.find(({ id }) => id === one.rule)?.title ?? one.rule,
    consoleName: consoleName(one.console),
  }));
}
