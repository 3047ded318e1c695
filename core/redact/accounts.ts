import type { Cut } from './redact.ts';

const EMAIL = /[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g;

/** E-mail addresses. */
export function* emails(text: string): Generator<Cut> {
  for (const { 0: hit, index } of text.matchAll(EMAIL))
    yield { start: index, end: index + hit.length, kind: 'email' };
}

const JOIN = '(?:号码|账号|帐号|号)?[是为 :：=,，加我的]{0,6}';
/** 微信 and the ways to write it, then an account: a letter and 5–19 more, or figures. Not 微信支付 and the like. */
const WECHAT = new RegExp(
  `(?:微信|威信|薇信|微芯|徽信|卫星|维信|v信|v ?x|wx|wechat|weixin|绿泡泡|(?:加|➕|\\+|我的?) ?(?:v|微|薇|威)|[微v]号|薇)${JOIN}([a-z][-_a-z0-9]{5,19}|\\d{6,12})(?![-_a-z0-9])`,
  'giu',
);
const QQ = new RegExp(`(?:qq|扣扣|企鹅|加q|q号)${JOIN}([1-9]\\d{4,11})(?!\\d)`, 'giu');

/** WeChat and QQ accounts, only right after their own names: alone they look like any other word or number. */
export function* accounts(text: string): Generator<Cut> {
  for (const [pattern, kind] of [
    [WECHAT, 'wechat'],
    [QQ, 'qq'],
  ] as const)
    for (const hit of text.matchAll(pattern)) {
      const end = hit.index + hit[0].length;
      yield { start: end - (hit[1] ?? '').length, end, kind };
    }
}
