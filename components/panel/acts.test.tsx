// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { hurried, views } from './Panel.fixture.tsx';
import { Panel } from './Panel.tsx';
import type { PanelView, Wish } from './view.ts';

afterEach(cleanup);

function show(view: PanelView) {
  const wishes: Wish[] = [];
  const heard = vi.fn();
  const on = (wish: Wish, event: Event) => {
    expect(event).toBeInstanceOf(Event);
    wishes.push(wish);
  };
  const drawn = render(<Panel view={view} on={on} />);
  for (const type of ['keydown', 'keyup', 'keypress', 'input', 'paste', 'copy', 'cut', 'compositionend'])
    drawn.container.addEventListener(type, heard);
  return { wishes, heard, again: (next: PanelView) => drawn.rerender(<Panel view={next} on={on} />) };
}
const view = (name: string): PanelView => views[name]!;
const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('a press', () => {
  it.each([
    ['sketch', /^Alt 2/, { kind: 'insert', index: 1 }],
    ['sketch', /替换/, { kind: 'replace', finding: 'f1' }],
    ['sketch', '搜话术', { kind: 'search', query: '' }],
    ['sketch', '停靠到左边', { kind: 'layout', layout: { ...hurried.layout, side: 'left' } }],
    ['sketch', '收起', { kind: 'layout', layout: { ...hurried.layout, collapsed: true } }],
    ['collapsed', /2:03/, { kind: 'layout', layout: { ...hurried.layout, collapsed: false } }],
    ['several findings', '下一条', { kind: 'step', by: 1 }],
    ['held', /继续编辑/, { kind: 'keep-editing' }],
    ['held', /仍要发送/, { kind: 'choose-reason' }],
    ['held, choosing', /主管同意/, { kind: 'override', reason: 'supervisor-agreed' }],
    ['newer', '有新推荐', { kind: 'show-newer' }],
    ['newer', /撤销/, { kind: 'undo' }],
    ['search', '关闭搜索', { kind: 'close-search' }],
    ['today', '打开我的工作台', { kind: 'open-page', page: 'desk' }],
    ['broken', '复制诊断信息', { kind: 'copy-health' }],
  ])('%s: %s', (name, label, wish) => {
    const { wishes } = show(view(name));
    fireEvent.click(button(label));
    expect(wishes).toEqual([wish]);
  });

  it.each([
    ['这一次', 'once'],
    ['这个会话', 'conversation'],
    ['本店', 'shop'],
    ['告诉培训师', 'trainer'],
  ])('ignores a finding: %s', (label, scope) => {
    const { wishes } = show(view('several findings'));
    fireEvent.click(screen.getByText(label));
    expect(wishes).toEqual([{ kind: 'dismiss', finding: 'f2', scope }]);
  });

  it('ignores what is forbidden this time only, or with a word to the trainer', () => {
    show(hurried);
    const ways = ['这一次', '这个会话', '本店', '告诉培训师'];
    expect(ways.filter((way) => screen.queryByText(way))).toEqual(['这一次', '告诉培训师']);
  });

  it('leaves the focus in the editor, but lets our own fields have it', () => {
    show(view('search'));
    expect(fireEvent.mouseDown(button('关闭搜索'))).toBe(false);
    expect(fireEvent.mouseDown(document.querySelector('input')!)).toBe(true);
  });
});

describe('keys', () => {
  it('pressed in the panel never reach the page', () => {
    const { heard } = show(view('search'));
    const note = document.querySelector('input')!;
    fireEvent.keyDown(note, { key: 'Enter', code: 'Enter' });
    fireEvent.keyPress(note, { key: 'a' });
    fireEvent.keyUp(note, { key: 'Enter', code: 'Enter' });
    fireEvent.input(note, { target: { value: '补发' } });
    fireEvent.paste(note);
    fireEvent.copy(note);
    fireEvent.cut(note);
    fireEvent.compositionEnd(note);
    expect(heard).not.toHaveBeenCalled();
  });

  it('work while the focus is in the panel', () => {
    const { wishes } = show(hurried);
    fireEvent.keyDown(button('收起'), { key: '¡', code: 'Digit1', altKey: true });
    expect(wishes).toEqual([{ kind: 'insert', index: 0 }]);
  });

  it('1 to 5 choose a reason only once the card has the focus', () => {
    const { wishes, again } = show(view('held'));
    fireEvent.keyDown(button(/继续编辑/), { key: '2' });
    expect(wishes).toEqual([]);
    again(view('held, choosing'));
    expect(document.activeElement).toBe(screen.getByRole('group', { name: /为什么仍要发送/ }));
    fireEvent.keyDown(document.activeElement!, { key: '6' });
    fireEvent.keyDown(document.activeElement!, { key: '2', isComposing: true });
    fireEvent.keyDown(document.activeElement!, { key: '2' });
    expect(wishes).toEqual([{ kind: 'override', reason: 'quoting-buyer' }]);
  });

  it('arrows move between the tabs', () => {
    const { wishes } = show(hurried);
    const tabs = screen.getByRole('tablist');
    fireEvent.keyDown(tabs, { key: 'ArrowRight' });
    expect(document.activeElement?.textContent).toBe('跟进单');
    fireEvent.keyDown(tabs, { key: 'ArrowLeft' });
    expect(wishes).toEqual([
      { kind: 'tab', tab: 'case' },
      { kind: 'tab', tab: 'today' },
    ]);
    expect(within(tabs).getByRole('tab', { selected: true }).textContent).toBe('回复');
  });

  it('arrows on the inner edge set the width', () => {
    const { wishes } = show(hurried);
    fireEvent.keyDown(screen.getByRole('separator'), { key: 'ArrowLeft' });
    expect(wishes).toEqual([{ kind: 'layout', layout: { ...hurried.layout, width: 348 } }]);
  });
});

describe('the search', () => {
  it('takes the focus and asks for what is typed, of a composition for its letters', () => {
    const { wishes } = show(view('search, fresh'));
    const box = screen.getByRole('textbox', { name: /搜话术/ });
    expect(document.activeElement).toBe(box);
    fireEvent.input(box, { target: { value: "tui'huo" }, isComposing: true });
    fireEvent.input(box, { target: { value: '退huo' }, isComposing: true });
    fireEvent.compositionEnd(box, { target: { value: '退' } });
    expect(wishes).toEqual([
      { kind: 'search', query: 'tuihuo' },
      { kind: 'search', query: '退' },
    ]);
  });

  it('places by a bare digit or Enter what it shows, and types the rest', () => {
    const { wishes } = show(view('search'));
    const box = screen.getByRole('textbox', { name: /搜话术/ });
    expect(fireEvent.keyDown(box, { key: '9' })).toBe(true);
    expect(fireEvent.keyDown(box, { key: '0' })).toBe(true);
    expect(fireEvent.keyDown(box, { key: '2', isComposing: true })).toBe(true);
    expect(fireEvent.keyDown(box, { key: '2' })).toBe(false);
    fireEvent.keyDown(box, { key: 'Enter' });
    expect(wishes).toEqual([
      { kind: 'insert', index: 1 },
      { kind: 'insert', index: 0 },
    ]);
  });
});

describe('dragging the header', () => {
  it('moves the panel and docks it where it is dropped', () => {
    const { wishes } = show(hurried);
    const header = document.querySelector('header')!;
    const panel = document.querySelector<HTMLElement>('.cs')!;
    header.setPointerCapture = () => undefined;
    fireEvent.pointerDown(header, { clientX: 900, clientY: 20, pointerId: 1, button: 0 });
    fireEvent.pointerMove(header, { clientX: 300, clientY: 60, pointerId: 1 });
    expect(panel.style.translate).toBe('-600px 40px');
    panel.getBoundingClientRect = () => new DOMRect(300, 60, 328, 600);
    fireEvent.pointerUp(header, { clientX: 300, clientY: 60, pointerId: 1 });
    expect(panel.style.translate).toBe('');
    expect(wishes).toEqual([{ kind: 'layout', layout: { ...hurried.layout, side: 'free', x: 300, y: 60 } }]);
  });

  it('does nothing for a mere click', () => {
    const { wishes } = show(hurried);
    const header = document.querySelector('header')!;
    header.setPointerCapture = () => undefined;
    fireEvent.pointerDown(header, { clientX: 900, clientY: 20, pointerId: 1, button: 0 });
    fireEvent.pointerUp(header, { clientX: 901, clientY: 20, pointerId: 1 });
    expect(wishes).toEqual([]);
  });
});
