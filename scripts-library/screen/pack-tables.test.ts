import { expect, it } from 'vitest';
import { packTables } from './pack-tables.ts';
import { loadTables } from './variants.ts';

const every = (known: ReadonlySet<string>) => ({ heard: known, seen: known, split: known });

const entries = (packed: string): string[] => packed.split(';').filter(Boolean);

it('keeps of the sounds only those of characters that are used', () => {
  const { sounds } = packTables(every(new Set(['信', 'q'])));
  expect(entries(sounds)).toHaveLength(1);
  expect(sounds).toMatch(/^xin .*信/);
  expect(packTables(every(new Set(['q', 'z']))).sounds).toBe('');
  expect(entries(packTables(every(new Set(['信', '微']))).sounds)).toHaveLength(2);
});

it('keeps of the split characters only those that are used, under their two parts', () => {
  const parts = entries(packTables(every(new Set(['信', '好']))).splits);
  expect(parts).toContain('亻言信');
  expect(parts).toContain('女子好');
  expect(parts.every((entry) => [...entry].slice(2).every((made) => '信好'.includes(made)))).toBe(true);
  expect(packTables(every(new Set(['q']))).splits).toBe('');
});

it('keeps of the look-alikes only those of characters that are used, and digits in their writings', () => {
  const { alike } = packTables(every(new Set(['信'])));
  const typed = new Map(entries(alike).map((entry) => [[...entry][0], [...entry].slice(1).join('')]));
  expect(typed.get('伩')).toBe('信');
  expect(typed.get('微')).toBeUndefined();
  expect(typed.get('徽')).toBeUndefined();
  expect([...'一幺贰〇o玖'].map((form) => typed.get(form))).toEqual(['1', '1', '2', '0', '0', '9']);
  expect([typed.get('l'), typed.get('i'), typed.get('1')]).toEqual([undefined, undefined, undefined]);
  expect(new Set([...typed.values()].join(''))).toEqual(new Set('信0123456789'));
});

it('lists a look-alike of two characters once, under both', () => {
  const { alike } = packTables(every(new Set(['现', '视', '码', '玛'])));
  const all = entries(alike).map((entry) => [...entry][0]);
  expect(new Set(all).size).toBe(all.length);
  expect(entries(alike).every((entry) => ![...entry].slice(1).includes([...entry][0] ?? ''))).toBe(true);
});

it('tells of every look-alike all that it may stand for', () => {
  const { alike } = packTables(every(new Set('阿厕啊呵啃现')));
  const typed = new Map(entries(alike).map((entry) => [[...entry][0], [...entry].slice(1).sort().join('')]));
  expect(['肟', '眄', '珼'].map((form) => typed.get(form))).toEqual(['厕阿', '呵啃啊', '现']);
});

it('is ready to be unpacked', () => {
  const { sound, readings, parts } = loadTables(packTables(every(new Set(['信']))));
  expect(sound['芯'.charCodeAt(0)]).toBe(readings.get('xin'));
  expect(parts.size).toBeGreaterThan(0);
});
