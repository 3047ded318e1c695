import { expect, it } from 'vitest';
import { PRACTICE_CONSOLES } from './consoles.ts';
import { milliseconds, parseStory, readStories } from './story.ts';

it.each([
  ['90s', 90_000],
  ['1h2m', 3_720_000],
  ['5m20s', 320_000],
  ['400ms', 400],
  ['0s', 0],
  ['', null],
  ['5', null],
  ['5 m', null],
  ['m5', null],
])('reads %j as a duration', (text, expected) => {
  expect(milliseconds(text)).toBe(expected);
});

it('says which file and place is wrong', () => {
  const text = 'name: x\nconsole: 淘宝\nshop: s\nseat: s\nseed: 1\nopens: null\nbuyers: []';
  expect(() => parseStory(text, 'bad.yml')).toThrow(/^bad\.yml: console: /);
  const later = text
    .replace('淘宝', 'feige')
    .replace('[]', '[{uid: a, name: b, history: [{ago: soon, say: {text: t}}]}]');
  expect(() => parseStory(later, 'bad.yml')).toThrow(
    'buyers.0.history.0.ago: not a duration such as 90s or 1h2m: soon',
  );
});

const stories = PRACTICE_CONSOLES.flatMap(({ id }) => [...readStories(id).values()]);

it('has the story that each console begins with', () => {
  for (const { id, story } of PRACTICE_CONSOLES)
    expect(stories.some((one) => one.name === story && one.console === id)).toBe(true);
});

it.each(stories.map((story) => [story.name, story] as const))('%s can be played', (_, story) => {
  const uids = story.buyers.map(({ uid }) => uid);
  expect(new Set(uids).size).toBe(uids.length);
  if (story.opens !== null) expect(uids).toContain(story.opens);
  for (const { history, answers } of story.buyers) {
    const agos = history.map(({ ago }) => ago);
    expect(agos).toEqual([...agos].sort((a, b) => b - a));
    // The answer to anything comes last, or those after it would wait for ever.
    const anything = answers.findIndex(({ when }) => when.length === 0);
    expect([-1, answers.length - 1]).toContain(anything);
    for (const { within } of answers) expect(within[0]).toBeLessThanOrEqual(within[1]);
  }
});

it('names nobody: no phone, card or mail in a story', () => {
  const text = JSON.stringify(
    stories.map(({ buyers }) => buyers.flatMap(({ history, writes, answers }) => [history, writes, answers])),
  );
  expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)|@/);
});
