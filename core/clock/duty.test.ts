import { expect, it } from 'vitest';
import type { ChatEvent, Place } from '../event.ts';
import { anyoneOn, dutyOf, personOn, shopOf } from './duty.ts';

const MACHINE: Place = { console: '', shop: '', seat: '' };
const SHOP: Place = { console: 'pinduoduo', shop: '青禾家居', seat: '客服小夏' };

let seq = 0;
const act = (kind: 'agent-on' | 'agent-off', at: number, place: Place, person: string | null): ChatEvent => ({
  kind,
  at,
  mono: at,
  bootId: 'b',
  id: `d-${seq}`,
  seq: seq++,
  place,
  person,
});

it('takes 上岗 on the desk page for every shop and seat of the machine', () => {
  const duty = dutyOf([act('agent-on', 10, MACHINE, '甲'), act('agent-off', 90, MACHINE, null)]);
  expect(anyoneOn(duty, shopOf(SHOP), 50)).toBe(true);
  expect(anyoneOn(duty, shopOf(SHOP), 95)).toBe(false);
  expect(personOn(duty, shopOf(SHOP), SHOP.seat, 50)).toBe('甲');
});

it('hands over in one step: nobody is on twice', () => {
  const duty = dutyOf([act('agent-on', 10, MACHINE, '甲'), act('agent-on', 50, MACHINE, '乙')]);
  expect([20, 49, 50, 80].map((at) => personOn(duty, shopOf(SHOP), SHOP.seat, at))).toEqual([
    '甲',
    '甲',
    '乙',
    '乙',
  ]);
});

it('keeps a shop’s own duty to that shop', () => {
  const duty = dutyOf([act('agent-on', 10, SHOP, '甲')]);
  expect(anyoneOn(duty, shopOf({ ...SHOP, shop: '别家' }), 50)).toBe(false);
});
