import { describe, expect, it } from 'vitest';
import { Classifier } from './classifier.ts';

const CLASSES = [
  { class: 'logistics', examples: ['快递', '物流', '包裹走到哪里了', '哪天能送到'] },
  { class: 'invoice', examples: ['发票', '开票', '抬头写错了怎么改', '能开专票吗'] },
] as const;
const confirmed = Array.from({ length: 12 }, () => ({
  conversation: [{ by: 'buyer' as const, text: '罐子瘪了' }],
  category: 'logistics' as const,
}));
const says = (...texts: string[]) => texts.map((text) => ({ by: 'buyer', text }) as const);

describe('what a conversation is about', () => {
  const engine = Classifier.of(CLASSES);

  it('is told by the examples', () => {
    expect(engine.classify(says('我的快递到哪了')).category).toBe('logistics');
    expect(engine.classify(says('麻烦帮我开个发票')).category).toBe('invoice');
  });

  it('is nothing for a courtesy', () => {
    expect(engine.classify(says('好的谢谢')).category).toBeNull();
    expect(engine.classify([]).category).toBeNull();
  });

  it('is learned from what agents confirmed', () => {
    const before = engine.classify(says('罐子瘪了'));
    expect(before.category).not.toBe('logistics');
    const taught = Classifier.of(CLASSES, confirmed);
    expect(taught.classify(says('罐子瘪了')).category).toBe('logistics');
  });

  it('is learned in slices as it is in one go', async () => {
    let pauses = 0;
    const slices = await Classifier.inSlices(CLASSES, confirmed, async () => {
      pauses += 1;
    });
    expect(pauses).toBeGreaterThan(10);
    expect(slices.classify(says('罐子瘪了'))).toEqual(
      Classifier.of(CLASSES, confirmed).classify(says('罐子瘪了')),
    );
  });

  it('stays with the matter of the talk', () => {
    const talks = ['改一下', '再看看', '什么情况'].flatMap((text) => [
      { conversation: says('能开专票吗', text), category: 'invoice' as const },
      { conversation: says('物流没动', text), category: 'logistics' as const },
    ]);
    const taught = Classifier.of(CLASSES, [...talks, ...talks, ...talks]);
    expect(taught.classify(says('抬头写错了怎么改', '什么情况')).category).toBe('invoice');
    expect(taught.classify(says('包裹走到哪里了', '什么情况')).category).toBe('logistics');
  });

  it('is the same on every run', () => {
    expect(Classifier.of(CLASSES).classify(says('多久能到'))).toEqual(engine.classify(says('多久能到')));
  });
});
