import { describe, expect, it } from 'vitest';
import { Classifier } from './classifier.ts';

const CLASSES = [
  { class: 'logistics', examples: ['快递', '物流', '包裹走到哪里了', '哪天能送到'] },
  { class: 'invoice', examples: ['发票', '开票', '抬头写错了怎么改', '能开专票吗'] },
] as const;
const says = (...texts: string[]) => texts.map((text) => ({ by: 'buyer', text }) as const);

describe('what a conversation is about', () => {
  const engine = new Classifier(CLASSES);

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
    const taught = new Classifier(CLASSES);
    for (let time = 0; time < 12; time++)
      taught.learn({ conversation: says('罐子瘪了'), category: 'logistics' });
    expect(taught.classify(says('罐子瘪了')).category).toBe('logistics');
  });

  it('is the same on every run', () => {
    expect(new Classifier(CLASSES).classify(says('多久能到'))).toEqual(engine.classify(says('多久能到')));
  });
});
