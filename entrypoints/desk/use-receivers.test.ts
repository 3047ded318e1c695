// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, renderHook, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ReceiverWish } from '../../components/desk/view.ts';
import { speak } from '../../components/i18n/say.ts';
import { makeKey, OwnKeysDb } from '../../storage/receiving/own-keys.ts';
import { fingerprintOf } from '../../storage/receiving/point.ts';
import { writePublicFile } from '../../storage/receiving/public-file.ts';
import { lastExport, rememberExport } from './last-export.ts';
import { lockOf, useReceivers } from './use-receivers.ts';

const supervisors = new OwnKeysDb('supervisors');
beforeEach(() => {
  speak('zh-CN');
});
afterEach(cleanup);

function receivers() {
  const { result } = renderHook(() => useReceivers());
  const wish = async (what: ReceiverWish): Promise<string | undefined> => {
    let kept: string | undefined;
    await act(async () => {
      kept = await result.current.act(what);
    });
    return kept;
  };
  return { view: () => result.current.view, wish };
}

async function fileOf(label: string): Promise<{ id: string; file: File }> {
  const { id, point } = await makeKey(supervisors, label, 1);
  const blob = writePublicFile({ label, point, made: '2026-11-22' });
  return { id, file: new File([blob], `${label}.cskey`) };
}

it('offers a key with its fingerprint, keeps it on a yes, warns of its like, and forgets it', async () => {
  const { view, wish } = receivers();
  const { id, file } = await fileOf('林主管');
  await wish({ kind: 'receiver-read', file });
  expect(view()).toMatchObject({
    known: [],
    read: { kind: 'offer', meets: 'none', key: { id, label: '林主管', fingerprint: fingerprintOf(id) } },
  });
  await expect(lockOf({ kind: 'key', id })).rejects.toThrow('请重新选择');
  expect(await wish({ kind: 'receiver-keep' })).toBe(id);
  await waitFor(() => expect(view()).toMatchObject({ known: [{ id }], read: { kind: 'nothing' } }));
  expect(await lockOf({ kind: 'key', id })).toMatchObject({ label: '林主管' });

  await wish({ kind: 'receiver-read', file });
  expect(view().read).toMatchObject({ kind: 'offer', meets: 'same' });
  const { file: another } = await fileOf('林主管');
  await wish({ kind: 'receiver-read', file: another });
  expect(view().read).toMatchObject({ kind: 'offer', meets: 'clash' });
  await wish({ kind: 'receiver-leave' });
  expect(view()).toMatchObject({ known: [{ id }], read: { kind: 'nothing' } });

  await wish({ kind: 'receiver-forget', id });
  await waitFor(() => expect(view().known).toEqual([]));
  await expect(lockOf({ kind: 'key', id })).rejects.toThrow('请重新选择');
});

it('says in one sentence why a file holds no key, and keeps nothing', async () => {
  const { view, wish } = receivers();
  const file = new File(['-----BEGIN PRIVATE KEY-----'], 'x.cskey');
  await wish({ kind: 'receiver-read', file });
  expect(view().read).toMatchObject({ kind: 'refused', why: expect.stringContaining('私钥') });
  expect(await wish({ kind: 'receiver-keep' })).toBeUndefined();
  expect(view().known).toEqual([]);
});

it('offers the key of the last export again, and nothing less once it is gone', () => {
  const choice = { agent: '', recipient: '林', purpose: '', words: 'redacted', days: null } as const;
  expect(lastExport().lock).toEqual({ kind: 'none' });
  rememberExport({ ...choice, lock: { kind: 'key', id: 'a' } });
  expect(lastExport().lock).toEqual({ kind: 'key', id: 'a' });
  rememberExport({ ...choice, lock: { kind: 'passphrase', passphrase: '八个字的口令好呀' } });
  expect(lastExport().lock).toEqual({ kind: 'none' });
  expect(JSON.stringify({ ...localStorage })).not.toContain('八个字');
});
