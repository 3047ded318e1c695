import type { Cut } from './redact.ts';

/** House, building, flat: what makes a place a home. One or more, close together. */
const DETAIL =
  /(?:[\dA-Za-z一二三四五六七八九十百]{1,6}[-－]?[\dA-Za-z]{0,5}(?:号楼|号院|号|栋|幢|座|单元|层|楼|室|户)[ ,，]?){1,6}(?:\d{1,5}(?:室|户)?)?/gu;
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
/** From the country down to the street, each level by its own ending. */
const LEVELS: readonly RegExp[] = [
  new RegExp(`${PROVINCES}|[\\p{Script=Han}]{2,6}(?:省|自治区)`, 'u'),
  /[\p{Script=Han}]{2,8}(?:市|自治州|地区|盟)/u,
  /[\p{Script=Han}]{1,8}(?:区|县|旗)/u,
  /[\p{Script=Han}\d]{1,10}(?:街道|镇|乡|路|街|大道|巷|弄|胡同|村|小区|花园|公寓|大厦|广场|家园|苑|里)/u,
];
const CONTEXT =
  /(?:收货|收件|寄件|家庭|详细)?地址[是为改成到:： ]{0,5}|(?:寄|发|送|改|换)(?:到|往|去|成)|(?:我|人)?住在?|我家在?|搬到/gu;
const WINDOW = 48;
/** What may follow a house number: a named building, and house, floor and flat again. */
const BUILDING =
  '[\\p{Script=Han}A-Za-z]{1,12}?(?:大厦|广场|中心|公寓|小区|花园|家园|苑|国际|现代城|新城|城|府|村|园区|工业园|大学|学院|医院|驿站|店)';
const TAIL = new RegExp(
  `^(?:[ ,，]?(?:${BUILDING})?(?:${DETAIL.source})|[ ,，]?${BUILDING}(?![\\p{Script=Han}]))`,
  'u',
);
/** Province or city, county, street or village in one run: nobody writes all three of a place that is not an address. */
const RUN = new RegExp(
  `(?:(?:${PROVINCES})(?:省|市|自治区)?|(?<=^|[^\\p{Script=Han}]|[到往是为成址在])[\\p{Script=Han}]{2,4}?市)[ ]?(?:[\\p{Script=Han}]{2,8}?(?:市|州|地区|盟)[ ]?)?[\\p{Script=Han}]{1,6}?(?:区|县|旗|市)[ ]?[\\p{Script=Han}]{2,10}?(?:街道|镇|乡|路|街|大道|巷|胡同|村|小区|花园|公寓|大厦|苑)(?:[ ]?[\\p{Script=Han}]{1,8}?(?:村|组|小区|花园|路|街|大厦|公寓|苑))?`,
  'gu',
);

const BARE_UNITS = /号|栋|幢|座|单元|层|楼|室|户/gu;

/** Where an address that has reached `end` really ends. */
function tailOf(text: string, end: number): number {
  const more = TAIL.exec(text.slice(end, end + WINDOW));
  return more && more[0] !== '' ? tailOf(text, end + more[0].trimEnd().length) : end;
}

/**
 * Street addresses. Conservative: a house number, and before it in the same sentence two levels of place, or one and
 * words that announce an address, or one and building and flat; or a run from the province to the street. A city
 * alone, a street alone and 「5号楼有电梯吗」 stay.
 */
export function* addresses(text: string): Generator<Cut> {
  let done = 0;
  for (const hit of text.matchAll(DETAIL)) {
    if (hit.index < done) continue;
    const before = text.slice(Math.max(done, hit.index - WINDOW), hit.index);
    const sentence = before.slice(Math.max(before.search(/[^。！？!?;；\n]*$/u), 0));
    const origin = hit.index - sentence.length;
    const announced = [...sentence.matchAll(CONTEXT)].at(-1);
    const place = sentence.slice(announced ? announced.index + announced[0].length : 0);
    const levels = LEVELS.filter((level) => level.test(place)).length;
    const home = (hit[0].match(BARE_UNITS)?.length ?? 0) >= 2;
    if (levels < (announced || home ? 1 : 2)) continue;
    const named = place.search(new RegExp(PROVINCES, 'u'));
    const lead = sentence.length - place.length + (named > 0 ? named : place.search(/[\p{Script=Han}\d]/u));
    done = tailOf(text, hit.index + hit[0].trimEnd().length);
    yield { start: origin + lead, end: done, kind: 'address' };
  }
  for (const { 0: hit, index } of text.matchAll(RUN))
    yield { start: index, end: tailOf(text, index + hit.length), kind: 'address' };
}
