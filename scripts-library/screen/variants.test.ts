import { expect, it } from 'vitest';
import { loadTables } from './variants.ts';

const code = (char: string): number => char.charCodeAt(0);
const tables = () =>
  loadTables({ sounds: 'jia 加家佳;wei 微为', alike: '伽加;①1一;咖加', splits: '亻言信;力口加叻' });

it('puts characters that sound alike into one class, all others into one of their own', () => {
  const { sound, readings } = tables();
  expect(sound[code('加')]).toBe(readings.get('jia'));
  expect(sound[code('佳')]).toBe(readings.get('jia'));
  expect(sound[code('为')]).toBe(readings.get('wei'));
  expect(readings.get('wei')).not.toBe(readings.get('jia'));
  expect([...readings.keys()]).toEqual(['jia', 'wei']);
  for (const char of ['天', 'a', ' ', ';', 'j', '\uffff', '\u0000'])
    expect(sound[code(char)]).toBe(code(char));
});

it('tells what a character may stand for, in its order', () => {
  const { alike, meant } = tables();
  const standsFor = (char: string): string => {
    const entry = alike[code(char)] as number;
    return String.fromCharCode(...meant.subarray(entry + 1, entry + 1 + (meant[entry] as number)));
  };
  expect(['伽', '①', '咖', '加', ';', '天'].map(standsFor)).toEqual(['加', '1一', '加', '', '', '']);
  expect(meant).toHaveLength(8);
});

it('knows pairs of parts, first and second apart', () => {
  const { parts } = tables();
  expect(parts.get(code('亻') * 0x10000 + code('言'))).toBe('亻言信');
  expect(parts.get(code('力') * 0x10000 + code('口'))?.slice(2)).toBe('加叻');
  expect(parts.get(code('言') * 0x10000 + code('亻'))).toBeUndefined();
  expect(parts.size).toBe(2);
});

it('is empty where nothing was packed', () => {
  const { alike, meant } = loadTables({ sounds: '', alike: '', splits: '' });
  expect(alike.every((entry) => entry === 0)).toBe(true);
  expect([...meant]).toEqual([0]);
});
