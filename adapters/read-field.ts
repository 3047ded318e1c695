import type { Css, Field, TextSpot } from './define.ts';
import { at, attribute, get, type Scope, textOf } from './dom.ts';

/** Longest id or name that is taken for one. */
const FIELD_CAP = 200;

/** The selector that a field or a place of words begins with; null for one that is read from the address. */
export function cssOf(spot: Field | TextSpot): Css | null {
  if (typeof spot === 'string') return spot;
  if ('after' in spot) return spot.after;
  return 'css' in spot ? spot.css : null;
}

/** The first of the ranked fields that gives a string in this scope; null if none is there, filled and of its shape. */
export function readField(scope: Scope, ...fields: readonly Field[]): string | null {
  for (const field of fields) {
    const value = read(scope, typeof field === 'string' ? { css: field } : field);
    if (value) return value.slice(0, FIELD_CAP);
  }
  return null;
}

function read(scope: Scope, field: Exclude<Field, string>): string {
  if ('url' in field) return fromAddress(scope, field.url);
  const { css, attribute: name, split, template, without = [] } = field;
  const element = at(scope, css);
  let value = (element && (name ? attribute(element, name) : textOf(element, FIELD_CAP)))?.trim() ?? '';
  if (split) value = value.split(split.by)[split.part] ?? '';
  if (template) value = fromTemplate(value, template);
  for (const [open, close] of without) value = cut(value, open, close);
  return value.trim();
}

function fromAddress(scope: Scope, url: string): string {
  const page = get(scope, 'ownerDocument') ?? (scope as Document);
  const address = get(page, 'URL');
  const [head = ''] = url.split('{id}');
  const start = address.indexOf(head);
  const [id = ''] = start < 0 ? [] : address.slice(start + head.length).split(/[/?#&]/);
  try {
    return decodeURIComponent(id);
  } catch {
    // A stray percent sign: then it is as it is written.
    return id;
  }
}

function fromTemplate(value: string, template: string): string {
  const [head = '', tail = ''] = template.split('{id}');
  if (!value.toLowerCase().startsWith(head.toLowerCase())) return '';
  const rest = value.slice(head.length);
  return tail ? rest.slice(0, Math.max(0, rest.indexOf(tail))) : rest;
}

function cut(value: string, open: string, close: string): string {
  const start = value.indexOf(open);
  if (start < 0) return value;
  const end = close ? value.indexOf(close, start + open.length) : value.length;
  return end < 0 ? value : value.slice(0, start) + value.slice(end + close.length);
}
