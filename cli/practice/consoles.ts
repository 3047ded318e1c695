import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { Story } from './story.ts';

const CONSOLES = join(import.meta.dirname, '../../seeds/consoles');
const require = createRequire(import.meta.url);

/** A console that can be practised on. */
export interface PracticeConsole {
  readonly id: Story['console'];
  readonly host: string;
  /** Where its chat lives; the first is where `/` leads. */
  readonly paths: readonly string[];
  /** The page's program. */
  readonly entry: string;
  /** The story that is there unless another is asked for. */
  readonly story: string;
}

export const PRACTICE_CONSOLES: readonly PracticeConsole[] = [
  {
    id: 'pinduoduo',
    host: 'mms.pinduoduo.com',
    paths: ['/chat-merchant/index.html', '/chat-merchant/'],
    entry: 'page.js',
    story: 'pinduoduo-evening',
  },
  {
    id: 'feige',
    host: 'im.jinritemai.com',
    paths: ['/pc_seller_v2/main/workspace'],
    entry: 'page.jsx',
    story: 'feige-afternoon',
  },
];

export interface Asset {
  readonly type: string;
  readonly body: string;
}

const html = 'text/html; charset=utf-8';
const js = 'text/javascript; charset=utf-8';
const css = 'text/css; charset=utf-8';

async function bundle(entry: string): Promise<string> {
  const built = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'react',
    target: 'es2022',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfigRaw: {},
    logLevel: 'silent',
  });
  return built.outputFiles[0]?.text ?? '';
}

/** The files of a console's page by their path on its host; null for any other path. */
export async function assetOf({ id, paths, entry }: PracticeConsole, path: string): Promise<Asset | null> {
  const folder = join(CONSOLES, id);
  if (paths.includes(path)) return { type: html, body: readFileSync(join(folder, 'index.html'), 'utf8') };
  if (path === '/assets/page.js') return { type: js, body: await bundle(join(folder, entry)) };
  if (path === '/assets/style.css')
    return { type: css, body: readFileSync(join(folder, 'style.css'), 'utf8') };
  if (path === '/assets/vue.js')
    return { type: js, body: readFileSync(require.resolve('vue2/dist/vue.min.js'), 'utf8') };
  return null;
}
