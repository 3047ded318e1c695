import { describe, expect, test } from 'vitest';
import type { Signals } from '../core/event.ts';
import { SIGNALS_VERSION, signalsOf } from './signals.ts';

const classOf = (text: string): Signals['class'] => signalsOf(text, 'text', { hash: 'h' }).class;

const expected: Readonly<Record<Exclude<Signals['class'], never>, readonly string[]>> = {
  greeting: [
    '在的',
    '您好',
    '亲，在的呢',
    '你好在吗',
    '有人在吗？',
    '在吗',
    '嗨，您好[微笑]',
    '您好，请问有什么可以帮您？',
    '您好，很高兴为您服务',
    '亲亲您好，我是客服小满，很高兴为您服务，请问有什么可以帮到您的呢',
    'Hello, how can I help you today?',
    'Hi there!',
    'Hello there, good morning',
    'hey, is anyone there?',
    '晚上好',
    '欢迎光临本店',
  ],
  holding: [
    '稍等，我帮您查',
    '请稍等一下，我核实一下',
    '好的亲，这边马上帮您看一下',
    '您好，正在为您查询订单信息，请稍候',
    '我先去仓库问一下哦',
    '让您久等了',
    '别着急，我帮您查下物流情况',
    'One moment please, let me check',
    "I'll check your order status, please wait",
    '收到，我这边核实一下，有结果第一时间回复您',
  ],
  goodbye: [
    '再见',
    '拜拜',
    '好的，祝您生活愉快',
    '感谢您的支持，祝您购物愉快，再见',
    '有问题随时联系我们哦',
    'bye bye',
    'Have a nice day!',
    '请问还有其他可以帮您的吗',
    '晚安亲',
  ],
  thanks: [
    '谢谢',
    '好的谢谢',
    '嗯嗯，辛苦你了',
    'ok thanks',
    '不客气的哦',
    '感谢您的理解与支持',
    'Thank you so much!',
    '多谢老板',
  ],
  'non-text': ['😀😀', '[玫瑰]', '。。。', '  '],
  substantive: [
    '今天下午四点前付款当天发',
    'Hi there, is the red one in stock?',
    'is anyone selling this cheaper',
    '好的',
    '可以',
    '?',
    '什么时候发货',
    '您好，什么时候发货',
    '谢谢，那什么时候能到',
    '稍等，我帮您改地址',
    '物流显示在路上',
    '已经给您登记退款了，稍等',
    '帮您催一下快递',
    '在吗，衣服破了',
    '是的',
    '没有',
    '123',
    '我等了三天了还不发货',
    '再等三天',
    '在广州',
    '您好，已经发出了',
    'Is it available in blue?',
    'Hi, where is my order',
    '感谢您的耐心等待，包裹明天到',
    '88元包邮吗',
    '好的，48小时内发出',
    '谢谢就不用了，赶紧退款',
    '我看看这件衣服的尺码',
    '查一下物流',
    '您好，查一下物流',
    '您核对一下信息',
    '太麻烦了',
    '您好，可以的亲',
    '可以的哦，感谢支持',
    '帮我查一下订单',
    '88',
    '等多久',
    '还有别的吗',
    '我是顾客服务呢',
  ],
};

describe('signalsOf', () => {
  for (const [name, texts] of Object.entries(expected)) {
    test.each(texts)(`${name}: %s`, (text) => expect(classOf(text)).toBe(name));
  }

  test('only text can be more than non-text', () => {
    expect(signalsOf('您好', 'image', { hash: 'h' })).toMatchObject({ class: 'non-text', greets: false });
  });

  test('a substantive reply still shows that it greets and closes', () => {
    const signals = signalsOf('您好，今天发货，祝您生活愉快', 'text', { hash: 'p1' }, () => 's1');
    expect(signals).toEqual({
      chars: 14,
      class: 'substantive',
      greets: true,
      closes: true,
      script: 's1',
      packHash: 'p1',
      signalsVersion: SIGNALS_VERSION,
    });
  });

  test('counts code points and names no script when there is none', () => {
    const signals = signalsOf(' 好😀 ', 'text', { hash: 'h' }, () => undefined);
    expect(signals.chars).toBe(2);
    expect('script' in signals).toBe(false);
  });

  test('stays linear on hostile input', () => {
    expect(classOf(`${'您好请问'.repeat(20000)}x`)).toBe('substantive');
    expect(classOf(`欢迎光临${'a'.repeat(100000)}`)).toBe('substantive');
  });
});
