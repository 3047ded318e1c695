import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { By, MessageSighting } from '../../core/event.ts';
import { createAdvice } from './advice.ts';
import { type LiveConversations, learn, remember } from './live.ts';
import { initialModel, type Model } from './model.ts';
import type { Session } from './session.ts';

const place = { console: 'feige', shop: '小店', seat: 'x' };
const ref = { key: 'k', buyer: null };
const asked: unknown[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  asked.length = 0;
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'ours',
      sendMessage: async ({ ask }: { ask: unknown }) => {
        asked.push(ask);
        return { ok: true, answer: { rules: ['repeat-reply'] } };
      },
    },
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A conversation that is open. */
function scene() {
  const lives: LiveConversations = new Map();
  let model: Model = {
    ...initialModel('zh-CN'),
    page: { kind: 'ready', place, conversation: ref, order: null },
  };
  const session = {
    adapter: { id: 'feige' },
    signal: new AbortController().signal,
    lives,
    model: () => model,
    set: (part: Partial<Model>) => {
      model = { ...model, ...part };
    },
  } as unknown as Session;
  const advice = createAdvice(session);
  let count = 0;
  const says = (by: By, text: string) => {
    const key = { source: 'platform', value: `${count++}` } as const;
    const sentAt = { precision: 'none', source: 'observed' } as const;
    const message: MessageSighting = {
      kind: 'message-seen',
      key,
      by,
      content: 'text',
      text,
      seen: 'live',
      sentAt,
    };
    remember(lives, ref, message, { id: key.value, at: 0 });
    advice.changed();
  };
  const learns = (messages: Record<string, readonly string[]>) => {
    const classes = Object.fromEntries(Object.keys(messages).map((id) => [id, 'substantive' as const]));
    learn(lives, { classes, advice: messages });
    advice.learned();
  };
  return { says, learns, advice: () => model.advice };
}

it('tells what the background made of a buyer’s words until they are answered', () => {
  const { says, learns, advice } = scene();
  says('buyer', '加个微信吧');
  expect(advice()).toEqual([]);
  learns({ 0: ['off-platform'] });
  expect(advice()).toEqual(['off-platform']);
  says('buyer', '在吗');
  expect(advice()).toEqual(['off-platform']);
  says('agent', '在的，请在这里说');
  expect(advice()).toEqual([]);
  learns({ 1: ['threat'] });
  expect(advice()).toEqual([]);
});

it('asks about a turn of ours when it is over, with what was said before it', async () => {
  const { says, learns, advice } = scene();
  says('robot', '欢迎光临');
  says('agent', '早说过');
  says('buyer', '发货了吗');
  says('agent', '今天发');
  await vi.advanceTimersByTimeAsync(19_000);
  says('agent', '单号晚上有');
  await vi.advanceTimersByTimeAsync(19_000);
  expect(asked).toEqual([]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(asked).toEqual([{ place, replies: ['今天发', '单号晚上有'], earlier: ['早说过'], welcomed: true }]);
  expect(advice()).toEqual(['repeat-reply']);
  learns({});
  expect(advice()).toEqual(['repeat-reply']);
  says('buyer', '好');
  expect(advice()).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(asked).toHaveLength(1);
});
