import type { SlotSpan, SlotValues } from './suggest/suggestion.ts';

/**
 * The only slots there are. A pack adds facts of its own as `{{fact.名称}}`, those of its products as `{{商品.名称}}` or
 * `{{product.名称}}`; `{{fill.名称}}` is a hole that only the agent can fill.
 */
export const SLOT_NAMES = [
  '称呼',
  '买家昵称',
  '店铺',
  '客服',
  '订单号',
  '商品',
  '金额',
  '原因',
  '快递公司',
  '快递单号',
  '物流进度',
  '发货时间',
  '预计送达',
  '回复时限',
  '方案',
  '退款进度',
  '会员等级',
  '处理时限',
  '收货地址',
  '规格',
  '日期',
  '优惠',
  'buyer',
  'shop',
  'agent',
  'order',
  'item',
  'reason',
  'carrier',
  'tracking',
  'date',
  'reply time',
  'size',
] as const;

/** A text cut into what is said as it stands and the holes in it. */
export type SlotPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'slot'; readonly name: string; readonly fallback: string | null };

export type SlotProblem = {
  readonly code: 'E_SLOT_SYNTAX' | 'E_SLOT_UNKNOWN';
  readonly at: number;
  readonly shown: string;
};

const SLOT = /\{\{([^{}|]{1,24})(?:\|([^{}|]{0,24}))?\}\}/gu;
const PACK_FACT = /^(?:fact|商品|product|fill)\.[\p{L}\p{N}_-]{1,20}$/u;

/** Cuts a body at its slots. What is no well-formed slot stays text; {@link slotProblems} names it. */
export function slotParts(body: string): SlotPart[] {
  const parts: SlotPart[] = [];
  let from = 0;
  for (const match of body.matchAll(SLOT)) {
    if (match.index > from) parts.push({ kind: 'text', text: body.slice(from, match.index) });
    parts.push({ kind: 'slot', name: (match[1] ?? '').trim(), fallback: match[2] ?? null });
    from = match.index + match[0].length;
  }
  if (from < body.length) parts.push({ kind: 'text', text: body.slice(from) });
  return parts;
}

/** What is wrong with the slots of a body: stray braces, or names that nobody can fill. */
export function slotProblems(body: string): SlotProblem[] {
  const problems: SlotProblem[] = [];
  const rest = body.replace(SLOT, (found, name: string, _fallback, at: number) => {
    const known = (SLOT_NAMES as readonly string[]).includes(name.trim()) || PACK_FACT.test(name.trim());
    if (!known) problems.push({ code: 'E_SLOT_UNKNOWN', at, shown: name });
    return ' '.repeat(found.length);
  });
  const stray = rest.search(/\{\{|\}\}/u);
  if (stray >= 0) problems.push({ code: 'E_SLOT_SYNTAX', at: stray, shown: body.slice(stray, stray + 12) });
  return problems;
}

/** A nickname that the console masked (`张**`) or that is a number is no name: nobody is addressed by it. */
export function isUsableName(name: string): boolean {
  const bare = name.trim();
  if (bare === '' || [...bare].length > 12) return false;
  if (/[*＊•●×]|\.{2,}|…|匿名|用户\d|^(?:tb|jd|wx|user|buyer|u)[-_]?\d/iu.test(bare)) return false;
  return /\p{L}/u.test(bare) && !/\d{4,}/u.test(bare);
}

const PERSON_SLOTS: ReadonlySet<string> = new Set(['买家昵称', 'buyer']);

/**
 * The text as it would be placed. A slot takes its value, else its fallback; without either it shows its name in
 * 【】 and stays `missing`, for the agent to fill. 买家昵称 falls back to the house salutation before its own word.
 */
export function fillSlots(
  body: string,
  values: SlotValues,
): { readonly text: string; readonly slots: readonly SlotSpan[] } {
  let text = '';
  const slots: SlotSpan[] = [];
  for (const part of slotParts(body)) {
    if (part.kind === 'text') {
      text += part.text;
      continue;
    }
    const value = valueFor(part.name, values) ?? part.fallback;
    const start = text.length;
    text += value ?? `【${part.name.replace('fill.', '')}】`;
    slots.push({ start, end: text.length, name: part.name, state: value === null ? 'missing' : 'filled' });
  }
  return { text, slots };
}

function valueFor(name: string, values: SlotValues): string | null {
  const value = Object.hasOwn(values, name) ? values[name]?.trim() : undefined;
  if (PERSON_SLOTS.has(name)) {
    if (value !== undefined && isUsableName(value)) return value;
    return name === '买家昵称' ? valueFor('称呼', values) : null;
  }
  return value ? value : null;
}
