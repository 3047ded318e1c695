import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveSpan, PLACEHOLDERS, redact } from './redact.ts';

const zeroWidth = (text: string) => [...text].join('\u200b');
const fullWidth = (text: string) =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe('redact', () => {
  it.each([
    ['a mobile number', '我电话13812345678，麻烦了', '我电话⟦手机号⟧，麻烦了'],
    ['with the country code', '+86 138-1234-5678', '⟦手机号⟧'],
    ['grouped', '打我 138 1234 5678 吧', '打我 ⟦手机号⟧ 吧'],
    ['stretched', '1 3 8 1 2 3 4 5 6 7 8', '⟦手机号⟧'],
    ['full-width', fullWidth('13912345678'), '⟦手机号⟧'],
    ['with invisible characters', zeroWidth('13912345678'), '⟦手机号⟧'],
    ['in Chinese figures', '幺三八一二三四五六七八', '⟦手机号⟧'],
    ['two of them', '13812345678或15912345678', '⟦手机号⟧或⟦手机号⟧'],
    ['after the courier', '快递员电话13812345678', '快递员电话⟦手机号⟧'],
    ['a landline', '座机0571-88888888', '座机⟦电话⟧'],
    ['an identity number', '身份证11010519491231002X', '身份证⟦身份证号⟧'],
    ['an identity number, grouped', '440524-19800101-0013', '⟦身份证号⟧'],
    ['a bank card', '卡号6222021234567890128', '卡号⟦银行卡号⟧'],
    ['a bank card in groups', '6222 0212 3456 7894 工行', '⟦银行卡号⟧ 工行'],
    ['an e-mail address', '发我邮箱 lee.wei+1@mail.example.com 谢谢', '发我邮箱 ⟦邮箱⟧ 谢谢'],
    ['a WeChat account', '加我微信：abc_12345 聊', '加我微信：⟦微信号⟧ 聊'],
    ['a WeChat account by vx', 'vx lucky888888', 'vx ⟦微信号⟧'],
    ['a QQ number', 'QQ号是123456789', 'QQ号是⟦QQ号⟧'],
    ['an announced address', '地址改成文一西路969号3幢502室', '地址改成⟦地址⟧'],
    ['a whole address', '寄到浙江省杭州市余杭区五常街道文一西路969号', '寄到⟦地址⟧'],
    ['an address without announcement', '你好 广东省深圳市南山区科苑路15号B座1203室', '你好 ⟦地址⟧'],
    ['an address with a named building', '送到闵行区七莘路88号星河中心A座1203', '送到⟦地址⟧'],
    ['a flat without a street', '我住阳光花园3栋2单元501室', '我住⟦地址⟧'],
    ['a village', '河南省周口市太康县老冢镇李村', '⟦地址⟧'],
    ['a labelled name', '收件人：张三丰 谢谢', '收件人：⟦姓名⟧ 谢谢'],
    ['a labelled name without a colon', '收货人欧阳小满', '收货人⟦姓名⟧'],
    ['a name that is told', '我叫张大明，帮我查下', '我叫⟦姓名⟧，帮我查下'],
    ['a name beside its number', '李小满 13912345678', '⟦姓名⟧ ⟦手机号⟧'],
    ['a name behind its number', '13912345678，李小满', '⟦手机号⟧，⟦姓名⟧'],
    ['who receives', '王大强收', '⟦姓名⟧收'],
    ['an identity number with a slip', '身份证号是110105194912310021', '身份证号是⟦身份证号⟧'],
    ['a passport', '护照号 E12345678', '护照号 ⟦身份证号⟧'],
    ['a bank card with a slip', '银行卡号：6222021234567890123', '银行卡号：⟦银行卡号⟧'],
    ['a landline in one run', '座机057188888888', '座机⟦电话⟧'],
    ['a landline with brackets', '(0571)8888 8888转802', '⟦电话⟧'],
  ])('hides %s', (_, typed, expected) => {
    expect(redact(typed).text).toBe(expected);
  });

  it.each([
    ['a Taobao order', '订单号 2938475610293847561'],
    ['a Pinduoduo order', '260911-123456789012345'],
    ['eleven figures called an order', '订单号：13812345678'],
    ['a parcel', '顺丰 SF1381234567890'],
    ['a parcel of figures', '运单号 773012345678901'],
    ['an item', '商品ID 13912345678'],
    ['a date', '2026-11-13 15:30:45 之前发'],
    ['prices', '原价1399，券后1299.00，省100'],
    ['a size', '身高165-170 体重55-60'],
    ['a city', '我们从浙江省杭州市余杭区发货'],
    ['who cannot receive', '收货人不在家，联系人电话打不通'],
    ['what is no name', '我是新客户，方便收吗，安排 13秒'],
    ['a region', '江苏省内两天到，南京市区当天'],
    ['a building alone', '5号楼有电梯吗'],
    ['remote places', '发到新疆西藏要加运费吗'],
    ['paying', '微信支付可以吗，微信付款1288888'],
    ['a coupon', '满300减50，活动码 A1B2C3D4'],
    ['a wrong identity number', '编码 110105194912310021'],
    ['16 figures without talk of a card', '流水 6222021234567890'],
    ['talk of mail', '@客服 在吗'],
  ])('leaves %s', (_, typed) => {
    expect(redact(typed)).toEqual({ text: typed, cuts: [] });
  });

  it('checks the figures of a bank card: one last figure in ten is right', () => {
    const ends = [...'0123456789'].filter(
      (end) => redact(`打款走这个 722202123456789012${end}`).cuts.length > 0,
    );
    expect(ends).toHaveLength(1);
  });

  it('checks the figures of an identity number: exactly one last figure in eleven is right', () => {
    const ends = [...'0123456789X'].filter((end) => redact(`11010519491231002${end}`).cuts.length > 0);
    expect(ends).toEqual(['X']);
  });

  it('leaves everything outside the cuts as typed', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            '亲',
            '13812345678',
            ' ',
            'ａ',
            '\u200b',
            '订单',
            '号',
            'x@y.cn',
            '😀',
            '路',
            '9号',
            '杭州市',
            '余杭区',
          ),
        ),
        (parts) => {
          const typed = parts.join('');
          const { text, cuts } = redact(typed);
          let rest = text;
          let at = 0;
          for (const cut of cuts) {
            const kept = typed.slice(at, cut.start) + PLACEHOLDERS[cut.kind];
            expect(rest.startsWith(kept)).toBe(true);
            rest = rest.slice(kept.length);
            at = cut.end;
          }
          expect(rest).toBe(typed.slice(at));
          expect(redact(text).text).toBe(text);
        },
      ),
    );
  });

  it('is quick on a hostile text', () => {
    const { text } = redact('1 3 8-'.repeat(700) + '杭州市余杭区'.repeat(700) + 'a@a.'.repeat(1000));
    expect(text.length).toBeGreaterThan(0);
  });
});

describe('moveSpan', () => {
  const typed = '打13812345678加微信';
  const { text, cuts } = redact(typed);

  it('moves what lies behind a cut', () => {
    const at = typed.indexOf('加微信');
    const { start, end } = moveSpan({ start: at, end: at + 3 }, cuts);
    expect(text.slice(start, end)).toBe('加微信');
  });

  it('leaves what lies before', () => {
    expect(moveSpan({ start: 0, end: 1 }, cuts)).toEqual({ start: 0, end: 1 });
  });

  it('grows to the whole placeholder', () => {
    const { start, end } = moveSpan({ start: 3, end: 6 }, cuts);
    expect(text.slice(start, end)).toBe('⟦手机号⟧');
  });
});
