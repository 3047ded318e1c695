import { SLOT_NAMES } from '../slots.ts';

/** What shops write into their brackets, as the slot that knows it. */
const KNOWN: Readonly<Record<string, string>> = {
  产品名称: '商品',
  商品名称: '商品',
  产品: '商品',
  款式名: '商品',
  单号: '快递单号',
  运单号: '快递单号',
  物流单号: '快递单号',
  快递: '快递公司',
  物流公司: '快递公司',
  物流状态: '物流进度',
  地址: '收货地址',
  客服名: '客服',
  店铺名: '店铺',
  昵称: '买家昵称',
  价格: '金额',
};

/**
 * Holes as shops write them (`[材质，如纯棉]`, 【单号】, `{颜色}`, `xxx`) as slots: one that we know is filled from page
 * and packs, any other becomes `{{fill.材质}}`, which the agent fills by hand. Braces of ours stay.
 */
export function holesToSlots(text: string): string {
  return text
    .split(/(\{\{[^{}]*\}\})/u)
    .map((part, index) =>
      index % 2 === 1 ? part : part.replace(/\[([^[\]\n]{1,60})\]|【([^【】\n]{1,30})】/gu, slotFor),
    )
    .join('');
}

function slotFor(whole: string, square: string | undefined, corner: string | undefined): string {
  const words = (square ?? corner ?? '').split(/[，,：:]/u)[0]?.trim() ?? '';
  // 【】 also frames a heading: only a short one that stands for something is a hole.
  const known = Object.hasOwn(KNOWN, words) ? KNOWN[words] : words;
  if (known !== undefined && (SLOT_NAMES as readonly string[]).includes(known)) return `{{${known}}}`;
  if (square === undefined) return whole;
  const name = words
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 18);
  return name === '' ? whole : `{{fill.${name}}}`;
}
