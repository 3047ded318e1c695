import { chooser } from './random.ts';

const OPENINGS = ['亲，', '您好，', '亲亲您好～', '好的亲，', '嗯嗯，', '不好意思让您久等了，', ''];
const BODIES = [
  '您的包裹已经交给快递，预计明天送到',
  '这款有黑色和白色两个颜色，现在都是现货',
  '身高一米六五体重五十公斤建议拍M码',
  '我帮您查了一下物流，目前在转运中心',
  '今天下午四点前付款当天就能发出',
  '面料是纯棉的，可以机洗，建议翻面晾晒',
  '退回的商品仓库签收后会给您办理退款',
  '这边已经登记了您的问题，稍后专人回复',
  '支持七天内退换，吊牌不要剪掉就可以',
  '优惠券可以在店铺首页领取，下单时自动抵扣',
];
const CLOSINGS = ['', '，请放心', '哦', '，有问题随时找我', '，祝您生活愉快', '～'];

/** Ways to hide a phrase that NFKC, simplifying, stripping and squeezing undo. */
const DISGUISES: readonly ((phrase: string) => string)[] = [
  (phrase) => phrase,
  (phrase) => [...phrase].join(' '),
  (phrase) => [...phrase].join('*'),
  (phrase) => [...phrase].join('\u200b'),
  (phrase) =>
    [...phrase]
      .map((char) => (/[!-~]/.test(char) ? String.fromCharCode(char.charCodeAt(0) + 0xfee0) : char))
      .join(''),
  (phrase) => phrase.slice(0, 1) + phrase,
];

/** Replies of 20 to 60 characters; three in a hundred carry a phrase, disguised if that is wanted. */
export function messagesOf(count: number, phrases: readonly string[], disguised: boolean): string[] {
  const choose = chooser(count);
  return Array.from({ length: count }, () => {
    const plain = `${choose.of(OPENINGS)}${choose.of(BODIES)}，${choose.of(BODIES)}${choose.of(CLOSINGS)}`;
    if (choose.below(100) >= 3) return plain;
    const phrase = choose.of(phrases);
    const at = choose.below(plain.length);
    return plain.slice(0, at) + (disguised ? choose.of(DISGUISES)(phrase) : phrase) + plain.slice(at);
  });
}

/** A draft of 200 characters as it grows: what each of its last 100 keystrokes leaves in the editor. */
export function draftsOf(phrases: readonly string[]): string[] {
  const whole = messagesOf(20, phrases, false).join('').slice(0, 200);
  return Array.from({ length: 100 }, (_, typed) => whole.slice(0, 101 + typed));
}
