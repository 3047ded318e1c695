/** Ways in which people hide a word from a filter, each applied to a whole line. What it can't change it leaves alone. */
const HIDING: Readonly<Record<string, string>> = {
  微信: 'V信 薇信 威信 徽信 VX wx 卫星 微亻言 薇❤ w❤️x 绿泡泡'.split(' ').join('|'),
  好评: '好坪|hao评|好·评|女子评|恏评',
  返现: '反现|fan现|返xian|返·现|FX',
  红包: '红苞|hong包|红.包|🧧|纟工包',
};
const WORDS = new RegExp(Object.keys(HIDING).join('|'), 'g');

/** Every name of a line's sensitive words written the n-th other way; undefined if the line has none. */
function renamed(line: string, n: number): string | undefined {
  const other = line.replace(WORDS, (word) => {
    const forms = (HIDING[word] ?? word).split('|');
    return forms[n % forms.length] ?? word;
  });
  return other === line ? undefined : other;
}

const between = (line: string, what: string): string => line.replace(WORDS, (word) => [...word].join(what));

/** All disguises of a line, by the name of the disguise. */
export function disguises(line: string): ReadonlyMap<string, string> {
  const made = new Map<string, string>();
  for (const [name, what] of Object.entries({
    space: ' ',
    dot: '·',
    star: '*',
    emoji: '🌸',
    'zero width': '\u200b',
    'line break': '\n',
  })) {
    const other = between(line, what);
    if (other !== line) made.set(name, other);
  }
  for (let n = 0; n < 11; n++) {
    const other = renamed(line, n);
    if (other !== undefined) made.set(`other name ${n + 1}`, other);
  }
  const wide = line.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0));
  if (wide !== line) made.set('full width', wide);
  return made;
}

/** Where such a line may stand in a reply. */
export const CARRIERS: readonly ((line: string) => string)[] = [
  (line) => line,
  (line) => `亲，您好～${line}哦`,
  (line) => `好的呢。${line}。感谢您的支持😊`,
];

/** Plain offers and invitations to disguise. */
export const TO_DISGUISE: readonly string[] = [
  '加我微信聊',
  '您加一下客服微信',
  '微信同号',
  '有问题微信联系',
  '五星好评返现3元',
  '给个好评领红包',
  '好评截图找我领红包',
  '晒图返现',
];

/** Mobile numbers as people write them, all invented (13800138000 is the carrier's own test number). */
export const MOBILES: readonly string[] = [
  '13800138000',
  '138-0013-8000',
  '138 0013 8000',
  '+86 13800138000',
  '0086-13800138000',
  '１３８００１３８０００',
  '一三八零零一三八零零零',
  '壹叁捌〇〇壹叁捌〇〇〇',
  '幺三八零零幺三八零零零',
  '①③⑧⓪⓪①③⑧⓪⓪⓪',
  '1380013八零零零',
  '138\u200b0013\u200b8000',
  '138.0013.8000',
  '1 3 8 0 0 1 3 8 0 0 0',
  'l38oo138ooo',
  '1⃣️3⃣️8⃣️0⃣️0⃣️1⃣️3⃣️8⃣️0⃣️0⃣️0⃣️',
];
export const CALLS: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => `打我电话${number}`,
  (number) => `${number}这个号码`,
  (number) => `联系师傅：${number}，他会上门`,
];

/** Numbers that are no mobile number, in the words that stand around them. */
export const OTHER_NUMBERS: readonly string[] = [
  '订单号13800138000138',
  '运单号SF1380013800012',
  '您的订单编号是 240613-138001380001234',
  '商品编号13800138000可以搜到',
  '货号：13912345678',
  'https://item.example.com/13800138000.html',
  '条码6901380013800',
  '税号91138001380001380X',
  '快递单号773138001380001',
  '客服热线400-820-8820',
  '固话 010-62138000',
  '尺寸138×001×38',
  '2026-11-22 13:58:00',
  '库存还有1380件',
  '工单号2026112213800138',
  '满138减13，满380减80',
  '邮编138000',
  '身高165体重52.5',
  'ISBN 9787138001380',
  '序列号13800138000123',
];
