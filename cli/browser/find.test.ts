import { describe, expect, it } from 'vitest';
import { findChromium, findFirefox, hasDisplay } from './find.ts';
import type { Machine } from './machine.ts';

const machine = (programs: string[], more: Partial<Machine> = {}) => {
  const said: string[] = [];
  const installed: string[][] = [];
  const one: Machine = {
    platform: 'linux',
    env: {},
    home: '/home/a',
    debianRoot: false,
    isProgram: (path) => programs.includes(path),
    list: () => [],
    install: (packages) => {
      installed.push([...packages]);
      return true;
    },
    say: (line) => said.push(line),
    ...more,
  };
  return { one, said, installed };
};

describe('finding a Chromium', () => {
  it('takes what CHROME_PATH names, and says so if it is not there', () => {
    const named = machine(['/opt/x', '/usr/bin/chromium'], { env: { CHROME_PATH: '/opt/x' } });
    expect(findChromium(named.one)).toBe('/opt/x');
    const wrong = machine(['/usr/bin/chromium'], { env: { CHROME_PATH: '/opt/y' } });
    expect(() => findChromium(wrong.one)).toThrow('CHROME_PATH is /opt/y');
  });

  it('prefers Edge to branded Chrome, and warns of the latter', () => {
    const both = machine(['/usr/bin/google-chrome', '/usr/bin/microsoft-edge']);
    expect(findChromium(both.one)).toBe('/usr/bin/microsoft-edge');
    expect(both.said).toEqual([]);
    const chrome = machine(['/usr/bin/google-chrome']);
    expect(findChromium(chrome.one)).toBe('/usr/bin/google-chrome');
    expect(chrome.said.join()).toContain('refuse to load an extension');
  });

  it('takes the newest build that a test tool downloaded', () => {
    const cache = '/home/a/.cache/ms-playwright';
    const path = `${cache}/chromium-1200/chrome-linux/chrome`;
    const { one } = machine([path, `${cache}/chromium-1100/chrome-linux/chrome`], {
      list: () => ['chromium-1100', 'chromium-1200', 'ffmpeg-1'],
    });
    expect(findChromium(one)).toBe(path);
  });

  it('installs it on Debian as root, with Chinese and a font', () => {
    const programs: string[] = [];
    const { one, installed } = machine(programs, {
      debianRoot: true,
      install: (packages) => {
        installed.push([...packages]);
        programs.push('/usr/bin/chromium');
        return true;
      },
    });
    expect(findChromium(one)).toBe('/usr/bin/chromium');
    expect(installed[0]).toEqual(['chromium', 'chromium-l10n', 'fonts-noto-cjk']);
  });

  it('says what to install everywhere else, and what failed', () => {
    expect(() => findChromium(machine([]).one)).toThrow('install one, or set CHROME_PATH');
    const offline = machine([], { debianRoot: true, install: () => false });
    expect(() => findChromium(offline.one)).toThrow('Could not install chromium');
  });

  it('goes on without the language packs when only those fail', () => {
    const offline = machine(['/usr/bin/chromium'], { debianRoot: true, install: () => false });
    expect(findChromium(offline.one)).toBe('/usr/bin/chromium');
    expect(offline.said.join()).toContain('chromium-l10n');
  });
});

it('looks for Firefox by its own variable', () => {
  const { one } = machine(['/usr/bin/firefox-esr', '/opt/f'], { env: { FIREFOX_PATH: '/opt/f' } });
  expect(findFirefox(one)).toBe('/opt/f');
  expect(() => findFirefox(machine([]).one)).toThrow('FIREFOX_PATH');
});

it.each([
  ['linux', {}, false],
  ['linux', { DISPLAY: ':0' }, true],
  ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
  ['darwin', {}, true],
  ['win32', {}, true],
] as const)('on %s with %j a window can be shown: %j', (platform, env, expected) => {
  expect(hasDisplay({ platform, env })).toBe(expected);
});
