import { afterEach, expect, it, vi } from 'vitest';
import { updateWhenDrained } from './update.ts';

afterEach(() => vi.useRealTimers());

function scene(tell: () => Promise<void>) {
  const did: string[] = [];
  let hear: () => void = () => undefined;
  let rest: () => void = () => undefined;
  updateWhenDrained({
    runtime: {
      onUpdateAvailable: {
        addListener: (listener) => {
          hear = listener;
        },
      },
      reload: () => did.push('reload'),
    },
    tell: ({ news }) => {
      did.push(news);
      return tell();
    },
    idle: () =>
      new Promise((resolve) => {
        rest = () => {
          did.push('idle');
          resolve();
        };
      }),
  });
  return { did, update: () => hear(), written: () => rest() };
}

it('is let in when the consoles have sent what they hold and all of it is written', async () => {
  vi.useFakeTimers();
  const { did, update, written } = scene(async () => undefined);
  update();
  await vi.runAllTimersAsync();
  expect(did).toEqual(['drain']);
  written();
  await vi.runAllTimersAsync();
  expect(did).toEqual(['drain', 'idle', 'reload']);
});

it('is let in also when nobody can be told', async () => {
  vi.useFakeTimers();
  const { did, update } = scene(async () => {
    throw new Error('no tabs');
  });
  update();
  await vi.runAllTimersAsync();
  expect(did).toEqual(['drain', 'reload']);
});
