// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../i18n/say.ts';
import fixtures from './DeskPage.fixture.tsx';
import { Duty } from './Duty.tsx';
import { mergeToday } from './today.ts';
import type { DeskWish } from './view.ts';

beforeEach(() => {
  speak('zh-CN');
});
afterEach(cleanup);

describe('what each state says', () => {
  it.each([
    ['loading', ['正在读取']],
    ['first day', ['还没有人上岗', '还没有记录', '暂无']],
    ['failed', ['读不到这台电脑上的日志：磁盘已满']],
    [
      'busy',
      [
        '小柚 正在值班',
        '96.6 %',
        '143/148',
        '4,204 条记录',
        '3,610',
        '林主管 · 投诉复核',
        '原样带上',
        '12.5 %',
        '下午三点前给您补发',
        '还剩 1 项',
      ],
    ],
    ['never exported', ['还没有导出过', '记了 8 天，还没有导出过']],
    ['not exported for long', ['已经 12 天没有导出日志']],
    ['about to export', ['导出日志给主管', '手机号、地址、订单号已经隐去', '4,204 条记录会写进文件']],
    ['export of two days', ['value="2025-11-04"', '812 条记录会写进文件']],
    ['export in full', ['联系方式、收件地址和备注会按登记时的写法进入文件', '164 个买家会话']],
    ['full without a purpose', ['联系方式、地址等原样带上', 'disabled']],
    ['with a short passphrase', ['至少 8 个字符', '<button type="submit"', 'disabled']],
    ['to a key, none known', ['还没有主管的收件钥匙', '读入收件钥匙', 'disabled']],
    ['to a key', ['3481 0273 9920 1184 5520 7719', '移除“王经理”的收件钥匙', '导出之后你自己也打不开']],
    ['comparing a key', ['0918 4427', '每一位都对得上才保存', '指纹不同的钥匙', 'disabled']],
    ['a file without a key', ['这不是柜边的收件钥匙文件。', 'disabled']],
    ['writing the file', ['正在写文件：2,000/4,204 条记录', 'disabled']],
    ['nothing to export', ['所选日期没有记录', '不含消息文字', 'disabled']],
    ['exported', ['已导出 counterside-小柚-20251108.cslog']],
    ['english', ['小柚 is on duty', 'Export the log for your supervisor']],
  ] as const)('%s', (state, words) => {
    const html = renderToString(fixtures[state]);
    for (const word of words) expect(html).toContain(word);
  });
});

describe('上岗 and 交班', () => {
  it('asks for a name before anybody goes on duty', () => {
    const act = vi.fn<(wish: DeskWish) => void>();
    render(<Duty person={null} act={act} />);
    fireEvent.click(screen.getByText('上岗'));
    expect(act).not.toHaveBeenCalled();
    expect(screen.getByText('请先填写姓名或工号')).toBeTruthy();
    fireEvent.input(screen.getByLabelText('客服姓名或工号'), { target: { value: ' 小柚 ' } });
    fireEvent.click(screen.getByText('上岗'));
    expect(act.mock.calls).toEqual([[{ kind: 'person', person: '小柚' }]]);
  });

  it('hands over in one step', () => {
    const act = vi.fn<(wish: DeskWish) => void>();
    render(<Duty person="小柚" act={act} />);
    fireEvent.click(screen.getByText('交班'));
    fireEvent.input(screen.getByLabelText('接班的客服'), { target: { value: '阿宁' } });
    fireEvent.click(screen.getByText('交班'));
    expect(act.mock.calls).toEqual([[{ kind: 'person', person: '阿宁' }]]);
  });
});

describe('mergeToday', () => {
  const figures = {
    conversations: 1,
    meanSeconds: 10,
    turns: 1,
    withinTarget: 1,
    targetSeconds: 180,
    sentFindings: 0,
    fixedDrafts: 2,
    openCases: 1,
  };

  it('means over turns, not over means', () => {
    const merged = mergeToday([figures, { ...figures, meanSeconds: 40, turns: 3, withinTarget: 2 }]);
    expect(merged).toMatchObject({ meanSeconds: 32.5, turns: 4, withinTarget: 3, conversations: 2 });
  });

  it('has no mean without a turn, and no day without an answer', () => {
    expect(mergeToday([{ ...figures, meanSeconds: null, turns: 0 }])).toMatchObject({ meanSeconds: null });
    expect(mergeToday([])).toBeNull();
  });
});
