import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { z } from 'zod';

const CONSOLES = join(import.meta.dirname, '../../seeds/consoles');
const require = createRequire(import.meta.url);

/** A console that can be practised on. */
export interface PracticeConsole {
  /** The adapter's id. */
  readonly id: string;
  readonly host: string;
  /** Where its chat lives; the first is where `/` leads. */
  readonly paths: readonly string[];
  /** The page's program, beside its HTML; without one, the kit fills the page's own templates. */
  readonly entry?: string;
  /** Where the page lies that has the chat in a frame. */
  readonly outer?: string;
  /** The story that is there unless another is asked for. */
  readonly story: string;
  readonly tells: Telling;
}

/** A console that is made of the kit says the rest of itself in `console.json`. */
const description = z.strictObject({
  host: z.string(),
  path: z.string(),
  outer: z.string().exactOptional(),
  /** What the log makes of the common story where consoles differ: see `tests/browser/consoles.e2e.ts`. */
  tells: z.strictObject({
    robot: z.string(),
    system: z.string(),
    order: z.string(),
    time: z.enum(['second id', 'second page', 'minute page', 'none observed']),
    list: z.boolean(),
  }),
});

/** How a console tells what the common story shows. Where it can't tell, the log must say so and not guess. */
export type Telling = z.infer<typeof description>['tells'];

function kitConsoles(): PracticeConsole[] {
  const folders = readdirSync(CONSOLES).filter((name) => existsSync(join(CONSOLES, name, 'console.json')));
  return folders.sort().map((id) => {
    const text = readFileSync(join(CONSOLES, id, 'console.json'), 'utf8');
    const { path, ...rest } = description.parse(JSON.parse(text));
    return { id, paths: [path], story: 'one-of-each', ...rest };
  });
}

const ROBOT = 'robot text 稍等，客服马上来';
const NOTICE = 'system notice 本次会话由小夏接待';

export const PRACTICE_CONSOLES: readonly PracticeConsole[] = [
  {
    id: 'pinduoduo',
    host: 'mms.pinduoduo.com',
    paths: ['/chat-merchant/index.html', '/chat-merchant/'],
    entry: 'page.js',
    story: 'pinduoduo-evening',
    tells: { robot: ROBOT, system: NOTICE, order: 'order ', time: 'second id', list: true },
  },
  {
    id: 'feige',
    host: 'im.jinritemai.com',
    paths: ['/pc_seller_v2/main/workspace'],
    entry: 'page.jsx',
    story: 'feige-afternoon',
    tells: {
      robot: ROBOT,
      system: 'unknown other ',
      order: 'text 订单 261120-482913570026317',
      time: 'second page',
      list: true,
    },
  },
  ...kitConsoles(),
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
export async function assetOf(console: PracticeConsole, path: string): Promise<Asset | null> {
  const { id, paths, outer, entry } = console;
  const folder = join(CONSOLES, id);
  const kitted = join(CONSOLES, 'kit');
  const page = (file: string) => ({ type: html, body: readFileSync(join(folder, file), 'utf8') });
  if (paths.includes(path)) return page('index.html');
  if (path === outer) return page('outer.html');
  if (path === '/assets/page.js')
    return { type: js, body: await bundle(entry ? join(folder, entry) : join(kitted, 'page.js')) };
  if (path === '/assets/style.css')
    return { type: css, body: readFileSync(join(entry ? folder : kitted, 'style.css'), 'utf8') };
  if (path === '/assets/vue.js')
    return { type: js, body: readFileSync(require.resolve('vue2/dist/vue.min.js'), 'utf8') };
  return null;
}
