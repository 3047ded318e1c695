/** Deeper values are refused: nothing of ours nests so far, and recursion must end before the stack does. */
const MAX_DEPTH = 16;

/** A value that has no canonical form: a lone surrogate, a number that is not finite, a cycle, a function. */
export class CanonicalError extends Error {
  override readonly name = 'CanonicalError';
}

/**
 * The one JSON text of a value, by RFC 8785 (JSON Canonicalization Scheme): keys sorted by UTF-16 unit, no
 * space, numbers and strings as ECMAScript writes them. Members that are `undefined` are left out, as JSON does.
 * Equal values give equal bytes, so a text can be hashed, and `canonical(JSON.parse(text)) === text` proves that
 * a text holds no second key of the same name, no odd number and no stray space.
 *
 * @throws {CanonicalError}
 */
export function canonical(value: unknown): string {
  const sorted = ordered(value, 0);
  // The platform writes an object faster than we do, once its keys stand in order.
  return sorted === UNORDERED ? write(value, 0) : JSON.stringify(sorted);
}

/** What can't be put in order: objects list keys that look like numbers first, whatever the order they came in. */
const UNORDERED = Symbol('unordered');
const ODD_KEY = /^(?:\d|__proto__$)/;

/** The value with all keys in order and nothing undefined, made anew. */
function ordered(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) {
    checkLeaf(value);
    return value;
  }
  if (depth >= MAX_DEPTH) return UNORDERED;
  if (Array.isArray(value)) {
    const items: unknown[] = [];
    for (const item of value) {
      const sorted = ordered(item, depth + 1);
      if (sorted === UNORDERED) return UNORDERED;
      items.push(sorted);
    }
    return items;
  }
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[key];
    if (member === undefined) continue;
    if (ODD_KEY.test(key)) return UNORDERED;
    checkLeaf(key);
    const below = ordered(member, depth + 1);
    if (below === UNORDERED) return UNORDERED;
    sorted[key] = below;
  }
  return sorted;
}

function checkLeaf(value: unknown): void {
  if (typeof value === 'string') {
    if (!value.isWellFormed()) throw new CanonicalError('a lone surrogate');
  } else if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new CanonicalError('a number that is not finite');
  } else if (typeof value !== 'boolean' && value !== null) throw new CanonicalError(`a ${typeof value}`);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new CanonicalError('nested too deep');
  switch (typeof value) {
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value)
        ? writeArray(value, depth)
        : writeObject(value as Record<string, unknown>, depth);
    default:
      checkLeaf(value);
      return JSON.stringify(value);
  }
}

const writeArray = (items: readonly unknown[], depth: number): string =>
  `[${items.map((item) => write(item, depth + 1)).join(',')}]`;

function writeObject(value: Record<string, unknown>, depth: number): string {
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${write(key, depth + 1)}:${write(member, depth + 1)}`);
  }
  return `{${members.join(',')}}`;
}
