// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { speak } from '../i18n/say.ts';
import { ExportLockField, isLockable } from './ExportLockField.tsx';
import type { ExportLock, Receiver, ReceiversView, ReceiverWish } from './view.ts';

beforeEach(() => {
  speak('zh-CN');
});
afterEach(cleanup);

const key = (id: string, label = id): Receiver => ({
  id,
  label,
  fingerprint: '1234 5678',
  made: '2026-11-22',
});
const known = (...keys: Receiver[]): ReceiversView => ({ known: keys, read: { kind: 'nothing' } });

function show(receivers: ReceiversView, lock: ExportLock = { kind: 'none' }) {
  const act = vi.fn<(wish: ReceiverWish) => void>();
  const onChange = vi.fn<(lock: ExportLock) => void>();
  function Field({ view }: { view: ReceiversView }) {
    const [now, setNow] = useState(lock);
    const change = (next: ExportLock) => {
      onChange(next);
      setNow(next);
    };
    return <ExportLockField lock={now} receivers={view} onChange={change} act={act} />;
  }
  const { rerender } = render(<Field view={receivers} />);
  return { act, onChange, turn: (view: ReceiversView) => rerender(<Field view={view} />) };
}
const last = (spy: { mock: { calls: unknown[][] } }) => spy.mock.calls.at(-1)?.[0];

describe('who can open an export', () => {
  it('is everybody, who knows a passphrase of eight characters, or a key that is known here', () => {
    const some = known(key('a'));
    const verdicts = (
      [
        { kind: 'none' },
        { kind: 'passphrase', passphrase: '' },
        { kind: 'passphrase', passphrase: '七个字的口令呀' },
        { kind: 'passphrase', passphrase: '八个字的口令好呀' },
        { kind: 'key', id: null },
        { kind: 'key', id: 'b' },
        { kind: 'key', id: 'a' },
      ] as const
    ).map((lock) => isLockable(lock, some));
    expect(verdicts).toEqual([true, false, false, true, false, false, true]);
  });

  it('takes the only key at once, and of several the one that is pressed', () => {
    const { onChange } = show(known(key('a', '林主管')));
    fireEvent.click(screen.getByLabelText('用主管的收件钥匙'));
    expect(last(onChange)).toEqual({ kind: 'key', id: 'a' });
    cleanup();
    const several = show(known(key('a', '林主管'), key('b', '王经理')));
    fireEvent.click(screen.getByLabelText('用主管的收件钥匙'));
    expect(last(several.onChange)).toEqual({ kind: 'key', id: null });
    fireEvent.click(screen.getByRole('radio', { name: /王经理/ }));
    expect(last(several.onChange)).toEqual({ kind: 'key', id: 'b' });
  });

  it('forgets a passphrase that is not wanted any more', () => {
    const { onChange } = show(known(), { kind: 'passphrase', passphrase: '八个字的口令好呀' });
    fireEvent.click(screen.getByLabelText('不加密'));
    fireEvent.click(screen.getByLabelText('用口令'));
    expect(last(onChange)).toEqual({ kind: 'passphrase', passphrase: '' });
  });
});

describe('a key that is read in', () => {
  const lock = { kind: 'key', id: null } as const;
  const offered = (meets: 'none' | 'same' | 'clash'): ReceiversView => ({
    known: [],
    read: { kind: 'offer', key: key('a', '林主管'), meets },
  });

  it('is asked for as a file, and shown to be compared before it is kept', () => {
    const { act, turn } = show(known(), lock);
    const file = new File(['{}'], '林主管.cskey');
    fireEvent.change(document.querySelector('input[type=file]')!, { target: { files: [file] } });
    expect(act.mock.calls).toEqual([[{ kind: 'receiver-read', file }]]);
    turn(offered('none'));
    const check = screen.getByRole('alert');
    expect(check.textContent).toMatch(/林主管.*2026-11-22.*1234 5678.*每一位都对得上/);
    expect(document.activeElement).toBe(check);
    fireEvent.click(screen.getByText('不一致，不要'));
    fireEvent.click(screen.getByText('指纹一致，保存'));
    expect(act.mock.calls.slice(1)).toEqual([[{ kind: 'receiver-leave' }], [{ kind: 'receiver-keep' }]]);
    turn(known(key('a', '林主管')));
    expect(document.activeElement?.textContent).toBe('读入收件钥匙');
  });

  it.each([
    ['clash', '也叫“林主管”、指纹不同的钥匙'],
    ['same', '已经在这台电脑上'],
  ] as const)('that is a %s says so', (meets, words) => {
    show(offered(meets), lock);
    expect(screen.getByRole('alert').textContent).toContain(words);
  });

  it('can be removed by its name', () => {
    const { act } = show(known(key('a', '林主管'), key('b', '王经理')), lock);
    fireEvent.click(screen.getByLabelText('移除“王经理”的收件钥匙'));
    expect(act.mock.calls).toEqual([[{ kind: 'receiver-forget', id: 'b' }]]);
  });
});
