import type { Cut } from './redact.ts';

const EMAIL = /[A-Za-z0-9][\w.+-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,4}/g;
/** Stretched or spelt out, only where the domain is one that people have their mail at. */
const EMAIL_SPELT =
  /[A-Za-z0-9][\w.+-]{1,63} ?(?:@|#|\(at\)|\[at\]|艾特|圈a) ?(?:qq|vip ?\. ?qq|163|126|139|189|yeah|sina|sohu|gmail|outlook|hotmail|foxmail|yahoo|aliyun|icloud|live|msn) ?(?:\.|。|点|,) ?(?:com|cn|net)/gi;

/** E-mail addresses. */
export function* emails(text: string): Generator<Cut> {
  for (const pattern of [EMAIL, EMAIL_SPELT])
    for (const { 0: hit, index } of text.matchAll(pattern))
      yield { start: index, end: index + hit.length, kind: 'email' };
}

const JOIN = '(?:号码|账号|帐号|号|id)?[是为 :：=,，。、加我的就叫搜索备注~—\\-]{0,8}';
/** 微信 and the ways to write it, then an account: a letter and 5–19 more, or figures. Not 微信支付 and the like. */
const WECHAT = new RegExp(
  `(?:微信|威信|薇信|微芯|徽信|维信|卫星|微x|绿泡泡|v信|v❤|v ?x|wx|weixin|wechat|(?:加|➕|\\+|我的?) ?个?(?:v|微|薇|威)|[微v]号|薇|(?<![a-z])v(?= ?[:：]))${JOIN}([a-z][-_a-z0-9]{5,19}|\\d{6,12})(?![-_a-z0-9])`,
  'giu',
);
/** The account that the platform itself gives out. */
const WXID = /(?<![a-z0-9])(wxid_[a-z0-9]{6,20})/giu;
const QQ = new RegExp(
  `(?:qq|扣扣|企鹅|球球|加q|q号|(?<![a-z])q(?= ?[:：]))${JOIN}([1-9]\\d{4,11})(?!\\d)`,
  'giu',
);

/** WeChat and QQ accounts, only right after their own names: alone they look like any other word or number. */
export function* accounts(text: string): Generator<Cut> {
  for (const [pattern, kind] of [
    [WECHAT, 'wechat'],
    [WXID, 'wechat'],
    [QQ, 'qq'],
  ] as const)
    for (const hit of text.matchAll(pattern)) {
      const end = hit.index + hit[0].length;
      yield { start: end - (hit[1] ?? '').length, end, kind };
    }
}
