// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, describe, expect, it } from 'vitest';
import { caseWords } from '../i18n/case.ts';
import { views } from './CaseForm.fixture.tsx';
import { CaseForm } from './CaseForm.tsx';
import type { CaseFormView, CaseWish } from './view.ts';

afterEach(cleanup);

function show(view: CaseFormView) {
  const wishes: CaseWish[] = [];
  const on = (wish: CaseWish, event: Event) => {
    expect(event).toBeInstanceOf(Event);
    wishes.push(wish);
  };
  const draw = (next: CaseFormView) => <CaseForm view={next} on={on} newId={() => 'new'} />;
  const drawn = render(draw(view));
  return {
    wishes,
    acts: () => wishes.flatMap((wish) => ('acts' in wish ? wish.acts : [])),
    again: (next: CaseFormView) => drawn.rerender(draw(next)),
  };
}
const view = (name: string): CaseFormView => views[name]!;
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

describe('every state', () => {
  it.each(Object.keys(views))('%s: draws, no place left open', (name) => {
    const html = renderToString(<CaseForm view={view(name)} on={() => undefined} newId={() => 'x'} />);
    expect(html).not.toMatch(/\{\w+\}|undefined|NaN|\[object|Invalid/);
  });

  it('every word has the same places in both languages', () => {
    const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    const torn = Object.entries(caseWords).filter(([, [zh, en]]) => `${places(zh)}` !== `${places(en)}`);
    expect(torn).toEqual([]);
  });

  it('is not there while no conversation is open', () => {
    show({ ...view('none'), conversation: null });
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('opening a case', () => {
  it('takes one pick, with what the page shows', () => {
    const { acts } = show(view('none'));
    fireEvent.click(screen.getByRole('radio', { name: '退换货' }));
    fireEvent.submit(screen.getByRole('button', { name: '登记' }).closest('form')!);
    expect(acts()).toEqual([
      { kind: 'case-opened', case: 'new', category: 'return_exchange' },
      { kind: 'case-changed', case: 'new', fields: { order: '261102-1', 'buyer-id': '果果' } },
    ]);
  });

  it('with the suggested class already picked is one press, and an own pick outlives a later suggestion', () => {
    const { acts, again } = show({ ...view('none'), known: {}, suggested: 'logistics' });
    const submit = () => fireEvent.submit(screen.getByRole('button', { name: '登记' }).closest('form')!);
    submit();
    expect(acts()).toEqual([
      { kind: 'case-opened', case: 'new', category: 'logistics', suggested: 'logistics' },
    ]);
    fireEvent.click(screen.getByRole('radio', { name: '退换货' }));
    again({ ...view('none'), known: {}, suggested: 'invoice' });
    submit();
    expect(acts().at(-1)).toMatchObject({ category: 'return_exchange', suggested: 'invoice' });
  });

  it('asks for three things at most', () => {
    show(view('none'));
    const form = screen.getByRole('button', { name: '登记' }).closest('form')!;
    expect(new Set([...form.querySelectorAll<HTMLInputElement>('[name]')].map(({ name }) => name)).size).toBe(
      3,
    );
  });

  it('never carries what is typed into another conversation, but keeps it while drawn anew', () => {
    const { again } = show(view('none'));
    const note = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /问题/ });
    fireEvent.input(note(), { target: { value: '只关于这位买家' } });
    again({ ...view('none'), notice: { key: 'note.failed' } });
    expect(note().value).toBe('只关于这位买家');
    again({ ...view('none'), conversation: 'c2' });
    expect(note().value).toBe('');
  });
});

describe('an open case', () => {
  it('saves what can be read and names what cannot', () => {
    const { wishes, acts } = show(view('open'));
    fireEvent.click(screen.getByText(/登记表/));
    const form = document.querySelector<HTMLFormElement>('form.fields')!;
    fireEvent.input(within(form).getByLabelText('金额'), { target: { value: '很多' } });
    fireEvent.change(within(form).getByLabelText('类别'), { target: { value: 'exchange' } });
    fireEvent.input(within(form).getByLabelText('订单编号'), { target: { value: '' } });
    fireEvent.submit(form);
    expect(acts()).toEqual([
      {
        kind: 'case-changed',
        case: 'k1',
        fields: { 'return-kind': 'exchange', order: '', form: 'returns' },
      },
    ]);
    expect(wishes).toMatchObject([{ said: { key: 'note.wrong', n: 1 } }]);
    expect(within(form).getByLabelText('金额').getAttribute('aria-invalid')).toBe('true');
  });

  it('closes with one press, and asks later how it went', () => {
    const { acts } = show(view('open'));
    press('已解决');
    expect(acts()).toMatchObject([
      { kind: 'case-closed', case: 'k1', outcome: 'solved' },
      { kind: 'follow-up-set', what: 'satisfaction', case: 'k1', due: view('open').now + 86_400_000 },
    ]);
  });

  it('walks its flow: starts it, does a node, chooses a way, takes it back', () => {
    const start = show(view('open'));
    fireEvent.submit(screen.getByRole('button', { name: '开始' }).closest('form')!);
    expect(start.acts()).toEqual([{ kind: 'case-flow', case: 'k1', flow: 'return-exchange', variant: null }]);
    cleanup();
    const second = show(view('in flow, second node'));
    press('换货');
    press('取消完成');
    expect(second.acts()).toEqual([
      { kind: 'case-node', case: 'k1', node: 'settle', done: true, choice: 'exchange' },
      { kind: 'case-node', case: 'k1', node: 'accept', done: false, choice: null },
    ]);
  });

  it('says that a node is late', () => {
    show(view('in flow'));
    expect(screen.getByText('已超时')).toBeTruthy();
  });

  it('is handed over as text without the buyer’s name', () => {
    const { wishes } = show({
      ...view('open'),
    });
    fireEvent.input(screen.getByLabelText('交给谁'), { target: { value: '小禾' } });
    fireEvent.submit(screen.getByRole('button', { name: '转交并复制' }).closest('form')!);
    expect(wishes).toMatchObject([
      { kind: 'hand', acts: [{ kind: 'case-handed', to: '小禾', hand: 'new' }] },
    ]);
    const [wish] = wishes;
    expect(wish?.kind === 'hand' && wish.text).toContain('订单编号: 261102-1');
    expect(wish?.kind === 'hand' && wish.text).not.toContain('果果');
  });

  it('is handed over as a file under one number with the log, and to nobody at all not', () => {
    const { wishes } = show(view('open'));
    press('存成文件');
    expect(wishes).toEqual([]);
    fireEvent.input(screen.getByLabelText('交给谁'), { target: { value: '小禾' } });
    press('存成文件');
    expect(wishes).toMatchObject([
      {
        kind: 'hand-file',
        acts: [{ kind: 'case-handed', to: '小禾', hand: 'new' }],
        file: { hand: 'new', from: '小柚', to: '小禾', case: { fields: { order: '261102-1' } } },
      },
    ]);
  });
});

describe('follow-ups', () => {
  it('shows a promise that is overdue and keeps it with one press', () => {
    const { acts } = show(view('promised'));
    expect(document.querySelector('.overdue')?.textContent).toContain('今天下午给您补发');
    press('办到了');
    expect(acts()).toEqual([{ kind: 'promise-kept', promise: 'p' }]);
  });

  it('puts one off from now, not from when it was due', () => {
    const { acts } = show(view('promised'));
    press('推迟一小时');
    expect(acts()).toEqual([
      { kind: 'follow-up-moved', followUp: 'p', due: view('promised').now + 3_600_000 },
    ]);
  });
});
