import { readdirSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join, parse } from 'node:path';
import { build } from 'esbuild';
import { makeCertificate } from '../../cli/practice/certificate.ts';

const HOST = 'im.jinritemai.com';
const PATH = '/pc_seller_v2/main/workspace';
const PAGES = join(import.meta.dirname, 'pages');
const STYLE = `
  body { margin: 0; font: 14px/1.6 "Noto Sans CJK SC", sans-serif; }
  .list { width: 200px; float: left; }
  #workspace-chat { margin-left: 210px; width: 640px; }
  .messageList { height: 220px; overflow: auto; }
  .editor { border: 1px solid #ccc; }
  .editor [contenteditable] { min-height: 60px; outline: none; white-space: pre-wrap; }
  .editor textarea { width: 100%; height: 80px; box-sizing: border-box; font: inherit; }`;

/** Every editor that there is a page for, by its file's name. */
export const EDITORS: readonly string[] = readdirSync(PAGES)
  .map((file) => parse(file).name)
  .sort();

export interface Kits {
  readonly port: number;
  /** For Chromium's `--host-resolver-rules`. */
  readonly hostRules: string;
  /** For Firefox's `network.dns.localDomains`; there the port stays in the address. */
  readonly hosts: readonly string[];
  /** Where an editor's page is, by the host's real name and port; `habit` as page.js knows them. */
  url(editor: string, habit?: string): string;
  close(): Promise<void>;
}

interface Bundle {
  readonly js: string;
  readonly css: string;
}

/** One editor's page, with the package that it is made of, from `tests/kits/node_modules`. */
async function bundle(editor: string): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { draw } from './page.js'; import { mount } from './pages/${editor}'; draw(mount);`,
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    jsx: 'automatic',
    jsxImportSource: 'react',
    target: 'es2022',
    minify: true,
    // Draft.js says `global`.
    define: { 'process.env.NODE_ENV': '"production"', global: 'globalThis' },
    loader: {
      '.woff': 'dataurl',
      '.woff2': 'dataurl',
      '.ttf': 'dataurl',
      '.svg': 'dataurl',
      '.png': 'dataurl',
    },
    tsconfigRaw: {},
    logLevel: 'silent',
  });
  const file = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { js: file('.js'), css: file('.css') };
}

/** Serves the editors' pages under a console's real name, over HTTPS, on a port of its own. */
export async function serveKits(): Promise<Kits> {
  const bundles = new Map<string, Promise<Bundle>>();
  const bundled = (editor: string) => {
    const found = bundles.get(editor) ?? bundle(editor);
    bundles.set(editor, found);
    return found;
  };
  const answer = async (url: URL): Promise<{ type: string; body: string } | null> => {
    const editor = url.searchParams.get('editor') ?? '';
    if (!EDITORS.includes(editor)) return null;
    if (url.pathname === PATH) {
      const html = `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${editor}</title>
        <link rel="icon" href="data:,"><link rel="stylesheet" href="/kit.css?editor=${editor}"></head>
        <body><script src="/kit.js?editor=${editor}"></script></body></html>`;
      return { type: 'text/html; charset=utf-8', body: html };
    }
    const { js, css } = await bundled(editor);
    if (url.pathname === '/kit.js') return { type: 'text/javascript; charset=utf-8', body: js };
    if (url.pathname === '/kit.css') return { type: 'text/css; charset=utf-8', body: css + STYLE };
    return null;
  };
  const server = createServer(makeCertificate([HOST]), (request, response) => {
    answer(new URL(request.url ?? '/', `https://${HOST}`)).then(
      (found) => {
        if (found) response.writeHead(200, { 'content-type': found.type }).end(found.body);
        else response.writeHead(404).end();
      },
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    port,
    hostRules: `MAP ${HOST} 127.0.0.1:${port}`,
    hosts: [HOST],
    url: (editor, habit = '') => `https://${HOST}:${port}${PATH}?editor=${editor}&habit=${habit}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
