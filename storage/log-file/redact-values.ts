import type { ChatEvent } from '../../core/event.ts';
import { classOf, type Values } from '../../core/evidence/private.ts';
import { redact } from '../../core/redact/redact.ts';

/** Fields whose whole value is a person's, whatever it looks like. */
const PERSONAL_FIELD = /联系|电话|手机|地址|姓名|收货人|收件人|微信|qq|phone|mobile|contact|address|name/iu;

/**
 * Private values as they leave the machine. Words as typed leave only in full. Everything else is redacted once more
 * with today's rules, and a case's fields of contact or address are left as a placeholder.
 */
export function redactValues(kind: ChatEvent['kind'], values: Values, { full }: { full: boolean }): Values {
  if (full) return values;
  const kept = Object.entries(values).filter(([field]) => classOf(kind, field) !== 'raw');
  return Object.fromEntries(kept.map(([field, value]) => [field, redacted(field, value)]));
}

function redacted(name: string, value: unknown): unknown {
  if (typeof value === 'string')
    return PERSONAL_FIELD.test(name) && value !== '' ? '⟦个人信息⟧' : redact(value).text;
  if (Array.isArray(value)) return value.map((member) => redacted(name, member));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, redacted(key, member)]));
}
