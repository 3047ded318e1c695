import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { installId, pseudonymKey } from './keys.ts';
import { LogDb } from './log/db.ts';
import { wipeLog } from './log/wipe.ts';
import {
  DEFAULT_SETTINGS,
  readLayout,
  readPerson,
  readSettings,
  saveLayout,
  savePerson,
  saveSettings,
} from './settings.ts';
import { isQuota, ReadOnlyError } from './trouble.ts';

let db: LogDb;
let databases = 0;
beforeEach(() => {
  db = new LogDb(`settings-${databases++}`);
});

describe('settings', () => {
  it('are the defaults until saved, and one change leaves the others', async () => {
    expect(await readSettings(db)).toEqual(DEFAULT_SETTINGS);
    await saveSettings(db, { language: 'en' });
    expect(await saveSettings(db, { keepText: false })).toEqual({
      ...DEFAULT_SETTINGS,
      language: 'en',
      keepText: false,
    });
    expect(await readSettings(db)).toMatchObject({ language: 'en', keepText: false });
  });

  it('fall back to the defaults when what was saved makes no sense', async () => {
    await db.values.put({ key: 'settings', value: { language: 'klingon' } });
    expect(await readSettings(db)).toEqual(DEFAULT_SETTINGS);
  });

  it('keep a panel’s place for each console', async () => {
    const layout = { side: 'free', x: 10, y: 20, width: 320, collapsed: true } as const;
    await saveLayout(db, 'pinduoduo', layout);
    expect(await readLayout(db, 'pinduoduo')).toEqual(layout);
    expect(await readLayout(db, 'feige')).toBeNull();
  });

  it('keep who is on duty', async () => {
    expect(await readPerson(db)).toBeNull();
    await savePerson(db, '小李');
    expect(await readPerson(db)).toBe('小李');
    await savePerson(db, null);
    expect(await readPerson(db)).toBeNull();
  });
});

describe('keys', () => {
  it('are made once, also when asked for twice at the same time, and outlive an emptied log', async () => {
    const [one, two] = await Promise.all([pseudonymKey(db), pseudonymKey(db)]);
    const id = await installId(db);
    await wipeLog(db);
    expect(one).toEqual(two);
    expect(one).toHaveLength(32);
    expect(await pseudonymKey(db)).toEqual(one);
    expect(await installId(db)).toBe(id);
  });
});

describe('trouble', () => {
  it('is a full disk wherever the browser hides it', () => {
    const quota = new DOMException('no room', 'QuotaExceededError');
    expect(isQuota(quota)).toBe(true);
    expect(
      isQuota(
        Object.assign(new Error('abort'), {
          name: 'AbortError',
          inner: { name: 'AbortError', inner: quota },
        }),
      ),
    ).toBe(true);
    expect(isQuota(new Error('other', { cause: quota }))).toBe(true);
    expect(isQuota(new DOMException('', 'AbortError'))).toBe(false);
    expect(isQuota(null)).toBe(false);
  });

  it('keeps old code from writing once a newer version owns the database', async () => {
    await db.open();
    const newer = new LogDb(db.name);
    newer.version(9).stores({ extra: 'id' });
    await newer.open();
    await expect(savePerson(db, '小李')).rejects.toThrow(ReadOnlyError);
    await expect(wipeLog(db)).rejects.toThrow(ReadOnlyError);
    expect(await readPerson(newer)).toBeNull();
    newer.close();
  });
});
