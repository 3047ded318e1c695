import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { forgetKey, KnownKeysDb, keepKey, knownKeys } from './known-keys.ts';
import { makeKey, OwnKeysDb, ownKeys, privateHalfOf, removeKey, renameKey, retireKey } from './own-keys.ts';
import { fingerprintOf } from './point.ts';

let databases = 0;
let own: OwnKeysDb;
let known: KnownKeysDb;
beforeEach(() => {
  databases += 1;
  own = new OwnKeysDb(`own-keys-${databases}`);
  known = new KnownKeysDb(`known-keys-${databases}`);
});

describe("a supervisor's own key", () => {
  it('has a private half that can be used and not copied', async () => {
    const { id } = await makeKey(own, '林主管', 1);
    const kept = await privateHalfOf(own, id);
    if (!kept) throw new Error('not kept');
    expect([kept.type, kept.extractable, kept.usages]).toEqual(['private', false, ['deriveBits']]);
    await expect(crypto.subtle.exportKey('jwk', kept)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('pkcs8', kept)).rejects.toThrow();
  });

  it('has a fingerprint of its own that can be read out', async () => {
    const prints = await Promise.all(
      [1, 2, 3].map(async (at) => fingerprintOf((await makeKey(own, '林', at)).id)),
    );
    for (const print of prints) expect(print).toMatch(/^\d{4}( \d{4}){5}$/);
    expect(new Set(prints).size).toBe(3);
  });

  it('is called on one line what a person typed, and needs a name', async () => {
    const key = await makeKey(own, ' 林\n主管\u202e ', 1);
    expect(key.label).toBe('林 主管');
    await expect(makeKey(own, ' \u200b ', 1)).rejects.toThrow();
    await renameKey(own, key.id, '山货铺 林主管');
    await expect(renameKey(own, key.id, '')).rejects.toThrow();
    expect((await ownKeys(own)).map(({ label }) => label)).toEqual(['山货铺 林主管']);
  });

  it('goes behind those in use when it is retired, and still opens', async () => {
    const [a, b, c] = [await makeKey(own, '一', 1), await makeKey(own, '二', 2), await makeKey(own, '三', 3)];
    await retireKey(own, c.id, 9);
    expect((await ownKeys(own)).map(({ label }) => label)).toEqual(['二', '一', '三']);
    expect(await privateHalfOf(own, c.id)).not.toBeNull();
    await retireKey(own, c.id, null);
    expect((await ownKeys(own)).map(({ id }) => id)).toEqual([c.id, b.id, a.id]);
  });

  it('opens nothing once it is deleted', async () => {
    const { id } = await makeKey(own, '林', 1);
    await removeKey(own, id);
    expect([await privateHalfOf(own, id), await ownKeys(own)]).toEqual([null, []]);
  });
});

describe('a key that a desk keeps', () => {
  it('is kept once under its latest name, and forgotten', async () => {
    const { id, point } = await makeKey(own, '林', 1);
    await keepKey(known, id, { label: '林', point, made: '2026-11-22' }, 1);
    await keepKey(known, 'other', { label: '王', point, made: '2026-11-22' }, 2);
    await keepKey(known, id, { label: '林主管', point, made: '2026-11-22' }, 3);
    expect((await knownKeys(known)).map(({ label }) => label)).toEqual(['林主管', '王']);
    await forgetKey(known, id);
    expect((await knownKeys(known)).map(({ label }) => label)).toEqual(['王']);
  });
});
