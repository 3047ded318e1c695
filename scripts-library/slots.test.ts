import { describe, expect, test } from 'vitest';
import { fillSlots, isUsableName, slotParts, slotProblems } from './slots.ts';

describe('slots', () => {
  test('cuts a body at its slots', () => {
    expect(slotParts('{{称呼|亲}}，{{快递单号}}已揽收')).toEqual([
      { kind: 'slot', name: '称呼', fallback: '亲' },
      { kind: 'text', text: '，' },
      { kind: 'slot', name: '快递单号', fallback: null },
      { kind: 'text', text: '已揽收' },
    ]);
  });

  test.each(['张**', '13812345678', 'tb12345', '用户83921', '匿名买家', '', '2024', '张…', 'user_9921'])(
    '%s is nobody’s name',
    (name) => expect(isUsableName(name)).toBe(false),
  );
  test.each(['小满', '王女士', 'Anna', '阿May2号'])('%s may be said', (name) =>
    expect(isUsableName(name)).toBe(true),
  );

  test('fills values, falls back, and leaves a span for what is missing', () => {
    const filled = fillSlots('{{买家昵称|亲}}，{{快递单号}}在{{快递公司|快递}}', { 买家昵称: '小满' });
    expect(filled.text).toBe('小满，【快递单号】在快递');
    expect(filled.slots).toEqual([
      { start: 0, end: 2, name: '买家昵称', state: 'filled' },
      { start: 3, end: 9, name: '快递单号', state: 'missing' },
      { start: 10, end: 12, name: '快递公司', state: 'filled' },
    ]);
  });

  test('a masked nickname gives way to the house salutation, then to the fallback', () => {
    expect(fillSlots('{{买家昵称|亲}}', { 买家昵称: '小***', 称呼: '客官' }).text).toBe('客官');
    expect(fillSlots('{{买家昵称|亲}}', { 买家昵称: '小***' }).text).toBe('亲');
    expect(fillSlots('{{buyer|there}}', { buyer: 'a***9' }).text).toBe('there');
  });

  test('values are taken as they are: no slot inside a value, no inherited property', () => {
    expect(fillSlots('{{店铺}}', { 店铺: '{{客服}}' }).text).toBe('{{客服}}');
    expect(fillSlots('{{constructor}}', {}).slots[0]?.state).toBe('missing');
  });

  test('names unknown slots and stray braces', () => {
    expect(slotProblems('{{买家昵称|亲}} {{fact.退货天数}} {{商品.尺码}}')).toEqual([]);
    expect(slotProblems('{{constructor}}').map(({ code }) => code)).toEqual(['E_SLOT_UNKNOWN']);
    expect(slotProblems('您好{{称呼').map(({ code }) => code)).toEqual(['E_SLOT_SYNTAX']);
  });
});
