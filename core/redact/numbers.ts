import type { Cut } from './redact.ts';

/** A number that a person gives as an order, parcel or item number is none of theirs. */
const BUSINESS =
  /(?:订单|单号|运单|编号|货号|款号|商品 ?id|sku|取件码|券码|优惠码|条码)(?:号码?)?[是为:： #]{0,4}$/iu;
const CARD_TALK =
  /卡号|[工农中建招交]行|邮储|银行卡|储蓄卡|信用卡|借记卡|账号|账户|帐号|开户|打款|收款|转账|汇款/u;

const isBusiness = (text: string, start: number): boolean =>
  BUSINESS.test(text.slice(Math.max(0, start - 14), start));
const digitsOf = (text: string): string => text.replace(/[^\dXx]/g, '').toUpperCase();

/** At most two marks between figures, as people group or stretch a number. */
const GAP = '[ \\t\\-._·~—–、,，]{0,2}';
const MOBILE = new RegExp(
  `(?<![\\d.])(?<![A-Z]{2})(?:\\+?86${GAP})?1${GAP}[3-9](?:${GAP}\\d){9}(?!\\d)`,
  'g',
);

/** Mainland mobile numbers: 1, then 3–9, eleven figures, whole, grouped (at most four gaps) or stretched (a gap everywhere). */
export function* mobiles(text: string): Generator<Cut> {
  for (const { 0: hit, index } of text.matchAll(MOBILE)) {
    const gaps = hit.replace(/^\+?86/, '').match(/(?<=\d)[^\d]+(?=\d)/g)?.length ?? 0;
    if (gaps > 4 && gaps < 9) continue;
    if (!isBusiness(text, index)) yield { start: index, end: index + hit.length, kind: 'mobile' };
  }
}

const LANDLINES: readonly RegExp[] = [
  /(?<![\d-])(?:\(0\d{2,3}\) ?|0\d{2,3}[- ])\d{3,4}[ -]?\d{4}(?:(?:-|转) ?\d{1,5})?(?![\d-])/g,
  /(?<=(?:座机|固话|电话|tel)(?:号码?|是)?[ :]{0,2})0\d{9,11}(?!\d)/gi,
];

/** Landlines with their area code set off, or in one run behind a word that says what they are. */
export function* landlines(text: string): Generator<Cut> {
  for (const pattern of LANDLINES)
    for (const { 0: hit, index } of text.matchAll(pattern))
      yield { start: index, end: index + hit.length, kind: 'landline' };
}

/** Behind its own name a number is one, also when a figure of it is wrong: a slip of the finger hides nobody. */
const ID_NAMED = /(?<=身份证(?:号码?)?[是为: ]{0,3})(?:\d{17}[\dXx]|\d{15})(?![\dA-Za-z])/g;
const PASSPORT = /(?<=(?:护照|通行证)(?:号码?)?[是为: ]{0,3})[A-Z]{1,2}\d{7,9}(?![\dA-Za-z])/gi;
const ID_CARD = /(?<!\d)[1-9](?:[ -]?\d){16}[ -]?[\dXx](?![\dA-Za-z])/g;
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * Resident identity numbers: date of birth and check figure must be right (GB 11643-1999, MOD 11-2 of ISO 7064), or
 * the text says what they are, as it must for a passport.
 */
export function* idCards(text: string): Generator<Cut> {
  for (const pattern of [ID_NAMED, PASSPORT])
    for (const { 0: hit, index } of text.matchAll(pattern))
      yield { start: index, end: index + hit.length, kind: 'id-card' };
  for (const { 0: hit, index } of text.matchAll(ID_CARD)) {
    const figures = digitsOf(hit);
    if (
      figures.length === 18 &&
      isBirthday(figures.slice(6, 14)) &&
      idCheck(figures) &&
      !isBusiness(text, index)
    )
      yield { start: index, end: index + hit.length, kind: 'id-card' };
  }
}

function isBirthday(figures: string): boolean {
  const [year, month, day] = [figures.slice(0, 4), figures.slice(4, 6), figures.slice(6, 8)].map(Number);
  if (year === undefined || month === undefined || day === undefined || year < 1900 || year > 2099)
    return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function idCheck(figures: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(figures[at]), 0);
  return figures[17] === '10X98765432'[sum % 11];
}

const CARD_NAMED = /(?:银行|储蓄|借记|信用)卡(?:卡?号码?)[是为: ]{0,3}$/u;
const CARD = /(?<!\d)[1-9](?:[ -]?\d){14,18}(?!\d)/g;

/**
 * Bank cards, 16 to 19 figures that pass Luhn (ISO/IEC 7812-1). One order number in ten passes too, so there must be
 * talk of a card nearby, or the figures stand in groups of four. Behind the words 银行卡号 any of 15 to 19 is one.
 */
export function* bankCards(text: string): Generator<Cut> {
  for (const { 0: hit, index } of text.matchAll(CARD)) {
    const figures = digitsOf(hit);
    const named = CARD_NAMED.test(text.slice(Math.max(0, index - 12), index));
    if (named) yield { start: index, end: index + hit.length, kind: 'bank-card' };
    if (named || figures.length < 16 || !luhn(figures) || isBusiness(text, index)) continue;
    const nearby =
      text.slice(Math.max(0, index - 20), index) + text.slice(index + hit.length, index + hit.length + 12);
    if (CARD_TALK.test(nearby) || /^\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?$/.test(hit))
      yield { start: index, end: index + hit.length, kind: 'bank-card' };
  }
}

function luhn(figures: string): boolean {
  const sum = [...figures].reverse().reduce((total, figure, at) => {
    const value = Number(figure) * (at % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
