// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it } from 'vitest';
import { views } from './CaseForm.fixture.tsx';
import { CaseForm } from './CaseForm.tsx';
import type { CaseFormView, CaseWish } from './view.ts';

afterEach(cleanup);

function show(view: CaseFormView) {
  const wishes: CaseWish[] = [];
  const on = (wish: CaseWish) => {
    wishes.push(wish);
  };
  const drawn = render(<CaseForm view={view} on={on} />);
  return { wishes, again: (next: CaseFormView) => drawn.rerender(<CaseForm view={next} on={on} />) };
}
const view = (name: string): CaseFormView => views[name]!;

describe('the case form', () => {
  it('opens a case with its category and note', () => {
    const { wishes } = show(view('none'));
    fireEvent.click(screen.getByRole('radio', { name: '退换货' }));
    fireEvent.input(screen.getByRole('textbox'), { target: { value: ' 杯子碎了 ' } });
    fireEvent.submit(document.querySelector('form')!);
    expect(wishes).toEqual([{ kind: 'open-case', category: 'return_exchange', note: '杯子碎了' }]);
  });

  it('saves what is open, keeping what is typed while the panel draws anew', () => {
    const { wishes, again } = show(view('open'));
    fireEvent.input(screen.getByRole('textbox'), { target: { value: '已补发' } });
    again({ ...view('open'), notice: 'case-saved' });
    fireEvent.submit(document.querySelector('form')!);
    expect(wishes).toEqual([{ kind: 'save-case', category: 'return_exchange', note: '已补发' }]);
  });

  it('closes with one press', () => {
    const { wishes } = show(view('open'));
    fireEvent.click(screen.getByRole('button', { name: '已转交' }));
    expect(wishes).toEqual([{ kind: 'close-case', outcome: 'handed-over' }]);
  });

  it('never carries a note into another conversation', () => {
    const { again } = show(view('none'));
    const note = () => screen.getByRole<HTMLTextAreaElement>('textbox');
    fireEvent.input(note(), { target: { value: '只关于这位买家' } });
    again({ ...view('none'), conversation: 'c2' });
    expect(note().value).toBe('');
  });

  it('is not there while no conversation is open', () => {
    show({ ...view('none'), conversation: null });
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});
