import { join } from 'node:path';
import { type Machine, thisMachine } from './machine.ts';

/** Builds that test tools download for themselves. They take an unpacked extension, as branded Chrome does not. */
function downloaded({ home, list, platform }: Machine): string[] {
  const inside = {
    darwin: 'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    win32: 'chrome-win/chrome.exe',
  } as Partial<Record<NodeJS.Platform, string>>;
  const cache = {
    darwin: join(home, 'Library/Caches/ms-playwright'),
    win32: join(home, 'AppData/Local/ms-playwright'),
  } as Partial<Record<NodeJS.Platform, string>>;
  const folder = cache[platform] ?? join(home, '.cache/ms-playwright');
  return list(folder)
    .filter((name) => name.startsWith('chromium-'))
    .sort()
    .reverse()
    .map((name) => join(folder, name, inside[platform] ?? 'chrome-linux/chrome'));
}

/**
 * Where a Chromium may be, best first. Chromium and Edge come before Chrome: branded Chrome since 137 ignores
 * `--load-extension` (facts of the toolchain, DESIGN.md §9), so the demo would open without the panel.
 */
export function chromiumPlaces(machine: Machine): string[] {
  const { platform, env, home } = machine;
  if (platform === 'darwin')
    return [
      ...['/Applications', join(home, 'Applications')].flatMap((folder) => [
        `${folder}/Chromium.app/Contents/MacOS/Chromium`,
        `${folder}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
        `${folder}/Microsoft Edge.app/Contents/MacOS/Microsoft Edge`,
      ]),
      ...downloaded(machine),
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ];
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (root) => root !== undefined,
    );
    return [
      ...roots.map((root) => join(root, 'Chromium/Application/chrome.exe')),
      ...roots.map((root) => join(root, 'Microsoft/Edge/Application/msedge.exe')),
      ...downloaded(machine),
      ...roots.map((root) => join(root, 'Google/Chrome/Application/chrome.exe')),
    ];
  }
  return [
    ...['/usr/bin/chromium', '/usr/bin/chromium-browser', '/snap/bin/chromium'],
    ...['/usr/bin/microsoft-edge', '/usr/bin/microsoft-edge-stable', '/opt/microsoft/msedge/msedge'],
    ...downloaded(machine),
    ...['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/opt/google/chrome/chrome'],
  ];
}

const firefoxPlaces = ({ platform, env }: Machine): string[] => {
  if (platform === 'darwin') return ['/Applications/Firefox.app/Contents/MacOS/firefox'];
  if (platform === 'win32')
    return [join(env.PROGRAMFILES ?? 'C:/Program Files', 'Mozilla Firefox/firefox.exe')];
  return ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/snap/bin/firefox'];
};

interface Wanted {
  readonly variable: string;
  readonly places: readonly string[];
  readonly packages: readonly string[];
  readonly name: string;
}

function find(machine: Machine, { variable, places, packages, name }: Wanted): string {
  const named = machine.env[variable];
  if (named) {
    if (machine.isProgram(named)) return named;
    throw new Error(`${variable} is ${named}, and there is no program there.`);
  }
  const found = places.find(machine.isProgram);
  if (found) return found;
  if (machine.debianRoot) {
    machine.say(`No ${name} here: installing ${packages.join(', ')} …`);
    if (machine.install(packages)) {
      const installed = places.find(machine.isProgram);
      if (installed) return installed;
    }
    throw new Error(
      `Could not install ${packages.join(', ')} with apt-get: do it by hand, or set ${variable}.`,
    );
  }
  throw new Error(
    `No ${name} found: install one, or set ${variable} to the program. Looked at: ${places.join(', ')}.`,
  );
}

/**
 * A Chromium, Edge or Chrome that can be started. On Debian as root a missing Chromium is installed, with its
 * Chinese interface and a font for it. Throws with what to install.
 */
export function findChromium(machine: Machine = thisMachine()): string {
  const packages = ['chromium', 'chromium-l10n', 'fonts-noto-cjk'];
  const wanted = {
    variable: 'CHROME_PATH',
    places: chromiumPlaces(machine),
    packages,
    name: 'Chromium or Edge',
  };
  const found = find(machine, wanted);
  if (found === '/usr/bin/chromium' && machine.debianRoot && !machine.install(packages.slice(1)))
    machine.say(
      'Could not install chromium-l10n and fonts-noto-cjk: Chinese may show in English or as boxes.',
    );
  if (/google[- ]?chrome|Google[/\\]Chrome/i.test(found) && !/testing/i.test(found))
    machine.say(
      'Only branded Chrome found. Newer ones refuse to load an extension this way: install Chromium or Edge.',
    );
  return found;
}

/** A Firefox, 140 or newer. Same rules as {@link findChromium}; the variable is FIREFOX_PATH. */
export function findFirefox(machine: Machine = thisMachine()): string {
  const packages = ['firefox-esr', 'firefox-esr-l10n-zh-cn', 'fonts-noto-cjk'];
  return find(machine, {
    variable: 'FIREFOX_PATH',
    places: firefoxPlaces(machine),
    packages,
    name: 'Firefox',
  });
}

/** Whether a window can be shown. */
export const hasDisplay = ({ platform, env }: Pick<Machine, 'platform' | 'env'> = thisMachine()): boolean =>
  platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);
