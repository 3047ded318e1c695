import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerTo, play } from './player.ts';
import { parseStory } from './story.ts';
import { World } from './world.ts';

const story = parseStory(
  `{name: t, console: pinduoduo, shop: 店, seat: 客服, seed: 3, opens: a,
    buyers: [{uid: a, name: 甲,
      writes: [{after: 4s, say: {text: 还没好吗}}, {after: 20s, say: {text: 急}}],
      answers: [
        {when: [发货, 仓库], within: [2s, 3s], say: [{text: 几点}, {text: 别骗我}]},
        {when: [抱歉], within: [1s, 1s], say: [{text: 没事}]},
        {within: [1s, 1s], say: [{text: 嗯}]}]}]}`,
  't.yml',
);
const { answers } = story.buyers[0]!;

describe('the answer to an agent', () => {
  it.each([
    ['今天发货', [], 0],
    ['抱歉，今天发货', [0], 1],
    ['你好', [], 2],
    ['你好', [2], null],
    ['今天发货', [0], 2],
  ])('to %j after %j is %j', (text, used, expected) => {
    expect(answerTo(text, answers, new Set(used))).toBe(expected);
  });
});

describe('a story', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const start = (speed: number) => {
    const stop = new AbortController();
    const world = new World(story, 0);
    play(world, { speed, signal: stop.signal });
    const heard = () =>
      world
        .snapshot()
        .conversations[0]!.messages.map(({ content }) => ('text' in content ? content.text : ''));
    return { world, stop, heard };
  };

  it('lets buyers write when their time comes', () => {
    const { heard } = start(1);
    vi.advanceTimersByTime(3_999);
    expect(heard()).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(heard()).toEqual(['还没好吗']);
    vi.advanceTimersByTime(16_000);
    expect(heard()).toEqual(['还没好吗', '急']);
  });

  it('plays faster with a speed', () => {
    const { heard } = start(10);
    vi.advanceTimersByTime(400);
    expect(heard()).toEqual(['还没好吗']);
  });

  it('lets a buyer answer line by line, each answer once, not to robots', () => {
    const { world, heard } = start(1);
    world.say('a', { by: 'robot', content: { text: '发货很快' } }, 0);
    world.say('a', { by: 'agent', content: { text: '仓库在备货' } }, 0);
    vi.advanceTimersByTime(1_999);
    expect(heard()).toHaveLength(2);
    vi.advanceTimersByTime(1_001);
    expect(heard().slice(2)).toEqual(['几点']);
    world.say('a', { by: 'agent', content: { text: '五点前发货' } }, 0);
    vi.advanceTimersByTime(10_000);
    expect(heard().filter((text) => text === '几点')).toHaveLength(1);
    expect(heard()).toContain('别骗我');
    expect(heard()).toContain('嗯');
  });

  it('falls silent at the signal', () => {
    const { stop, heard } = start(1);
    stop.abort();
    vi.advanceTimersByTime(60_000);
    expect(heard()).toEqual([]);
  });
});
