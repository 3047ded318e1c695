// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../i18n/say.ts';
import { KeyField } from './KeyField.tsx';
import fixtures from './OptionsPage.fixture.tsx';
import { QuietRules } from './QuietRules.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import type { OptionsWish } from './view.ts';

beforeEach(() => {
  speak('zh-CN');
});
afterEach(cleanup);

it.each([
  ['loading', ['正在读取']],
  [
    'usual',
    [
      '每条规则在每个店铺都会提醒',
      '晴天杯子店话术包',
      '1 条话术 · 1 个商品 · 1 条口径',
      '正常',
      '还没有打开过',
      'mms.pinduoduo.com',
    ],
  ],
  ['a console changed its page', ['识别不到：输入框、买家昵称', '没有权限']],
  ['rules silenced', ['反问买家', '晴天杯子店', '11-21 14:02:11', '页面没有写店名', '恢复“没说时间”']],
  ['restored', ['“反问买家”在重新打开的聊天页里会再提醒']],
  ['saved', ['已保存']],
  [
    'english',
    ['Ask before sending', '1 script · 1 product · 1 notice', 'not opened yet', 'Let “反问买家” speak again'],
  ],
] as const)('says what it should: %s', (state, words) => {
  const html = renderToString(fixtures[state]);
  for (const word of words) expect(html).toContain(word);
});

describe('the settings', () => {
  const settings = {
    language: 'auto',
    salutation: '亲',
    keepText: true,
    keepRaw: false,
    holdAt: 'block',
    waiterKey: 'Alt+0',
  } as const;

  it('are saved one by one as they change', () => {
    const act = vi.fn<(wish: OptionsWish) => void>();
    render(<SettingsForm owners={{}} settings={settings} act={act} />);
    fireEvent.change(screen.getByLabelText('发送前确认'), { target: { value: 'warn' } });
    fireEvent.click(screen.getByRole('switch', { name: '在日志里保留脱敏后的消息文字' }));
    fireEvent.click(screen.getByRole('switch', { name: '另存 7 天原文' }));
    fireEvent.input(screen.getByLabelText('称呼'), { target: { value: ' 宝 ' } });
    fireEvent.change(screen.getByLabelText('称呼'));
    expect(act.mock.calls.map(([wish]) => wish)).toEqual([
      { kind: 'save', settings: { holdAt: 'warn' } },
      { kind: 'save', settings: { keepText: false } },
      { kind: 'save', settings: { keepRaw: true } },
      { kind: 'save', settings: { salutation: '宝' } },
    ]);
  });
});

describe('a silenced rule', () => {
  it('is restored in its own shop', () => {
    const act = vi.fn<(wish: OptionsWish) => void>();
    const at = { console: 'pinduoduo', consoleName: '拼多多', rule: 'blame', title: '反问买家', since: 1 };
    const rows = [
      { ...at, shop: '茶铺' },
      { ...at, shop: '杯子店' },
    ];
    render(<QuietRules rows={rows} act={act} />);
    const row = screen.getByRole('row', { name: /杯子店/ });
    fireEvent.click(within(row).getByRole('button', { name: '恢复“反问买家”' }));
    expect(act.mock.calls).toEqual([[{ kind: 'restore', row: rows[1] }]]);
  });
});

describe('the key to who waits longest', () => {
  const field = (chord: string) => {
    const save = vi.fn();
    render(<KeyField id="k" chord={chord} owners={{ 'Alt+Q': ['抖店飞鸽'] }} save={save} />);
    const input = screen.getByRole('textbox');
    return { save, press: (init: KeyboardEventInit) => fireEvent.keyDown(input, init) };
  };

  it('is what was pressed, but none of the panel’s own', () => {
    const { save, press } = field('Alt+0');
    press({ key: '1', code: 'Digit1', altKey: true });
    expect(screen.getByRole('status').textContent).toContain('Alt 1');
    press({ key: 'w', code: 'KeyW' });
    expect(save).not.toHaveBeenCalled();
    press({ key: 'w', code: 'KeyW', altKey: true });
    press({ key: 'Backspace', code: 'Backspace' });
    expect(save.mock.calls).toEqual([['Alt+W'], ['']]);
  });

  it('says which console has it for itself', () => {
    field('Alt+Q');
    expect(screen.getByRole('status').textContent).toContain('抖店飞鸽');
  });
});
