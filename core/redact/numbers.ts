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
const GAP = '[ \\t\\-._·~—–、,，/\\\\|*+()（）]{0,2}';
const MOBILE = new RegExp(
  `(?<![\\d.])(?<![A-Z]{2})(?:\\+?86${GAP})?1${GAP}[3-9](?:${GAP}\\d){9}(?!\\d)`,
  'g',
);

/** Mainland mobile numbers: 1, then 3–9, eleven figures, whole, grouped (at most four gaps) or stretched (a gap everywhere). */
export function* mobiles(text: string): Generator<Cut> {
  for (const { 0: hit, index } of text.matchAll(MOBILE)) {
    const gaps = hit.replace(/^\+?86[^\d]*/, '').match(/(?<=\d)[^\d]+(?=\d)/g) ?? [];
    // Between groups and a gap everywhere lie lists of small numbers; the same mark each time is a person's rhythm.
    const [mark = ''] = gaps;
    const rhythm = /^[ \-._·/]$/.test(mark) && gaps.every((gap) => gap === mark);
    if (gaps.length > 4 && gaps.length < 9 && !rhythm) continue;
    if (!isBusiness(text, index)) yield { start: index, end: index + hit.length, kind: 'mobile' };
  }
}

const LANDLINE =
  /(?<![\d-])(?:\(0\d{2,3}\) ?|0\d{2,3}[- ])\d{3,4}[- ]?\d{4}(?![\d-])(?: ?(?:转|-) ?\d{1,5})?/g;
/** Abroad, and Hong Kong, Macau and Taiwan: never without the plus sign or the two noughts. */
const ABROAD = /(?:(?<![\d+])\+|(?<!\d)00)(?!86)[1-9]\d{0,2}[- ]?(?:\(?\d{1,4}\)?[- ]?){2,4}\d{2,4}(?!\d)/g;
/** Without a mark between code and number only after words that say what it is. */
const SAID_LANDLINE =
  /(?<=(?:座机|固话|固定电话|家里电话|电话|致电|拨打)(?:号码?)?[是为:： ]{0,3})0\d{2,3}\d{7,8}(?!\d)/g;

/** Landlines with their area code set off, announced ones, and numbers abroad. */
export function* landlines(text: string): Generator<Cut> {
  for (const pattern of [LANDLINE, SAID_LANDLINE, ABROAD])
    for (const { 0: hit, index } of text.matchAll(pattern))
      if (!isBusiness(text, index) && digitsOf(hit).length >= 9)
        yield { start: index, end: index + hit.length, kind: 'landline' };
}

const ID_CARD = /(?<!\d)[1-9](?:[ -]?\d){16}[ -]?[\dXx](?![\dA-Za-z])/g;
const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** After these words a number is an identity number though its check figure is wrong: somebody mistyped it. */
const SAID_ID =
  /(?<=(?:身份证|证件)(?:号码|号)?[是为:： ]{0,4})[1-9](?:[ -]?\d){13,16}[ -]?[\dXx](?![\dA-Za-z])/g;

const PASSPORT = /(?<=(?:护照|通行证)(?:号码?)?[是为: ]{0,3})[A-Z]{1,2}\d{7,9}(?![\dA-Za-z])/gi;

/** Passports behind their own word. Resident identity numbers: date of birth and check figure must be right (GB 11643-1999, MOD 11-2 of ISO 7064). */
export function* idCards(text: string): Generator<Cut> {
  for (const { 0: hit, index } of text.matchAll(PASSPORT))
    yield { start: index, end: index + hit.length, kind: 'id-card' };
  for (const { 0: hit, index } of text.matchAll(SAID_ID))
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

const CARD = /(?<!\d)[1-9](?:[ -]?\d){14,18}(?!\d)/g;

/**
 * Bank cards, 16 to 19 figures that pass Luhn (ISO/IEC 7812-1). One order number in ten passes too, so there must be
 * talk of a card nearby, or the figures stand in groups of four.
 */
export function* bankCards(text: string): Generator<Cut> {
  for (const { 0: hit, index } of text.matchAll(CARD)) {
    const figures = digitsOf(hit);
    if (figures.length < 16 || isBusiness(text, index)) continue;
    const before = text.slice(Math.max(0, index - 20), index);
    const after = text.slice(index + hit.length, index + hit.length + 12);
    const nearby = (before + after).replace(/⟦[^⟧]*⟧?/gu, '');
    const said = /(?:银行卡|储蓄卡|信用卡|借记卡|卡)(?:号码?)?[是为:： ]{0,4}$/u.test(before);
    if (!said && !luhn(figures)) continue;
    // UnionPay's own numbers of full length: an order number seldom begins so and adds up as well.
    if (!said && figures.length === 19 && figures.startsWith('62')) {
      yield { start: index, end: index + hit.length, kind: 'bank-card' };
      continue;
    }
    if (said || CARD_TALK.test(nearby) || /^\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?$/.test(hit))
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
