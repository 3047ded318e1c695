import type { Cut } from './redact.ts';

const HAN = '[\\p{Script=Han}]';
const NUMBER = '[\\dA-Za-z一二三四五六七八九十百]{1,6}(?:[-－][\\dA-Za-z]{1,5})?';
/** House, building, flat: what makes a place a home. One or more, close together. */
const HOUSE = `(?:${NUMBER}(?:号楼|号院|号店|号门|号宿舍|号|栋|幢|座|单元|层|楼|室|户|组|队|区|F|f)[ ,，]?){1,6}(?:\\d{1,5}(?:-\\d{1,4}){0,2}(?:室|户)?)?|\\d{1,4}-\\d{1,3}-\\d{2,5}(?!\\d)|(?<=[小区苑园城府庭寓厦村])\\d{1,3}-\\d{2,5}(?![\\d-])`;
const DETAIL = new RegExp(HOUSE, 'gu');
const PROVINCES =
  '北京|天津|上海|重庆|河北|山西|辽宁|吉林|黑龙江|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙古|广西|西藏|宁夏|新疆|香港|澳门';
/** Cities that people write without 市. */
const CITIES =
  '石家庄|唐山|保定|邯郸|廊坊|太原|大同|呼和浩特|包头|沈阳|大连|鞍山|长春|哈尔滨|大庆|南京|苏州|无锡|常州|南通|徐州|扬州|盐城|泰州|镇江|淮安|连云港|宿迁|杭州|宁波|温州|绍兴|嘉兴|金华|台州|湖州|丽水|衢州|舟山|义乌|合肥|芜湖|阜阳|安庆|福州|厦门|泉州|漳州|莆田|宁德|南昌|赣州|九江|上饶|济南|青岛|烟台|潍坊|临沂|济宁|淄博|威海|郑州|洛阳|南阳|新乡|许昌|周口|武汉|宜昌|襄阳|荆州|黄冈|长沙|株洲|湘潭|衡阳|岳阳|常德|广州|深圳|东莞|佛山|中山|珠海|惠州|汕头|江门|湛江|揭阳|潮州|清远|肇庆|南宁|柳州|桂林|海口|三亚|成都|绵阳|德阳|宜宾|南充|泸州|贵阳|遵义|昆明|大理|曲靖|西安|咸阳|宝鸡|兰州|西宁|银川|乌鲁木齐|拉萨';
const STREET =
  '街道|大街|镇|乡|路|街|大道|巷|弄|胡同|村|屯|庄|小区|社区|新村|花园|花苑|公寓|大厦|广场|家园|佳苑|苑|里|府|庭|湾|城|园区|科技园|工业园|产业园|校区|大学|学院|中学|小学|医院|中心|宿舍|驿站|组';
/** From the country down to the street, each level by its own ending. */
const LEVELS: readonly RegExp[] = [
  new RegExp(`${PROVINCES}|${HAN}{2,6}(?:省|自治区)`, 'u'),
  new RegExp(`${CITIES}|${HAN}{2,8}(?:市|自治州|地区|盟)`, 'u'),
  new RegExp(`${HAN}{1,8}(?:区|县|旗)`, 'u'),
  new RegExp(`[\\p{Script=Han}\\d]{1,10}(?:${STREET})`, 'u'),
];
/** Province or city, then district, then at least one more level: a place to deliver to, though no house is named. */
const RUN = new RegExp(
  `(?:(?:${PROVINCES})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区)?[ ,，]?(?:(?:${CITIES})市?|${HAN}{1,7}?(?:市|自治州|地区|盟))?|(?:${CITIES})市?)[ ,，]?${HAN}{1,7}?(?:区|县|旗|市)[ ,，]?(?:[\\p{Script=Han}\\d]{1,12}?(?:${STREET})[ ,，]?)+(?:${HOUSE})?`,
  'gu',
);
const CONTEXT =
  /(?:(?<!⟦)(?:收货|收件|寄件|家庭|详细|新|旧|我的?)?(?:地址|住址)[是为改成到换:： ]{0,5}|(?:寄|发|送|改|换|退)(?:到|往|去|成|至)|(?:我|人|家)?住在?|我家在?|家在|搬到)/gu;
const WINDOW = 64;
/** What may follow a house number: a named building, and house, floor and flat again. */
const BUILDING =
  '[\\p{Script=Han}A-Za-z]{1,12}?(?:大厦|广场|中心|公寓|小区|花园|家园|苑|国际|现代城|新城|城|府|村|园区|工业园|大学|学院|医院|驿站|店)';
const TAIL = new RegExp(
  `^(?:[ ,，]?(?:${BUILDING})?(?:${HOUSE})|[ ,，]?${BUILDING}(?![\\p{Script=Han}]))`,
  'u',
);

/** Where an address that has reached `end` really ends. */
function tailOf(text: string, end: number): number {
  const more = TAIL.exec(text.slice(end, end + WINDOW));
  return more && more[0] !== '' ? tailOf(text, end + more[0].trimEnd().length) : end;
}

/**
 * Street addresses. Conservative: a house number, and before it in the same sentence two levels of place, or one and
 * words that announce an address; or four levels without a house. A city alone, a street alone and 「5号楼有电梯吗」 stay.
 */
export function* addresses(text: string): Generator<Cut> {
  for (const { 0: hit, index } of text.matchAll(RUN))
    yield { start: index, end: tailOf(text, index + hit.replace(/[ ,，]+$/u, '').length), kind: 'address' };
  let done = 0;
  for (const hit of text.matchAll(DETAIL)) {
    if (hit.index < done) continue;
    const before = text.slice(Math.max(done, hit.index - WINDOW), hit.index);
    const sentence = before.slice(Math.max(before.search(/[^。！？!?;；⟦\n]*$/u), 0));
    const origin = hit.index - sentence.length;
    const announced = [...sentence.matchAll(CONTEXT)].at(-1);
    const place = sentence.slice(announced ? announced.index + announced[0].length : 0);
    const levels = LEVELS.filter((level) => level.test(place)).length;
    if (levels < (announced ? 1 : 2)) continue;
    const named = place.search(new RegExp(`${PROVINCES}|${CITIES}`, 'u'));
    const lead = sentence.length - place.length + (named > 0 ? named : place.search(/[\p{Script=Han}\d]/u));
    done = tailOf(text, hit.index + hit[0].trimEnd().length);
    yield { start: origin + lead, end: done, kind: 'address' };
  }
}
