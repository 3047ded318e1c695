import { describe, expect, it } from 'vitest';
import { views } from './Panel.fixture.tsx';
import { DEFAULT_LAYOUT, dropped, isFolded, placed, widened } from './placement.ts';

const viewport = { width: 1366, height: 768 };
const box = (left: number, top: number) => ({ left, top, width: 328 });

describe('a dropped panel', () => {
  it.each([
    ['near the left edge it docks', box(20, 40), { side: 'left', y: 40 }],
    ['beyond the left edge it docks too', box(-200, 40), { side: 'left', x: 0 }],
    ['near the right edge it docks', box(1366 - 328 - 30, 40), { side: 'right' }],
    ['elsewhere it stays', box(500, 40), { side: 'free', x: 500, y: 40 }],
    ['its header stays in reach', box(500, 2000), { side: 'free', y: 768 - 96 }],
    ['it never goes above the window', box(500, -30), { y: 0 }],
  ])('%s', (_, at, expected) => {
    expect(dropped(DEFAULT_LAYOUT, at, viewport)).toMatchObject({ width: 328, ...expected });
  });
});

describe('its width', () => {
  it('grows towards the page and stays within its bounds', () => {
    expect(widened(DEFAULT_LAYOUT, -40).width).toBe(368);
    expect(widened({ ...DEFAULT_LAYOUT, side: 'left' }, -40).width).toBe(288);
    expect(widened(DEFAULT_LAYOUT, -900).width).toBe(420);
    expect(widened(DEFAULT_LAYOUT, 900).width).toBe(280);
  });
});

describe('a folded panel', () => {
  it('is 40 px wide', () => {
    expect(isFolded(views.collapsed!)).toBe(true);
    expect(placed(views.collapsed!)).toMatchObject({ width: '40px', right: '12px' });
  });

  it('unfolds for a held send', () => {
    const held = { ...views.held!, layout: { ...DEFAULT_LAYOUT, collapsed: true } };
    expect(isFolded(held)).toBe(false);
    expect(placed(held)).toMatchObject({ width: '328px' });
  });
});
