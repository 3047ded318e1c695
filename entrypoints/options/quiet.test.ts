import { expect, it } from 'vitest';
import type { Rule } from '../../scripts-library/rule.ts';
import { quietRows } from './quiet.ts';

it('names a silenced rule as people know it, or by its id once it is no longer shipped', () => {
  const rules = [{ id: 'blame', title: '反问买家' }] as Rule[];
  const at = { console: 'pinduoduo', shop: '茶铺', since: 5 };
  expect(quietRows([{ ...at, rule: 'blame' }], rules)).toEqual([
    { ...at, rule: 'blame', title: '反问买家', consoleName: '拼多多' },
  ]);
  expect(quietRows([{ ...at, console: 'old', rule: 'gone' }], rules)).toEqual([
    { ...at, console: 'old', rule: 'gone', title: 'gone', consoleName: 'old' },
  ]);
});
