import { X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { makeCertificate } from './certificate.ts';

const { PATH, TMPDIR } = process.env;
afterEach(() => {
  process.env.PATH = PATH;
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
});

it('makes a certificate for every name and leaves nothing behind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterside-test-'));
  process.env.TMPDIR = folder;
  const certificate = new X509Certificate(makeCertificate(['a.example', 'b.example']).cert);
  expect(certificate.checkHost('a.example')).toBe('a.example');
  expect(certificate.checkHost('b.example')).toBe('b.example');
  expect(certificate.checkHost('c.example')).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
  rmdirSync(folder);
});

it('says what to install where openssl is missing', () => {
  process.env.PATH = '/nowhere';
  expect(() => makeCertificate(['a.example'])).toThrow('install it and try again');
});
