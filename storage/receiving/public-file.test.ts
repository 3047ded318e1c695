import { beforeAll, describe, expect, it } from 'vitest';
import { toBase64 } from '../log-file/base64.ts';
import { keyIdOf } from './point.ts';
import { readPublicFile, writePublicFile } from './public-file.ts';

const pointOf = async (namedCurve = 'P-256') => {
  const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve }, false, ['deriveBits']);
  return new Uint8Array(await crypto.subtle.exportKey('raw', publicKey));
};

let point: Uint8Array<ArrayBuffer>;
let good: Record<string, unknown>;
beforeAll(async () => {
  point = await pointOf();
  good = JSON.parse(await writePublicFile({ label: '林主管', point, made: '2026-11-22' }).text());
});

const read = (value: unknown) =>
  readPublicFile(new Blob([typeof value === 'string' ? value : JSON.stringify(value)]));
const whyNot = async (value: unknown) => {
  const found = await read(value);
  return found.kind === 'refused' ? found.why : found.kind;
};

describe('the file of a public half', () => {
  it('is read as it was written, and is small', async () => {
    const file = writePublicFile({ label: '林主管', point, made: '2026-11-22' });
    expect(file.size).toBeLessThan(400);
    expect(await readPublicFile(file)).toEqual({
      kind: 'key',
      id: keyIdOf(point),
      file: { label: '林主管', point, made: '2026-11-22' },
    });
  });

  it('holds the form, version, key, name and day, and nothing else', () => {
    expect(Object.keys(good)).toEqual(['form', 'version', 'label', 'key', 'made']);
    expect(good).toMatchObject({ form: 'counterside-receiving-key', version: 1, made: '2026-11-22' });
  });

  it.each<[string, (good: Record<string, unknown>) => unknown, string]>([
    ['too large', (file) => ({ ...file, label: '林'.repeat(5000) }), 'too-large'],
    ['empty', () => '', 'not-key'],
    ['no JSON', () => '收件钥匙', 'not-key'],
    ['another JSON', () => ({ name: 'bookmarks' }), 'not-key'],
    ['a list', (file) => [file], 'not-key'],
    ['of another form', (file) => ({ ...file, form: 'counterside-log/2' }), 'not-key'],
    ['of a later version', (file) => ({ ...file, version: 2 }), 'newer'],
    ['of no version', ({ version: _, ...file }) => file, 'damaged'],
    ['with a word more', (file) => ({ ...file, trusted: true }), 'damaged'],
    ['without a day', (file) => ({ ...file, made: 'yesterday' }), 'damaged'],
    ['without a name', (file) => ({ ...file, label: '  ' }), 'damaged'],
    ['with a name that turns what follows round', (file) => ({ ...file, label: '林\u202e' }), 'damaged'],
    ['with a key that is no base64', (file) => ({ ...file, key: '钥匙' }), 'damaged'],
    ['with an empty key', (file) => ({ ...file, key: '' }), 'curve'],
    ['with a key of 32 bytes', (file) => ({ ...file, key: toBase64(new Uint8Array(32)) }), 'curve'],
    ['a PEM private key', () => '-----BEGIN EC PRIVATE KEY-----\nMHcC', 'private'],
    ['an OpenSSH private key', () => '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl', 'private'],
    ['a JWK private key', () => ({ kty: 'EC', crv: 'P-256', x: 'a', y: 'b', d: 'c' }), 'private'],
    ['ours with a private half', (file) => ({ ...file, d: 'c' }), 'private'],
  ])('that is %s is refused', async (_, change, why) => {
    expect(await whyNot(change(good))).toBe(why);
  });

  it.each(['P-384', 'P-521'])('with a key of the curve %s is refused', async (curve) => {
    expect(await whyNot({ ...good, key: toBase64(await pointOf(curve)) })).toBe('curve');
  });

  it('with a point off the curve is refused, whichever byte was changed', async () => {
    for (let at = 1; at < point.length; at++) {
      const off = point.slice();
      off[at]! ^= 1;
      expect(await whyNot({ ...good, key: toBase64(off) })).toBe('point');
    }
    expect(await whyNot({ ...good, key: toBase64(new Uint8Array([4, ...new Uint8Array(64)])) })).toBe(
      'point',
    );
  });
});
