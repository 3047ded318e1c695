import { issue, type PackIssue, type PackIssueCode } from './pack-issue.ts';
import { PACK_LIMITS } from './pack-limits.ts';

export type JsonResult =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: PackIssue };

const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);
const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const SPACE = /[ \t\n\r]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON allows none in a string
const PLAIN = /[^"\\\u0000-\u001f]*/y;

class Stop extends Error {
  readonly found: PackIssue;
  constructor(found: PackIssue) {
    super(found.code);
    this.found = found;
  }
}

/**
 * JSON (RFC 8259) as a file from somebody else must be read: one value and nothing after it, no key twice in one
 * object (`JSON.parse` silently keeps the last), no key that reaches for a prototype, no nesting beyond the limit,
 * no number that a double cannot hold exactly as an integer, no lone surrogate. Objects have no prototype's keys.
 */
export function parseStrictJson(text: string): JsonResult {
  const reader = new Reader(text);
  try {
    return { ok: true, value: reader.all() };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, error: error.found };
    throw error;
  }
}

class Reader {
  readonly #text: string;
  #at = 0;
  readonly #path: (string | number)[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  all(): unknown {
    this.#space();
    const value = this.#value(1);
    this.#space();
    if (this.#at < this.#text.length) this.#stop('E_TRAILING_DATA');
    return value;
  }

  #stop(code: PackIssueCode, message = '', at = this.#at): never {
    const before = this.#text.slice(0, at);
    const line = before.split('\n').length;
    const column = at - before.lastIndexOf('\n');
    const words = code === 'E_NOT_JSON' ? `${line}:${column}` : message;
    throw new Stop(issue(code, this.#path.join('.'), words, { line, column }));
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const [found = ''] = pattern.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }

  #space(): void {
    this.#take(SPACE);
  }

  #value(depth: number): unknown {
    if (depth > PACK_LIMITS.depth) this.#stop('E_TOO_DEEP');
    switch (this.#text[this.#at]) {
      case '{':
        return this.#object(depth);
      case '[':
        return this.#list(depth);
      case '"':
        return this.#string();
      case 't':
        return this.#word('true', true);
      case 'f':
        return this.#word('false', false);
      case 'n':
        return this.#word('null', null);
      default:
        return this.#number();
    }
  }

  #word<T>(word: string, value: T): T {
    if (!this.#text.startsWith(word, this.#at)) this.#stop('E_NOT_JSON');
    this.#at += word.length;
    return value;
  }

  #number(): number {
    const start = this.#at;
    const written = this.#take(NUMBER);
    if (written === '') this.#stop('E_NOT_JSON');
    const value = Number(written);
    const whole = !/[.eE]/.test(written);
    if (!Number.isFinite(value) || Object.is(value, -0) || (whole && !Number.isSafeInteger(value)))
      this.#stop('E_NUMBER', written, start);
    return value;
  }

  #string(): string {
    const start = this.#at;
    this.#at += 1;
    let value = '';
    for (;;) {
      value += this.#take(PLAIN);
      const char = this.#text[this.#at];
      if (char === '"') break;
      if (char !== '\\') this.#stop(char === undefined ? 'E_NOT_JSON' : 'E_CONTROL_CHAR', 'U+00xx');
      value += this.#escape();
    }
    this.#at += 1;
    if (!value.isWellFormed()) this.#stop('E_UNICODE_ILLFORMED', '', start);
    return value;
  }

  #escape(): string {
    const kind = this.#text[this.#at + 1] ?? '';
    if (kind !== 'u') {
      const value = Object.hasOwn(ESCAPES, kind) ? ESCAPES[kind] : undefined;
      if (value === undefined) this.#stop('E_NOT_JSON');
      this.#at += 2;
      return value;
    }
    const digits = this.#text.slice(this.#at + 2, this.#at + 6);
    if (!/^[0-9a-fA-F]{4}$/.test(digits)) this.#stop('E_NOT_JSON');
    this.#at += 6;
    return String.fromCharCode(Number.parseInt(digits, 16));
  }

  #list(depth: number): unknown[] {
    const items: unknown[] = [];
    this.#members(']', () => {
      this.#path.push(items.length);
      items.push(this.#value(depth + 1));
      this.#path.pop();
    });
    return items;
  }

  #object(depth: number): Record<string, unknown> {
    const members = new Map<string, unknown>();
    this.#members('}', () => {
      const at = this.#at;
      if (this.#text[at] !== '"') this.#stop('E_NOT_JSON');
      const key = this.#string();
      this.#path.push(key);
      if (FORBIDDEN.has(key)) this.#stop('E_FORBIDDEN_KEY', key, at);
      if (members.has(key)) this.#stop('E_DUPLICATE_KEY', key, at);
      this.#space();
      if (this.#text[this.#at] !== ':') this.#stop('E_NOT_JSON');
      this.#at += 1;
      this.#space();
      members.set(key, this.#value(depth + 1));
      this.#path.pop();
    });
    return Object.fromEntries(members);
  }

  /** What stands between brackets, with a comma between any two and none after the last. */
  #members(close: string, one: () => void): void {
    this.#at += 1;
    this.#space();
    if (this.#text[this.#at] === close) {
      this.#at += 1;
      return;
    }
    for (;;) {
      one();
      this.#space();
      const char = this.#text[this.#at];
      if (char !== ',' && char !== close) this.#stop('E_NOT_JSON');
      this.#at += 1;
      if (char === close) return;
      this.#space();
    }
  }
}
