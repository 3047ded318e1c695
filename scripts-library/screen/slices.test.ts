import { expect, it, vi } from 'vitest';
import { atOnce, type Slices, workOf } from './slices.ts';

function* work(slices: number, done: string[] = []): Slices<string> {
  for (let i = 0; i < slices; i++) {
    done.push(`slice ${i}`);
    yield;
  }
  return 'done';
}

it('work is done at one go', () => {
  const done: string[] = [];
  expect(atOnce(work(3, done))).toBe('done');
  expect(done).toHaveLength(3);
});

/** How often the page had its turn while slices of so many milliseconds each were done. */
async function rests(...milliseconds: readonly number[]): Promise<string[]> {
  const done: string[] = [];
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => now);
  const slices = (function* (): Slices<string> {
    for (const length of milliseconds) {
      now += length;
      done.push(`${length}`);
      yield;
    }
    return 'done';
  })();
  const rest = async () => {
    now += 100;
    done.push('rest');
  };
  expect(await workOf(slices).gently(rest)).toBe('done');
  clock.mockRestore();
  return done;
}

it('work is interrupted whenever five milliseconds are over, and the rest itself does not count', async () => {
  expect(await rests()).toEqual([]);
  expect(await rests(4, 4, 4, 4)).toEqual(['4', '4', 'rest', '4', '4', 'rest']);
  expect(await rests(5, 1, 1)).toEqual(['5', 'rest', '1', '1']);
  expect(await rests(20, 20)).toEqual(['20', 'rest', '20', 'rest']);
});

it('work that is under way is brought to its end once, whoever cannot wait', async () => {
  const done: string[] = [];
  const under = workOf(work(3, done));
  let go: () => void = () => undefined;
  const clock = vi.spyOn(performance, 'now');
  let now = 0;
  clock.mockImplementation(() => (now += 10));
  const gentle = under.gently(
    () =>
      new Promise<void>((resolve) => {
        go = resolve;
      }),
  );
  expect(done).toEqual(['slice 0']);
  expect(under.atOnce()).toBe('done');
  expect(done).toHaveLength(3);
  go();
  expect(await gentle).toBe('done');
  expect(under.atOnce()).toBe('done');
  expect(done).toHaveLength(3);
  clock.mockRestore();
});
