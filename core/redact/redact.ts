import { accounts, emails } from './accounts.ts';
import { addresses } from './address.ts';
import { fold, hasHanDigits } from './fold.ts';
import { bankCards, idCards, landlines, mobiles } from './numbers.ts';
import { people } from './people.ts';

export type PersonalKind =
  | 'mobile'
  | 'landline'
  | 'id-card'
  | 'bank-card'
  | 'email'
  | 'wechat'
  | 'qq'
  | 'address'
  | 'name';

/** A place in a text that holds a personal value: a half-open span in UTF-16 units. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalKind;
}

/** What stands in the text instead. The brackets are rare in chats, so a placeholder is never taken for a word. */
export const PLACEHOLDERS: Readonly<Record<PersonalKind, string>> = {
  mobile: '⟦手机号⟧',
  landline: '⟦电话⟧',
  'id-card': '⟦身份证号⟧',
  'bank-card': '⟦银行卡号⟧',
  email: '⟦邮箱⟧',
  wechat: '⟦微信号⟧',
  qq: '⟦QQ号⟧',
  address: '⟦地址⟧',
  name: '⟦姓名⟧',
};

export interface Redacted {
  readonly text: string;
  /** What was cut, in the text as typed, in order, without overlap. */
  readonly cuts: readonly Cut[];
}

/**
 * Replaces a buyer's personal values by typed placeholders: mobile and landline numbers, identity and bank card
 * numbers, e-mail, WeChat and QQ accounts, addresses, names where the text says so, also when written full-width, grouped,
 * stretched, with invisible characters or in Chinese figures. Order, parcel and item numbers, prices and dates stay.
 * The result is de-identified, not anonymous.
 */
export const redact = (typed: string): Redacted => without(typed, findPersonal(typed));

/** Kept by no policy: identity and bank numbers, and where somebody lives. */
const NEVER_KEPT: ReadonlySet<PersonalKind> = new Set(['id-card', 'bank-card', 'address']);

/** A text as typed but for what no policy keeps. Overlaps count as what is never kept. */
export function redactNeverKept(typed: string): string {
  const all = findPersonal(typed, NEVER_KEPT);
  return without(typed, all).text;
}

function without(typed: string, cuts: readonly Cut[]): Redacted {
  let text = '';
  let at = 0;
  for (const cut of cuts) {
    text += typed.slice(at, cut.start) + PLACEHOLDERS[cut.kind];
    at = cut.end;
  }
  return { text: text + typed.slice(at), cuts };
}

/** What was cut already: its word must not announce what stands behind it, as 「地址」 would. */
const PLACED = /⟦[^⟦⟧]{1,6}⟧/gu;

const NUMBERS = [idCards, bankCards, mobiles, landlines] as const;
/** The shortest number of a person's that these find is a passport's: seven figures. Most lines of a chat hold fewer. */
const mayHoldNumber = (text: string): boolean => (text.match(/\d/g)?.length ?? 0) >= 7;

function findPersonal(typed: string, only?: ReadonlySet<PersonalKind>): Cut[] {
  const open = typed.replace(PLACED, (placed) => '⟦'.repeat(placed.length));
  const plain = fold(open);
  const figures = hasHanDigits(plain.text) ? fold(open, { hanDigits: true }) : null;
  const found = [
    ...[...(mayHoldNumber(plain.text) ? NUMBERS : []), emails, accounts, people, addresses].flatMap((find) =>
      [...find(plain.text)].map((cut) => back(cut, plain)),
    ),
    ...(figures && mayHoldNumber(figures.text)
      ? [...mobiles(figures.text)].map((cut) => back(cut, figures))
      : []),
  ];
  return joined(only ? found.filter(({ kind }) => only.has(kind)) : found);
}

/** Cuts that overlap become one, so that no end of any sticks out; the longest says what it is. */
function joined(found: readonly Cut[]): Cut[] {
  const cuts: (Cut & { longest: number })[] = [];
  for (const cut of [...found].sort((a, b) => a.start - b.start)) {
    const last = cuts.at(-1);
    const length = cut.end - cut.start;
    if (!last || cut.start >= last.end) cuts.push({ ...cut, longest: length });
    else
      cuts[cuts.length - 1] = {
        start: last.start,
        end: Math.max(last.end, cut.end),
        kind: length > last.longest ? cut.kind : last.kind,
        longest: Math.max(length, last.longest),
      };
  }
  return cuts.map(({ start, end, kind }) => ({ start, end, kind }));
}

function back(cut: Cut, { from, to }: { from: readonly number[]; to: readonly number[] }): Cut {
  return { kind: cut.kind, start: from[cut.start] ?? 0, end: to[cut.end - 1] ?? 0 };
}

/**
 * Where a half-open span of the text as typed lies in the redacted text. A span that touches a cut grows to the
 * whole placeholder.
 */
export function moveSpan(
  span: { start: number; end: number },
  cuts: readonly Cut[],
): { start: number; end: number } {
  const move = (at: number, edge: 'start' | 'end'): number => {
    let shift = 0;
    for (const cut of cuts) {
      const placed = PLACEHOLDERS[cut.kind].length;
      const inside = edge === 'start' ? at >= cut.start && at < cut.end : at > cut.start && at <= cut.end;
      if (inside) return cut.start + shift + (edge === 'start' ? 0 : placed);
      if (cut.end <= at) shift += placed - (cut.end - cut.start);
    }
    return at + shift;
  };
  return { start: move(span.start, 'start'), end: move(span.end, 'end') };
}
