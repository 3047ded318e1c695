import { parseDocument } from 'yaml';
import { issue, type PackIssue } from '../pack-issue.ts';

export type YamlResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly errors: readonly PackIssue[] };

/** Deeper than any pack; a reader that follows a file deeper runs out of stack. */
const DEEP = /(?:[[{]\s*){40}|^(?: {2,}){60}\S|^(?:- ){40}/mu;

/** Reads YAML 1.2 strictly: no key twice, no tags of other programs, aliases only as far as a person would use them. */
export function readYaml(text: string): YamlResult {
  if (DEEP.test(text)) return { ok: false, errors: [issue('E_TOO_DEEP', '')] };
  const document = parseDocument(text, {
    uniqueKeys: true,
    schema: 'core',
    customTags: [],
    strict: true,
    stringKeys: true,
  });
  if (document.errors.length > 0) {
    const errors = document.errors.slice(0, 20).map((error) => {
      const [start] = error.linePos ?? [];
      const at = start ? { line: start.line, column: start.col } : {};
      const [first = ''] = error.message.split('\n');
      return error.code === 'DUPLICATE_KEY'
        ? issue('E_DUPLICATE_KEY', '', keyAt(text, start?.line), at)
        : issue('E_NOT_YAML', '', first.replace(/ at line \d+.*$/u, ''), at);
    });
    return { ok: false, errors };
  }
  try {
    return { ok: true, value: document.toJS({ maxAliasCount: 50 }) };
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    return { ok: false, errors: [issue('E_NOT_YAML', '', 'alias')] };
  }
}

const keyAt = (text: string, line: number | undefined): string =>
  (line === undefined ? '' : (text.split('\n')[line - 1] ?? '')).split(':')[0]?.trim() ?? '';
