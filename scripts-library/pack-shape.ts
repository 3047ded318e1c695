import type { z } from 'zod';
import { editDistance } from '../core/edit-distance.ts';
import { issue, type PackIssue } from './pack-issue.ts';

/** A field that people reach for when they want to write a pattern. */
const PATTERN_FIELDS: ReadonlySet<string> = new Set(['regex', 'regexp', 'pattern', 'patterns', 'match']);
const FIELDS = (
  'format id version title publisher layer platforms effective expiry minAppVersion license prepared reviewed ' +
  'approved rules scripts facts products notices categories profiles rubrics forms flows shifts adapters drills ' +
  'tests signature kind language stage intents body variants branches holding gloss owner reviewBy note source name ' +
  'examples when script reason basis confidence instead category level message why clause penalty phrases shapes ' +
  'near clues unless notAfter notBefore disguised whole replacement scope withoutFolds trips passes seenOn by stages ' +
  'asked exceptNegated exceptOwnPlatform within value items names attributes questions faults item shop platform ask answer sign ' +
  'help mustRead class children text buyer on'
).split(' ');

function nearest(unknown: string): string {
  let best = { name: '', cost: 3 };
  for (const name of FIELDS) {
    const cost = editDistance([unknown.slice(0, 40)], name);
    if (cost < best.cost) best = { name, cost };
  }
  return best.name === '' ? unknown : `${unknown} → ${best.name}?`;
}

const valueAt = (json: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    json,
  );

const sizeOf = (value: unknown): number | undefined =>
  typeof value === 'string' || Array.isArray(value)
    ? value.length
    : typeof value === 'number'
      ? value
      : undefined;

/** What a schema has to say, in our own codes. `json` is the value that it looked at. */
export function shapeIssues(found: readonly z.core.$ZodIssue[], json: unknown): PackIssue[] {
  return found.flatMap((one) => shapeIssue(one, json, []));
}

function shapeIssue(one: z.core.$ZodIssue, json: unknown, above: readonly PropertyKey[]): PackIssue[] {
  const keys = [...above, ...one.path];
  const path = keys.map(String).join('.');
  switch (one.code) {
    case 'unrecognized_keys':
      return one.keys.map((key) =>
        PATTERN_FIELDS.has(key) && keys[0] === 'rules'
          ? issue('E_REGEX_NOT_ALLOWED', path)
          : issue('E_UNKNOWN_FIELD', path, nearest(key)),
      );
    case 'too_big': {
      const actual = sizeOf(valueAt(json, keys));
      const code = keys.at(-1) === 'version' ? 'E_NUMBER' : 'E_LIMIT';
      return [issue(code, path, `${path} ≤ ${one.maximum}${actual === undefined ? '' : `, ${actual}`}`)];
    }
    case 'invalid_type':
      if (one.expected === 'int' || (one.expected === 'number' && typeof valueAt(json, keys) === 'number'))
        return [issue('E_NUMBER', path, path)];
      return [issue('E_SCHEMA', path, `${path === '' ? 'root' : path}: ${one.expected}`)];
    case 'too_small':
      return [issue(isPhrase(keys) ? 'E_PHRASE_EMPTY' : 'E_SCHEMA', path, `${path}: empty`)];
    case 'invalid_union': {
      // The member that got furthest says what is wrong; its paths are below the union's own.
      const [closest] = [...one.errors].sort((a, b) => a.length - b.length);
      if (closest && closest.length > 0) return closest.flatMap((each) => shapeIssue(each, json, keys));
      return [issue('E_SCHEMA', path, `${path}: ${one.message}`)];
    }
    default:
      return [issue('E_SCHEMA', path, `${path}: ${one.message}`)];
  }
}

/** Whether a place is one of a rule's phrases: an empty one would flag everything. */
const isPhrase = (path: readonly PropertyKey[]): boolean =>
  path[0] === 'rules' &&
  ['phrases', 'unless', 'notAfter', 'notBefore', 'asked'].some((name) => path.includes(name));
