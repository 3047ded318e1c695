import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formsTable, formsTrace, strangeSources } from './forms-table.ts';
import { readDesk } from './read-desk.ts';

const { forms, flows, authority, rules } = readDesk();
const CLASSES = [
  'logistics',
  'payment_refund',
  'return_exchange',
  'product',
  'coupon_promotion',
  'order',
  'invoice',
  'complaint',
];

describe('the manuals’ forms and flows', () => {
  it('are all here, field by field and node by node', () => {
    expect(formsTrace().filter(({ places }) => places.length === 0)).toEqual([]);
    expect(strangeSources()).toEqual([]);
  });

  it('stand in the table as they are', () => {
    const written = readFileSync(join(import.meta.dirname, '../../seeds/FORMS.md'), 'utf8');
    expect(written).toBe(formsTable());
  });

  it('the logistics dispute has its six steps and four types', () => {
    const dispute = flows.find(({ id }) => id === 'logistics-dispute');
    expect(dispute?.nodes).toHaveLength(6);
    expect(dispute?.variants).toHaveLength(4);
  });
});

describe('what ships', () => {
  it('a field means the same in every form', () => {
    const types = new Map<string, string>();
    const torn = forms
      .flatMap(({ fields }) => fields)
      .filter(({ id, type }) => {
        const said = JSON.stringify(type);
        const before = types.get(id) ?? said;
        types.set(id, before);
        return before !== said;
      });
    expect(torn).toEqual([]);
  });

  it('every node asks for fields that some form has', () => {
    const known = new Set(forms.flatMap(({ fields }) => fields.map(({ id }) => id)));
    const asked = flows.flatMap(({ nodes }) => nodes.flatMap(({ needs = [] }) => needs));
    expect(asked.filter((id) => !known.has(id))).toEqual([]);
  });

  it('every question class has a form and a flow of its own', () => {
    for (const suggests of [forms, flows.filter(({ scope }) => scope === 'case')]) {
      const met = new Set<string>(suggests.flatMap(({ categories }) => categories));
      expect(CLASSES.filter((one) => !met.has(one))).toEqual([]);
      expect([...met].filter((one) => !CLASSES.includes(one))).toEqual([]);
    }
  });

  it('no record asks for more than three things', () => {
    expect(forms.filter(({ quick }) => quick.length > 3)).toEqual([]);
  });

  it('whoever a rule sends a case to may grant something', () => {
    const ranks = authority.ranks.map(({ role }) => role);
    expect(rules.filter(({ to }) => !ranks.includes(to))).toEqual([]);
  });
});
