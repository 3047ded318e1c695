// @vitest-environment happy-dom
import { render } from 'preact';
import { expect, it } from 'vitest';
import { views } from './Panel.fixture.tsx';
import { Panel } from './Panel.tsx';
import type { Waiting } from './Waiting.tsx';

it('shows a later moment alone, and then what it is told anew', async () => {
  let waiting: Waiting | null = null;
  const view = views.sketch!;
  const root = document.createElement('div');
  const draw = (seconds: number) =>
    render(
      <Panel
        view={{ ...view, wait: { ...view.wait, seconds } as typeof view.wait }}
        on={() => undefined}
        clock={(shows) => {
          waiting = shows;
        }}
      />,
      root,
    );
  const shown = () => root.querySelector('[role=timer]')?.textContent;
  draw(5);
  expect(shown()).toBe('0:05');
  waiting!.pass({ wait: { ...view.wait, seconds: 9 } as typeof view.wait, others: null });
  await new Promise((done) => setTimeout(done));
  expect(shown()).toBe('0:09');
  expect(root.querySelector('.others')).toBeNull();
  draw(5);
  expect(shown()).toBe('0:05');
  expect(root.querySelector('.others')).not.toBeNull();
});
