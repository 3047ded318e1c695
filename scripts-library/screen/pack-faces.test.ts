import { expect, it } from 'vitest';
import { FIGURE, faceOfSound } from './faces.ts';
import { facesWith, isFigureCode } from './pack-faces.ts';
import { loadTables } from './variants.ts';

const tables = loadTables({
  sounds: 'jia 加家伽;wei 微威;yi 一以;ka 咖',
  alike: '伽加;咖加;①1一;徽微;威微',
  splits: '',
});
const facesOf = (char: string): readonly number[] => facesWith(tables)(char.charCodeAt(0));
const face = (char: string): number => faceOfSound(tables.sound[char.charCodeAt(0)] as number);

it('a character may be typed as what sounds like it, and as what looks like it', () => {
  expect(facesOf('加')).toEqual([face('加'), face('咖')]);
  expect(facesOf('家')).toEqual([face('加')]);
  expect(facesOf('微')).toEqual([face('微'), face('徽')]);
  expect(facesOf('天')).toEqual([face('天')]);
});

it('a figure may be typed in any writing, and as a character that sounds like one', () => {
  expect(facesOf('#')).toEqual([FIGURE]);
  for (const char of '5五伍') expect(facesOf(char), char).toEqual([FIGURE, face(char)]);
  expect(facesOf('一')).toEqual([FIGURE, face('①'), face('一')]);
  expect(facesOf('以')).toEqual([face('以'), FIGURE]);
  expect([...'#0九几Ａ加a'].map((char) => isFigureCode(char.charCodeAt(0)))).toEqual([
    true,
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});

it('is worked out once for each character', () => {
  const faces = facesWith(tables);
  expect(faces(0x52a0)).toBe(faces(0x52a0));
});
