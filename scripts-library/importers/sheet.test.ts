import { describe, expect, it } from 'vitest';
import { packSchema } from '../pack.schema.ts';
import { readSheet } from './sheet.ts';

describe('a table of scripts', () => {
  it('keeps codes, tags and pictures for whoever looks a script up', () => {
    const [script] = readSheet(
      [
        ['快捷短语编码', '快捷短语', '快捷短语分组', '标签', '配图'],
        ['B 12', '亲，看图选码就可以', '售前', '尺码 身高；女装', '尺码表.png|上身图'],
      ],
      'a.csv',
    ).scripts;
    expect(script).toMatchObject({
      id: 'b-12',
      code: 'B12',
      tags: ['尺码', '身高', '女装'],
      pictures: ['尺码表.png', '上身图'],
    });
    expect(packSchema.shape.scripts.safeParse([script]).success).toBe(true);
  });
});
