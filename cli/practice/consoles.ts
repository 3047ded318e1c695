import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';

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
}

const kit = (
  id: string,
  host: string,
  path: string,
  more: Partial<PracticeConsole> = {},
): PracticeConsole => ({
  ...{ id, host, paths: [path], story: 'one-of-each' },
  ...more,
});
const WANGWANG = '/app/ocms-fusion-components-1688';

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
  kit('kuaishou', 'im.kwaixiaodian.com', '/workbench'),
  kit('jingdong', 'dongdong.jd.com', '/index.html'),
  kit('jingdong-records', 'shop.jd.com', '/jdm/kefu/kf-manage-lite'),
  kit('weixin', 'store.weixin.qq.com', '/shop/kf'),
  kit('wangwang', 'air.1688.com', `${WANGWANG}/def_cbu_web_im_core/index.html`, {
    outer: `${WANGWANG}/def_cbu_web_im/index.html`,
  }),
  kit('tiktok', 'seller-us.tiktok.com', '/chat/inbox/current'),
  kit('shopee', 'seller.shopee.sg', '/new-webchat/conversations'),
  kit('etsy', 'www.etsy.com', '/messages/88001'),
  kit('rakuten', 'rmesse.rms.rakuten.co.jp', '/inquiry/88001'),
  kit('zendesk', 'practice.zendesk.com', '/agent/tickets/88001'),
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
