import { beforeEach, expect, it, vi } from 'vitest';
import type { CompiledRules } from '../../scripts-library/screen/compile.ts';
import { type Judge, offerEngine } from './bridge.ts';
import { createWording } from './wording.ts';

const rules = (packHash: string) => ({ packHash }) as CompiledRules;

/** What was asked of the engine, and the work that has not ended. */
let asked: string[] = [];
let ends: (() => void)[] = [];
let judges: Map<string, Judge>;

beforeEach(() => {
  asked = [];
  ends = [];
  judges = new Map();
  offerEngine(({ packHash }) => {
    const judge: Judge = () => [];
    judges.set(packHash, judge);
    return {
      soon: () => {
        asked.push(`${packHash} soon`);
        return new Promise((resolve) => {
          ends.push(() => resolve(judge));
        });
      },
      now: () => {
        asked.push(`${packHash} now`);
        return judge;
      },
    };
  });
});

function scene() {
  const target = new EventTarget();
  const ready = vi.fn();
  const wording = createWording(target as Window, ready, new AbortController());
  const act = (type: string, isTrusted: boolean) => {
    const event = new Event(type);
    // A test has no hands: node's own events are as untrusted as a page's.
    const listened = Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    target.dispatchEvent(listened);
  };
  return { wording, ready, act };
}

it('does nothing for rules that nobody needs yet', () => {
  const { wording, act } = scene();
  wording.renew(rules('a'));
  act('keydown', false);
  expect(asked).toEqual([]);
  act('keydown', true);
  act('pointerdown', true);
  expect(asked).toEqual(['a soon']);
});

it('makes rules ready when they come, if somebody has waited for them', async () => {
  const { wording, ready } = scene();
  expect(wording.judge()).toBeNull();
  wording.renew(rules('a'));
  expect(asked).toEqual(['a soon']);
  expect(wording.judge()).toBeNull();
  ends[0]?.();
  await vi.waitFor(() => expect(ready).toHaveBeenCalledOnce());
  expect(wording.judge()).toBe(judges.get('a'));
});

it('lets a send wait for nothing', async () => {
  const { wording, ready } = scene();
  expect(wording.judgeNow()).toBeNull();
  wording.renew(rules('a'));
  expect(wording.judgeNow()).toBe(judges.get('a'));
  expect(ready).toHaveBeenCalledOnce();
  ends[0]?.();
  await Promise.resolve();
  expect(wording.judgeNow()).toBe(judges.get('a'));
  expect(ready).toHaveBeenCalledOnce();
});

it('judges by the rules in use until newer ones are ready, and takes the same ones once', async () => {
  const { wording, ready } = scene();
  wording.renew(rules('a'));
  wording.judgeNow();
  wording.renew(rules('a'));
  wording.renew(rules('b'));
  wording.renew(rules('c'));
  expect(asked).toEqual(['a soon', 'a now', 'b soon', 'c soon']);
  expect(wording.judgeNow()).toBe(judges.get('a'));
  for (const end of ends) end();
  await vi.waitFor(() => expect(ready).toHaveBeenCalledTimes(2));
  expect(wording.judge()).toBe(judges.get('c'));
});
