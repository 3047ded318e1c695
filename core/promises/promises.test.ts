import { describe, expect, it } from 'vitest';
import { isWorkday, workdayAfter } from './holidays.ts';
import { numberOf } from './numerals.ts';
import { promisesIn } from './promises.ts';

/** A Wednesday afternoon in Beijing. */
const AT = Date.parse('2026-11-18T14:20:00+08:00');
const at = (text: string) => Date.parse(`${text}+08:00`);
const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const dues = (text: string, now = AT) => promisesIn(text, now).map(({ due }) => due);

describe('promises', () => {
  it('spans the clause that promises, its time and its condition with it', () => {
    const text = '抱歉让您久等。最迟明天，我们一定给您退款！';
    const [promise] = promisesIn(text, AT);
    expect(promise).toEqual({
      text: '最迟明天，我们一定给您退款',
      start: 7,
      end: 20,
      due: at('2026-11-19T23:59:59'),
    });
    expect(text.slice(7, 20)).toBe(promise?.text);
  });

  it.each([
    ['明天下午三点前给您答复', '2026-11-19T15:00:00'],
    ['周五前给您补发', '2026-11-20T23:59:59'],
    ['明天上午给您发货', '2026-11-19T12:00:00'],
    ['今晚给您结果', '2026-11-18T23:59:59'],
    ['三个工作日内给您退款', '2026-11-23T23:59:59'],
    ['24小时内联系您处理', '2026-11-19T14:20:00'],
    ['一个半小时内给您回复', '2026-11-18T15:50:00'],
    ['下周一给您换新', '2026-11-23T23:59:59'],
  ])('knows when %s falls due', (text, due) => {
    expect(dues(text)).toEqual([at(due)]);
  });

  it('names no time for what is vague or depends on something', () => {
    expect(dues('稍后回复您')).toEqual([null]);
    expect(dues('收到退货后24小时内给您退款')).toEqual([null]);
    expect(dues('如果明天还没更新，我给您补发')).toEqual([null]);
  });

  it.each([
    '请您在48小时内寄回',
    '快递明天送到',
    '拍下后48小时内发货',
    '昨天帮您催过了',
    '没办法今天给您发货',
    '需要我给您补发吗？',
  ])('hears no promise of ours in %s', (text) => {
    expect(dues(text)).toEqual([]);
  });

  it('counts working days over a public holiday and the days worked for it', () => {
    expect(dues('一个工作日内给您退款', at('2026-09-30T10:00:00'))).toEqual([at('2026-10-08T23:59:59')]);
    expect(isWorkday(day('2026-10-10'))).toBe(true);
    expect(workdayAfter(day('2026-11-20'), 1)).toBe(day('2026-11-23'));
  });

  it('takes a passed hour of a day as its afternoon or as tomorrow', () => {
    expect(dues('三点给您回电')).toEqual([at('2026-11-18T15:00:00')]);
    expect(dues('上午给您回电')).toEqual([at('2026-11-19T12:00:00')]);
  });

  it('reads the local clock of the offset that it is given', () => {
    expect(promisesIn('今晚给您结果', AT, 7 * 3_600_000)[0]?.due).toBe(
      Date.parse('2026-11-18T23:59:59+07:00'),
    );
  });

  it('reads English', () => {
    expect(dues('Sorry about that! We will refund you within 3 business days.')).toEqual([
      at('2026-11-23T23:59:59'),
    ]);
    expect(dues('You will get it tomorrow')).toEqual([]);
  });
});

describe('numbers in words', () => {
  it.each([
    ['二十四', 24],
    ['十二', 12],
    ['两三', 3],
    ['半', 0.5],
    ['1.5', 1.5],
    ['十几', null],
    ['一百二十', 120],
  ])('%s', (text, value) => {
    expect(numberOf(text)).toBe(value);
  });
});
