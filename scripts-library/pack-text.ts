import { codePoint, issue, type PackIssue } from './pack-issue.ts';

/**
 * What texts may not hold, whatever they are for: half characters, controls, marks that turn the direction of
 * writing (CVE-2021-42574, “Trojan Source”), towers of combining marks. Names and ids may hold nothing invisible
 * either; a phrase may, and is warned about, since matching drops it; in a body it joins emoji.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/u;
const BIDI = /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/u;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad\u180e\u{e0000}-\u{e007f}]/u;
const TOWER = /\p{M}{9,}/u;
const MARKUP = /<\/?[a-z][^>]*>|javascript:/iu;
/** Letters of two scripts that share shapes, in one word. */
const LATIN = /\p{Script=Latin}/u;
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

const NAMES: ReadonlySet<string> = new Set(['id', 'title', 'publisher', 'name', 'license', 'by', 'format']);
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const PHRASES: ReadonlySet<string> = new Set(['phrases', 'unless', 'notAfter', 'notBefore', 'asked']);

/** Goes through every text and key of a value. Also for values that no strict JSON reader has seen (YAML, sheets). */
export function textIssues(value: unknown): PackIssue[] {
  const found: PackIssue[] = [];
  /** `field` is the key that the value stands under, whatever lists are between. */
  const walk = (one: unknown, path: string, field: string, depth: number): void => {
    if (depth > 17) {
      found.push(issue('E_TOO_DEEP', path));
      return;
    }
    if (typeof one === 'string') found.push(...issuesOf(one, path, field));
    else if (typeof one === 'number' && !(Number.isFinite(one) && !Object.is(one, -0)))
      found.push(issue('E_NUMBER', path, String(one)));
    else if (Array.isArray(one))
      for (const [index, each] of one.entries()) walk(each, `${path}.${index}`, field, depth + 1);
    else if (typeof one === 'object' && one !== null)
      for (const [key, each] of Object.entries(one)) {
        const at = path === '' ? key : `${path}.${key}`;
        if (FORBIDDEN.has(key)) found.push(issue('E_FORBIDDEN_KEY', at, key));
        else {
          found.push(...issuesOf(key, at, 'name').filter(({ code }) => code.startsWith('E_')));
          walk(each, at, key, depth + 1);
        }
      }
  };
  walk(value, '', '', 1);
  return found;
}

function issuesOf(text: string, path: string, field: string): PackIssue[] {
  if (!text.isWellFormed()) return [issue('E_UNICODE_ILLFORMED', path)];
  const found: PackIssue[] = [];
  const [control] = CONTROL.exec(text) ?? [];
  if (control !== undefined) found.push(issue('E_CONTROL_CHAR', path, codePoint(control)));
  const [bidi] = BIDI.exec(text) ?? [];
  if (bidi !== undefined) found.push(issue('E_BIDI_CONTROL', path, codePoint(bidi)));
  const [invisible] = INVISIBLE.exec(text) ?? [];
  if (invisible !== undefined && NAMES.has(field))
    found.push(issue('E_INVISIBLE_CHAR', path, codePoint(invisible)));
  if (invisible !== undefined && PHRASES.has(field))
    found.push(issue('W_INVISIBLE_CHAR', path, codePoint(invisible)));
  if (TOWER.test(text)) found.push(issue('E_COMBINING_RUN', path));
  if (NAMES.has(field)) {
    const mixed = text.split(/[^\p{L}\p{M}]+/u).find((word) => LATIN.test(word) && LOOKALIKE.test(word));
    if (mixed !== undefined) found.push(issue('W_CONFUSABLE', path, mixed));
  }
  if (!PHRASES.has(field) && MARKUP.test(text)) found.push(issue('I_MARKUP_LITERAL', path, text));
  return found;
}
