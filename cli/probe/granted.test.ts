import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { manifestFor } from '../build/manifest.ts';
import { grant, grantedBuild } from './granted.ts';

it.each(['chrome', 'firefox'])('differs from the shipped %s manifest in hosts alone', (browser) => {
  const shipped = { ...manifestFor(browser), host_permissions: ['https://a.example/*'] };
  const granted = grant(shipped, ['http://*/*', 'https://a.example/*']);
  expect(granted.host_permissions).toEqual(['https://a.example/*', 'http://*/*']);
  expect({ ...granted, host_permissions: null }).toEqual({ ...shipped, host_permissions: null });
});

it('leaves the shipped build as it was, and nothing behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterside-test-'));
  const text = JSON.stringify({ name: 'x', host_permissions: [] });
  writeFileSync(join(folder, 'manifest.json'), text);
  const granted = grantedBuild(folder, ['http://*/*'], { 'look.js': '1' });
  expect(JSON.parse(readFileSync(join(granted.folder, 'manifest.json'), 'utf8'))).toEqual({
    name: 'x',
    host_permissions: ['http://*/*'],
  });
  expect(existsSync(join(granted.folder, 'look.js'))).toBe(true);
  granted.remove();
  expect(existsSync(granted.folder)).toBe(false);
  expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toBe(text);
  expect(existsSync(join(folder, 'look.js'))).toBe(false);
  rmSync(folder, { recursive: true });
});
