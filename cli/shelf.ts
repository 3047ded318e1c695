import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import preact from '@preact/preset-vite';
import { type Browser, chromium, type Page } from 'playwright-core';
import { createServer, type Plugin, type ViteDevServer } from 'vite';
import { seedsPlugin } from './build/seeds-plugin.ts';

/**
 * The shelf: every state of every `*.fixture.tsx`, photographed in a real Chromium, light and dark.
 *
 *     npx tsx cli/shelf.ts out/dir [filter] [--zoom 2]
 *
 * A fixture exports by default a record from a state's name to what is drawn, and may export
 * `viewport` ({ width, height }). `filter` keeps the pictures whose `file.state` holds it.
 */
const ROOT = resolve(import.meta.dirname, '..');
const [out, ...rest] = process.argv.slice(2);
const zoomAt = rest.indexOf('--zoom');
const zoom = zoomAt < 0 ? 1 : Number(rest[zoomAt + 1]);
const filter = rest.find((word, at) => !word.startsWith('--') && (zoomAt < 0 || at !== zoomAt + 1)) ?? '';

const SCRIPT = `
  import { render } from 'preact';
  const asked = new URLSearchParams(location.search);
  const fixture = await import(/* @vite-ignore */ asked.get('file'));
  const state = asked.get('state');
  if (state !== null) render(fixture.default[state], document.body);
  window.shelf = { states: Object.keys(fixture.default), viewport: fixture.viewport ?? null };
`;

const page = (): Plugin => ({
  name: 'shelf',
  resolveId: (id) => (id === '/shelf.js' ? id : null),
  load: (id) => (id === '/shelf.js' ? SCRIPT : null),
  configureServer(server) {
    server.middlewares.use((request, response, next) => {
      if (!request.url?.startsWith('/shelf?')) return next();
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end('<!doctype html><html lang="zh-CN"><body><script type="module" src="/shelf.js"></script>');
    });
  },
});

interface Shelf {
  readonly states: string[];
  readonly viewport: { width: number; height: number } | null;
}

async function open(tab: Page, origin: string, file: string, state?: string): Promise<Shelf> {
  const asked = new URLSearchParams({ file: `/${file}`, ...(state === undefined ? {} : { state }) });
  await tab.goto(`${origin}/shelf?${asked}`);
  const shelf = await tab.waitForFunction(() => (window as unknown as { shelf?: Shelf }).shelf);
  return (await shelf.jsonValue()) as Shelf;
}

async function photograph(browser: Browser, origin: string, file: string, folder: string): Promise<number> {
  const tab = await browser.newPage({ reducedMotion: 'reduce', deviceScaleFactor: zoom });
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(error.message));
  const { states, viewport } = await open(tab, origin, file);
  const size = viewport ?? { width: 1366, height: 768 };
  let taken = 0;
  for (const state of states) {
    const name = `${basename(file, '.fixture.tsx')}.${state.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}`;
    if (!`${file}.${name}`.includes(filter)) continue;
    for (const colorScheme of ['light', 'dark'] as const) {
      await tab.setViewportSize({
        width: Math.round(size.width / zoom),
        height: Math.round(size.height / zoom),
      });
      await tab.emulateMedia({ colorScheme });
      await open(tab, origin, file, state);
      await tab.waitForTimeout(250);
      await tab.screenshot({ path: join(folder, `${name}.${colorScheme}.png`) });
      taken += 1;
    }
  }
  await tab.close();
  if (complaints.length > 0) throw new Error(`${file}: ${complaints.join('; ')}`);
  return taken;
}

async function serve(): Promise<{ server: ViteDevServer; origin: string }> {
  const server = await createServer({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    cacheDir: join(ROOT, 'node_modules/.cache/shelf'),
    plugins: [preact(), seedsPlugin(), page()],
    server: { host: '127.0.0.1', port: 0, hmr: false, watch: null },
  });
  await server.listen();
  const address = server.httpServer?.address();
  if (!address || typeof address === 'string') throw new Error('the shelf found no port');
  return { server, origin: `http://127.0.0.1:${address.port}` };
}

const fixtures = readdirSync(join(ROOT, 'components'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.fixture.tsx'))
  .map((name) => `components/${name}`)
  .sort();

if (!out) {
  console.error('usage: npx tsx cli/shelf.ts OUT-FOLDER [FILTER] [--zoom 2]');
  process.exit(2);
}
await mkdir(out, { recursive: true });
const { server, origin } = await serve();
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
try {
  for (const file of fixtures)
    console.log(`${file}: ${await photograph(browser, origin, file, out)} pictures`);
} finally {
  await browser.close();
  await server.close();
}
