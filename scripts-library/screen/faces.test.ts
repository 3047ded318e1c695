import { expect, it } from 'vitest';
import {
  ALONE,
  FACES,
  FIGURE,
  FILLS,
  FOLLOWS,
  faceOf,
  faceOfSound,
  isFigure,
  JOINS,
  NUMERAL,
  WILD,
} from './faces.ts';
import { FIRST_SOUND } from './variants.ts';

it('each sound of Chinese has a face of its own, which no other code shares', () => {
  const sounds = Array.from({ length: 448 }, (_, i) => faceOfSound(FIRST_SOUND + i));
  expect(new Set(sounds).size).toBe(sounds.length);
  expect(sounds).not.toContain(FIGURE);
  expect(sounds).not.toContain(0);
  const others = new Set(Array.from({ length: FIRST_SOUND }, (_, code) => faceOfSound(code)));
  for (const code of [FIRST_SOUND + 448, FIRST_SOUND + 900, 0xffff]) others.add(faceOfSound(code));
  expect(sounds.filter((face) => others.has(face))).toEqual([]);
  expect(others.size).toBe(FACES - 450);
  expect(Math.max(...others)).toBe(FACES - 1);
});

it('a look is a face with traits above it', () => {
  const traits = [WILD, FILLS, JOINS, ALONE, NUMERAL, FOLLOWS];
  for (const trait of traits) {
    expect(faceOf(trait | 77)).toBe(77);
    expect(isFigure(trait | FIGURE)).toBe(true);
    expect(isFigure(trait | (FIGURE + 1))).toBe(false);
  }
  expect(new Set(traits).size).toBe(6);
  expect(traits.reduce((all, trait) => all | trait, FACES - 1)).toBe(0xffff);
});
