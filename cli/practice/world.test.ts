import { describe, expect, it } from 'vitest';
import type { Change } from './snapshot.ts';
import { parseStory } from './story.ts';
import { World } from './world.ts';

const NOW = Date.UTC(2026, 10, 20, 8);
const story = (console: string, extra = '') =>
  parseStory(
    `{name: t, console: ${console}, shop: 店, seat: 客服, seed: 3, opens: a, ${extra}
      buyers: [
        {uid: a, name: 甲, history: [
          {ago: 2m, say: {text: 一}}, {ago: 90s, by: agent, say: {text: 二}},
          {ago: 20s, say: {text: 三}}, {ago: 20s, say: {text: 四}}]},
        {uid: b, name: 乙}]}`,
    't.yml',
  );
const world = (console = 'pinduoduo', extra = '') => new World(story(console, extra), NOW);
const messages = (of: World, uid: string) =>
  of.snapshot().conversations.find((one) => one.uid === uid)!.messages;

describe('a world', () => {
  it('begins with its history: ids, read marks, what is unread', () => {
    const a = world().snapshot().conversations[0]!;
    expect(a.messages.map(({ id }) => Number(id) - NOW)).toEqual([-120_000, -90_000, -20_000, -19_999]);
    expect(a.messages.map(({ read }) => read)).toEqual([false, true, false, false]);
    expect(a.unread).toBe(2);
  });

  it('gives 飞鸽 ids of 19 digits, and words to those that are no chat', () => {
    const feige = world('feige');
    const id = (variant: string, item = false) =>
      feige.say(
        'b',
        {
          by: 'system',
          content: item ? { item: { id: 'i', title: 't', price: '1' } } : { text: 't' },
          variant,
        },
        NOW,
      );
    expect(id('')).toMatch(/^\d{19}$/);
    expect(id('Welcome')).toMatch(/^\d{19}_Welcome_1$/);
    expect(id('CsAssign')).toMatch(/^\d{19}_CsAssign_1$/);
    expect(id('transfer')).toMatch(/^transfer_staff_\d{19}$/);
    expect(id('llm')).toMatch(/^llm_process_\d{19}$/);
    expect(id('close')).toMatch(/^cs_close_conversation_\d{19}$/);
    expect(id('', true)).toMatch(/^\d{19}_template$/);
  });

  it('never gives an id twice, however many speak in one millisecond', () => {
    const one = world();
    const ids = Array.from({ length: 50 }, () => one.say('b', { by: 'buyer', content: { text: '快' } }, NOW));
    expect(new Set(ids).size).toBe(50);
  });

  it('tells each change once, in order, until the signal', () => {
    const one = world();
    const told: Change['kind'][] = [];
    const stop = new AbortController();
    one.watch((change) => told.push(change.kind), { signal: stop.signal });
    const id = one.say('b', { by: 'buyer', content: { text: '在吗' } }, NOW);
    one.see('b');
    one.see('b');
    one.recall(id);
    one.arrive('c', '丙');
    stop.abort();
    one.say('b', { by: 'buyer', content: { text: '人呢' } }, NOW);
    expect(told).toEqual(['said', 'seen', 'recalled', 'arrived']);
    expect(one.version).toBe(5);
    expect(messages(one, 'b').map(({ recalled }) => recalled)).toEqual([true, false]);
  });

  it('counts unread until the agent answers', () => {
    const one = world();
    const unread = () => one.snapshot().conversations.find(({ uid }) => uid === 'b')!.unread;
    one.say('b', { by: 'buyer', content: { text: '在吗' } }, NOW);
    one.say('b', { by: 'robot', content: { text: '您好' } }, NOW);
    expect(unread()).toBe(1);
    one.say('b', { by: 'agent', content: { text: '在的' } }, NOW);
    expect(unread()).toBe(0);
  });

  it('refuses buyers and messages that are not there', () => {
    expect(() => world().say('z', { by: 'buyer', content: { text: 't' } }, NOW)).toThrow('no buyer z');
    expect(() => world().recall('z')).toThrow('no message z');
    expect(() => world().arrive('a', '甲')).toThrow('already a buyer a');
  });

  it('has the same crowd for the same seed, all of it answered', () => {
    const crowded = () => world('pinduoduo', 'crowd: 20,').snapshot().conversations;
    expect(crowded()).toEqual(crowded());
    expect(crowded()).toHaveLength(22);
    expect(
      crowded()
        .slice(2)
        .every(({ unread, messages }) => unread === 0 && messages.at(-1)!.by === 'agent'),
    ).toBe(true);
  });
});
