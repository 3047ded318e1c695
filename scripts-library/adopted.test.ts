import { expect, it } from 'vitest';
import { adopt } from './adopted.ts';
import { parsePack } from './pack.ts';

const about = { version: 1, day: '2026-11-22', title: '本店采纳', publisher: '本店' };
const wash = { title: '', text: '这款杯盖能拆，泡十分钟再擦', asked: '怎么洗 我电话⟦手机号⟧' };

it('makes a pack that reads, of one script after the other', () => {
  const first = adopt(null, wash, about);
  const second = adopt(
    first,
    { ...wash, text: '打这个号码就行：⟦电话⟧' },
    { ...about, version: 2, day: '2026-11-23' },
  );
  const read = parsePack(second);
  expect(read).toMatchObject({ ok: true });
  expect(second.effective).toBe('2026-11-22');
  expect(second.scripts.map((one) => one.kind === undefined && one.body)).toEqual([
    '这款杯盖能拆，泡十分钟再擦',
    '打这个号码就行：{{fill.电话}}',
  ]);
  expect(second.scripts[0]).toMatchObject({
    title: '这款杯盖能拆，泡十分钟再擦',
    intents: [{ examples: ['怎么洗 我电话'] }],
  });
});

it('holds the same words once', () => {
  const first = adopt(null, wash, about);
  const again = adopt(first, { ...wash, title: '洗杯盖' }, { ...about, version: 2 });
  expect(again.scripts.map(({ title }) => title)).toEqual(['洗杯盖']);
});
