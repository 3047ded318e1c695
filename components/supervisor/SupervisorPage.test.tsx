// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../i18n/say.ts';
import fixtures from './SupervisorPage.fixture.tsx';
import { SupervisorPage } from './SupervisorPage.tsx';
import * as sample from './sample.ts';
import type { SupervisorView, SupervisorWish } from './view.ts';

beforeEach(() => {
  speak('zh-CN');
});
afterEach(cleanup);

function show(view: SupervisorView) {
  const act = vi.fn<(wish: SupervisorWish) => void>();
  const page = render(<SupervisorPage view={view} act={act} />);
  return { act, ...page };
}

describe('what each state says', () => {
  it.each([
    ['loading', ['正在读取']],
    ['empty', ['还没有客服的日志', '导出日志', '选择文件']],
    ['failed', ['读不到已导入的日志', sample.TROUBLE]],
    ['empty, all files wrong', ['文件是空的。', '0 份成功，2 份没有读入']],
    ['reading', ['正在读取第 2 / 3 份', '已读入，客服 01']],
    [
      'few',
      ['3 位客服，677 轮应答', '28 秒', '97.1 %', '已评 30/100 分', '92%（46/50）', '未签名', '有缺口'],
    ],
    [
      'after import',
      [
        '之前已读入（客服 11），没有重复计算',
        '口令不对',
        '2 份成功，2 份没有读入',
        '这不是柜边导出的日志文件。',
      ],
    ],
    ['days chosen', ['value="2025-11-03"', 'value="2025-11-09"']],
    ['many', ['40 位客服，18,204 轮应答', '客服 40']],
    ['entering inputs', ['已评 30/100 分，其余待录入', '计划的调研', '待录入']],
    ['a log removed', ['已移除', '撤销']],
    ['turns', ['386 轮等待之和', '第 1–100 条，共 386 条', '漏回', '欢迎语不算回复']],
    ['findings', ['<mark>加我微信</mark>', '日志没有保留文字', '反问买家']],
    ['conversations', ['接待的会话', '3fa1']],
    ['nothing missed', ['没有，这个数字是 0。']],
    ['rubric', ['每低', '% 不得分', '恢复随附的数字']],
    ['no key yet', ['还没有收件钥匙', '打开的一半离不开这个浏览器的用户资料', '请用口令']],
    ['keys', ['3481 0273 9920 1184 5520 7719', '有 2 份是用它打开的', '已停用', '重新启用']],
    ['keys failed', [sample.TROUBLE]],
    ['english', ['3 agents, 677 turns', '30 of 100 points judged', 'unsigned']],
  ] as const)('%s', (state, words) => {
    const html = renderToString(fixtures[state]);
    for (const word of words) expect(html).toContain(word);
  });

  it('has no state without its words tested', () => {
    expect(Object.keys(fixtures)).toHaveLength(20);
  });

  it('never shows a part of the score as a whole', () => {
    const html = renderToString(<SupervisorPage view={sample.entering} act={() => undefined} />);
    expect(html).not.toMatch(/13<\/span><span class="total-of">\/ 100/);
    expect(html).toContain('/ 30');
  });
});

describe('what a supervisor can do', () => {
  it('opens a figure to its turns without choosing the row twice', () => {
    const { act } = show(sample.few);
    fireEvent.click(screen.getByTitle('看这个数字的来历：客服 11, 平均响应'));
    expect(act.mock.calls).toEqual([[{ kind: 'open', agent: 'c11', figure: 'mean' }]]);
  });

  it('takes dropped and chosen files alike', () => {
    const { act, container } = show(sample.nothing);
    const files = [new File(['a'], 'a.cslog'), new File(['b'], 'b.cslog')];
    const drop = Object.assign(new Event('drop', { cancelable: true }), { dataTransfer: { files } });
    fireEvent(container.querySelector('.drop')!, drop);
    expect(drop.defaultPrevented).toBe(true);
    fireEvent.change(container.querySelector('input[type=file]')!, { target: { files } });
    expect(act.mock.calls.map(([wish]) => wish)).toEqual([
      { kind: 'import', files },
      { kind: 'import', files },
    ]);
  });

  it('saves hand-entered numbers, full-width digits too, and nothing that cannot be', () => {
    const { act, container } = show(sample.entering);
    const [done, planned] = container.querySelectorAll<HTMLInputElement>('.inputs input');
    const save = () => fireEvent.submit(container.querySelector('.inputs')!);
    fireEvent.input(done!, { target: { value: '51' } });
    fireEvent.input(planned!, { target: { value: '５０' } });
    save();
    expect(act).not.toHaveBeenCalled();
    expect(screen.getByText('不能大于“计划的调研”')).toBeTruthy();
    fireEvent.input(done!, { target: { value: '４６' } });
    save();
    expect(act.mock.calls).toEqual([
      [
        {
          kind: 'save-inputs',
          criterion: 'survey-done',
          values: { 'survey-done-0': 46, 'survey-done-1': 50 },
        },
      ],
    ]);
  });

  it('refuses a rubric number out of its range', () => {
    const { act } = show({ ...sample.few, rubric: sample.rubric });
    const group = screen.getByRole('group', { name: /平均响应时间/, hidden: true });
    const [target] = within(group).getAllByRole('textbox', { hidden: true });
    fireEvent.input(target!, { target: { value: '0' } });
    expect(within(group).getByText('请填 1 到 3600 之间的数')).toBeTruthy();
    fireEvent.submit(group.closest('form')!);
    expect(act).not.toHaveBeenCalled();
    fireEvent.input(target!, { target: { value: '40' } });
    fireEvent.submit(group.closest('form')!);
    expect(act.mock.calls[0]![0]).toMatchObject({
      kind: 'save-rubric',
      values: { 'mean-response': { target: 40, step: 5, deduct: 2 } },
    });
  });

  it('turns a backwards date range round', () => {
    const { act } = show({ ...sample.few, period: { kind: 'days', from: '2025-11-03', to: '2025-11-09' } });
    fireEvent.change(screen.getByLabelText('从'), { target: { value: '2025-11-20' } });
    expect(act.mock.calls).toEqual([
      [{ kind: 'period', period: { kind: 'days', from: '2025-11-09', to: '2025-11-20' } }],
    ]);
  });

  it('makes a key under a name, and none without', () => {
    const { act } = show({ ...sample.nothing, keys: { list: [], told: null } });
    const field = screen.getByLabelText('钥匙上写的名字（客服看得到）');
    fireEvent.input(field, { target: { value: '  ' } });
    fireEvent.submit(field.closest('form')!);
    expect(act).not.toHaveBeenCalled();
    fireEvent.input(field, { target: { value: '林主管' } });
    fireEvent.submit(field.closest('form')!);
    expect(act.mock.calls).toEqual([[{ kind: 'key-make', label: '林主管' }]]);
  });

  it('deletes a key only after it was said what no longer opens', () => {
    const { act } = show({ ...sample.few, keys: sample.keys });
    const [row] = screen.getAllByRole('listitem', { hidden: true }).filter((one) => one.closest('.own-keys'));
    const key = within(row!);
    fireEvent.click(key.getByText('删除'));
    expect(document.activeElement?.textContent).toBe('取消');
    expect(act).not.toHaveBeenCalled();
    expect(key.getByRole('alert', { hidden: true }).textContent).toMatch(/再也打不开.*counterside-客服11/);
    fireEvent.click(key.getByText('确认删除这把钥匙'));
    expect(act.mock.calls).toEqual([[{ kind: 'key-remove', id: 'k1' }]]);
  });

  it('gives out, renames and retires a key; a retired one is not given out', () => {
    const { act } = show({ ...sample.few, keys: sample.keys });
    expect(screen.getAllByText('存公开的一半')).toHaveLength(1);
    fireEvent.click(screen.getByText('存公开的一半'));
    fireEvent.click(screen.getByText('停用'));
    fireEvent.click(screen.getByText('重新启用'));
    fireEvent.click(screen.getAllByText('改名')[0]!);
    const field = screen.getByDisplayValue('山货铺 林主管');
    expect(document.activeElement).toBe(field);
    fireEvent.input(field, { target: { value: '林主管' } });
    fireEvent.submit(field.closest('form')!);
    expect(act.mock.calls.map(([wish]) => wish)).toEqual([
      { kind: 'key-save', id: 'k1' },
      { kind: 'key-retire', id: 'k1', retired: true },
      { kind: 'key-retire', id: 'k0', retired: false },
      { kind: 'key-rename', id: 'k1', label: '林主管' },
    ]);
  });

  it('closes the details with Esc', () => {
    const { act, container } = show({ ...sample.few, details: sample.turns });
    fireEvent(container.querySelector('dialog')!, new Event('cancel', { cancelable: true }));
    expect(act.mock.calls).toEqual([[{ kind: 'close-details' }]]);
  });
});
