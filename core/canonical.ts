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
  return write(value, 0);
}

function write(value: unknown, depth: number): string {
  if (depth > MAX_DEPTH) throw new CanonicalError('nested too deep');
  switch (typeof value) {
    case 'string':
      if (!value.isWellFormed()) throw new CanonicalError('a lone surrogate');
      return JSON.stringify(value);
    case 'number':
      if (!Number.isFinite(value)) throw new CanonicalError('a number that is not finite');
      return JSON.stringify(value);
    case 'boolean':
      return value ? 'true' : 'false';
    case 'object':
      if (value === null) return 'null';
      return Array.isArray(value)
        ? writeArray(value, depth)
        : writeObject(value as Record<string, unknown>, depth);
    default:
      throw new CanonicalError(`a ${typeof value}`);
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
