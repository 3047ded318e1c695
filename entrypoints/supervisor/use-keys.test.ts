// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { speak } from '../../components/i18n/say.ts';
import type { KeyWish } from '../../components/supervisor/view.ts';
import { OwnKeysDb } from '../../storage/receiving/own-keys.ts';
import { readPublicFile } from '../../storage/receiving/public-file.ts';
import type { LogRow } from '../../storage/supervisor/store.ts';

const { download } = vi.hoisted(() => ({ download: vi.fn((_content: Blob, _file: string) => undefined) }));
vi.mock('../../components/ui/download.ts', () => ({ download }));
const { useKeys } = await import('./use-keys.ts');

let databases = 0;
beforeEach(() => {
  speak('zh-CN');
  download.mockClear();
});
afterEach(cleanup);

async function drawer(logs: readonly LogRow[] = []) {
  const db = new OwnKeysDb(`use-keys-${databases++}`);
  const { result, rerender } = renderHook((now: readonly LogRow[]) => useKeys(db, now), {
    initialProps: logs,
  });
  const wish = (what: KeyWish) =>
    act(async () => {
      await result.current.act(what);
    });
  expect(result.current.view).toBeNull();
  await wish({ kind: 'open-keys', open: true });
  return { db, wish, view: () => result.current.view, rerender };
}
const log = (fileName: string, openedBy?: string) => ({ fileName, openedBy }) as LogRow;

it('makes a key, gives out its public half, and says what it opened', async () => {
  const { wish, view, rerender } = await drawer();
  await wish({ kind: 'key-make', label: '山货铺/林主管' });
  await waitFor(() => expect(view()?.list).toHaveLength(1));
  const [own] = view()!.list!;
  expect(view()?.told?.text).toContain('已做好“山货铺/林主管”');
  rerender([log('a.cslog', own!.id), log('b.cslog'), log('c.cslog', 'other')]);
  expect(view()?.list).toMatchObject([{ files: ['a.cslog'], retired: false }]);

  await wish({ kind: 'key-save', id: own!.id });
  const [[content, file] = []] = download.mock.calls;
  expect(file).toMatch(/^counterside-山货铺-林主管-\d{8}\.cskey$/);
  expect(await readPublicFile(content!)).toMatchObject({ kind: 'key', id: own!.id });
  expect(await content!.text()).not.toMatch(/privat|"d"/i);
});

it('renames, retires, takes back and deletes a key, and tells each', async () => {
  const { wish, view } = await drawer();
  await wish({ kind: 'key-make', label: '林' });
  await waitFor(() => expect(view()?.list).toHaveLength(1));
  const { id } = view()!.list![0]!;
  await wish({ kind: 'key-rename', id, label: ' 林主管 ' });
  expect(view()?.told?.text).toContain('已改名为“林主管”');
  await wish({ kind: 'key-retire', id, retired: true });
  await waitFor(() => expect(view()?.list).toMatchObject([{ label: '林主管', retired: true }]));
  await wish({ kind: 'key-retire', id, retired: false });
  await waitFor(() => expect(view()?.list).toMatchObject([{ retired: false }]));
  await wish({ kind: 'key-remove', id });
  await waitFor(() => expect(view()?.list).toEqual([]));
  expect(view()?.told).toEqual({ text: '已删除“林主管”', tone: 'fine' });
});

it('makes no key without a name that can be seen, and says when the browser keeps none', async () => {
  const { db, wish, view } = await drawer();
  await wish({ kind: 'key-make', label: '\u200b ' });
  expect(view()?.told).toEqual({ text: '名字里要有看得见的字', tone: 'trouble' });
  vi.spyOn(db.keys, 'add').mockRejectedValueOnce(new DOMException('no', 'DataCloneError'));
  await wish({ kind: 'key-make', label: '林' });
  expect(view()?.told).toMatchObject({
    text: expect.stringContaining('已有的钥匙没有变化'),
    tone: 'trouble',
  });
  expect(await db.keys.count()).toBe(0);
  await wish({ kind: 'open-keys', open: false });
  expect(view()).toBeNull();
});
