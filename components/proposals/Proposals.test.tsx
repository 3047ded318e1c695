// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, it, vi } from 'vitest';
import { InLanguage } from '../ui/InLanguage.tsx';
import { views } from './Proposals.fixture.tsx';
import { Proposals } from './Proposals.tsx';
import type { ProposalsView } from './view.ts';

afterEach(cleanup);

const act = vi.fn();
const show = (view: ProposalsView | undefined) =>
  view &&
  render(
    <InLanguage language="zh-CN">
      <Proposals view={view} act={act} />
    </InLanguage>,
  );

it('takes a proposal in as it was edited, or turns it down', () => {
  show(views.some);
  const [text] = screen.getAllByLabelText('话术');
  fireEvent.input(text as HTMLElement, { target: { value: '杯盖能拆，泡一泡就好' } });
  fireEvent.submit((text as HTMLTextAreaElement).form as HTMLFormElement);
  expect(act).toHaveBeenLastCalledWith({
    kind: 'accept',
    id: 'a',
    title: '',
    text: '杯盖能拆，泡一泡就好',
    asked: '杯盖里面有股味道怎么去掉',
  });
  fireEvent.click(screen.getAllByRole('button', { name: '不采纳' })[1] as HTMLElement);
  expect(act).toHaveBeenLastCalledWith({ kind: 'reject', id: 'b' });
});

it('says how a proposal gets here, and hands out what was adopted', () => {
  show(views.none);
  expect(screen.getByText(/存为话术/)).toBeTruthy();
  cleanup();
  show(views['some adopted']);
  fireEvent.click(screen.getByRole('button', { name: '存成话术包文件' }));
  expect(act).toHaveBeenLastCalledWith({ kind: 'export' });
});
