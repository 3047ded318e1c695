import { describe, expect, it } from 'vitest';
import { eventSchema, isKnownKind, observationSchema } from './event.schema.ts';

const stamp = {
  id: 'b-1',
  at: 1_790_000_000_000,
  mono: 1.5,
  bootId: 'b',
  place: { console: 'pinduoduo', shop: '小店', seat: 'x' },
};
const raw = { ...stamp, conversation: 'k', buyer: 'S***n' };
const logged = { ...stamp, conversation: 'p', seq: 3, person: null };

describe('a dismissal that was taken back', () => {
  const restored = { kind: 'finding-restored', draft: 'b.1', rule: 'tone' } as const;

  it('is an observation and an event of a conversation', () => {
    expect(isKnownKind('finding-restored')).toBe(true);
    expect(observationSchema.parse({ ...raw, ...restored })).toEqual({ ...raw, ...restored });
    expect(eventSchema.parse({ ...logged, ...restored })).toEqual({ ...logged, ...restored });
  });

  it.each([
    ['without its draft', { kind: 'finding-restored', rule: 'tone' }],
    ['without its rule', { kind: 'finding-restored', draft: 'b.1' }],
    ['with a scope', { ...restored, scope: 'shop' }],
    ['with the words', { ...restored, text: '你是不是搞错了' }],
  ])('is refused %s', (_, act) => {
    expect(observationSchema.safeParse({ ...raw, ...act }).success).toBe(false);
    expect(eventSchema.safeParse({ ...logged, ...act }).success).toBe(false);
  });

  it('is refused outside a conversation', () => {
    expect(observationSchema.safeParse({ ...stamp, ...restored }).success).toBe(false);
  });
});
