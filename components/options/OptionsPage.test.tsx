// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { renderToString } from 'preact-render-to-string';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../i18n/say.ts';
import fixtures from './OptionsPage.fixture.tsx';
import { SettingsForm } from './SettingsForm.tsx';
import type { OptionsWish } from './view.ts';

beforeEach(() => {
  speak('zh-CN');
});
afterEach(cleanup);

it.each([
  ['loading', ['正在读取']],
  ['usual', ['86 条话术，142 条用语规则', '正常', '还没有打开过', 'mms.pinduoduo.com']],
  ['a console changed its page', ['识别不到：输入框、买家昵称', '没有权限']],
  ['saved', ['已保存']],
  ['english', ['Ask before sending', '86 scripts', 'not opened yet']],
] as const)('says what it should: %s', (state, words) => {
  const html = renderToString(fixtures[state]);
  for (const word of words) expect(html).toContain(word);
});

describe('the settings', () => {
  const settings = { language: 'auto', salutation: '亲', keepText: true, holdAt: 'block' } as const;

  it('are saved one by one as they change', () => {
    const act = vi.fn<(wish: OptionsWish) => void>();
    render(<SettingsForm settings={settings} act={act} />);
    fireEvent.change(screen.getByLabelText('发送前确认'), { target: { value: 'warn' } });
    fireEvent.click(screen.getByRole('switch'));
    fireEvent.input(screen.getByLabelText('称呼'), { target: { value: ' 宝 ' } });
    fireEvent.change(screen.getByLabelText('称呼'));
    expect(act.mock.calls.map(([wish]) => wish)).toEqual([
      { kind: 'save', settings: { holdAt: 'warn' } },
      { kind: 'save', settings: { keepText: false } },
      { kind: 'save', settings: { salutation: '宝' } },
    ]);
  });
});
