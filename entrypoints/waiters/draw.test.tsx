// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import pinduoduo from '../../adapters/consoles/pinduoduo.ts';
import type { PanelDoor } from '../chat.content/bridge.ts';
import { initialModel, type Model } from '../chat.content/model.ts';
import { drawWaiters } from './draw.tsx';

const START = Date.UTC(2026, 10, 20, 6);
const row = (key: string, buyer: string) => ({
  conversation: { key, buyer },
  unread: 1,
  rowTime: { precision: 'none', source: 'observed' } as const,
});
const place = { console: 'pinduoduo', shop: '小店', seat: 'x' };

let end: AbortController;
beforeEach(() => {
  vi.useFakeTimers({ now: START });
  end = new AbortController();
});
afterEach(() => {
  end.abort();
  vi.useRealTimers();
  document.body.replaceChildren();
});

/** Three who wait since 0, 10 and 20 s; the first one's conversation is open. A target of three minutes. */
function scene() {
  document.body.innerHTML = '<div id="root"><div id="waiters"></div></div>';
  const root = document.querySelector<HTMLElement>('#root')!;
  let model = {
    ...initialModel('zh-CN'),
    hello: { profile: { targetSeconds: 180 }, settings: { waiterKey: 'Alt+0' } },
    page: { kind: 'ready', place, conversation: { key: 'a', buyer: '甲' }, order: null },
    waiting: [row('c', '丙'), row('a', '甲'), row('b', '乙')],
    listed: new Map([
      ['a', START],
      ['b', START + 10_000],
      ['c', START + 20_000],
    ]),
  } as unknown as Model;
  let draw: () => void = () => undefined;
  drawWaiters({
    session: { adapter: pinduoduo, page: document, signal: end.signal, model: () => model },
    root,
    follow: (one: () => void) => {
      draw = one;
      one();
    },
  } as unknown as PanelDoor);
  return {
    set: (part: Partial<Model>) => {
      model = { ...model, ...part };
    },
    at: (seconds: number) => {
      vi.setSystemTime(START + seconds * 1_000);
      draw();
      return root.textContent ?? '';
    },
    press: async (name: string, trusted: boolean) => {
      const button = [...root.querySelectorAll('button')].find(({ textContent }) => textContent === name)!;
      const event = new MouseEvent('click', { bubbles: true });
      Object.defineProperty(event, 'isTrusted', { value: trusted });
      button.dispatchEvent(event);
    },
  };
}

it('says nothing before the target has passed, then names the longest waiter beside the open chat, in one line', () => {
  const { at } = scene();
  expect(at(190)).toBe('');
  expect(at(191)).toContain('乙 等了3:01');
  expect(at(201)).toContain('2 位已超时，最久的是 乙，等了3:11');
});

it('is muted for one, for all, and only by a person', async () => {
  const { at, press } = scene();
  at(201);
  await press('不提醒这位', false);
  expect(at(201)).toContain('乙');
  await press('不提醒这位', true);
  expect(at(202)).toContain('丙 等了3:02');
  await press('10 分钟内不提醒', true);
  expect(at(801)).toBe('');
  expect(at(802)).toContain('丙');
});

it('goes when the page can’t be read, and reminds anew of one who waits again', async () => {
  const { at, press, set } = scene();
  at(201);
  await press('不提醒这位', true);
  set({ waiting: [row('c', '丙')] });
  at(202);
  set({ waiting: [row('b', '乙'), row('c', '丙')] });
  expect(at(203)).toContain('最久的是 乙');
  set({ page: { kind: 'broken', missing: ['row'] } });
  expect(at(204)).toBe('');
});
