// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { InLanguage } from '../ui/InLanguage.tsx';
import { views } from './Packs.fixture.tsx';
import { Packs } from './Packs.tsx';
import type { PacksView } from './view.ts';

afterEach(cleanup);

const act = vi.fn();
const show = (view: PacksView) =>
  render(
    <InLanguage language="zh-CN">
      <Packs view={view} act={act} />
    </InLanguage>,
  );

describe('Packs', () => {
  it('asks for consent before something new and unsigned may be installed', () => {
    show(views['new and unsigned']);
    const install = screen.getByRole('button', { name: '安装' }) as HTMLButtonElement;
    expect(install.disabled).toBe(true);
    fireEvent.click(screen.getByLabelText('我已核对来源，确认安装'));
    expect(install.disabled).toBe(false);
    fireEvent.click(install);
    expect(act).toHaveBeenLastCalledWith({ kind: 'install' });
  });

  it('installs the next version of a known key without more ado, and nothing that is there already', () => {
    show(views.offered);
    expect((screen.getByRole('button', { name: '安装' }) as HTMLButtonElement).disabled).toBe(false);
    cleanup();
    show(views.same);
    expect(screen.queryByRole('button', { name: '安装' })).toBeNull();
  });

  it('goes back with one click, and on again', () => {
    show(views.usual);
    fireEvent.click(screen.getByRole('button', { name: '退回版本 7' }));
    expect(act).toHaveBeenLastCalledWith({ kind: 'use', pack: 'cup-shop', hash: 'a', version: 7 });
    cleanup();
    show(views['went back']);
    expect(screen.getByRole('button', { name: '回到版本 8' })).toBeTruthy();
  });

  it('says of a bad file what is wrong, what to do, and that nothing changed', () => {
    show(views.bad);
    expect(screen.getByRole('alert').textContent).toMatch(
      /cup-shop\.cspack 不能安装：签名对不上.*什么都没有改动/s,
    );
    expect(screen.getByText(/scirpts → scripts\?/).textContent).toContain('第 3 行第 7 列');
  });
});
