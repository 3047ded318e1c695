import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const CHATS = join(import.meta.dirname, 'chats');

/** Chat interfaces from npm, one entry each in `chats/`. */
export const KITS = readdirSync(CHATS)
  .filter((name) => /\.jsx?$/.test(name) && name !== 'story.js')
  .map((name) => name.replace(/\.jsx?$/, ''));

const pagesIn = (folder: string) => readdirSync(join(CHATS, folder)).map((name) => name.replace('.html', ''));

/** Pages with a chat, written by hand in the manner of many consoles. */
export const OWN = pagesIn('own');

/** Pages that have editors and lists, and are no chat. */
export const NONE = pagesIn('none');

/** A hand-written page. */
export const ownPage = (name: string, folder: 'own' | 'none' = 'own'): string =>
  readFileSync(join(CHATS, folder, `${name}.html`), 'utf8');

/** A page with one chat kit in it, all of its code inline. */
export async function kitPage(kit: string): Promise<string> {
  const entry = ['jsx', 'js'].map((end) => join(CHATS, `${kit}.${end}`)).find((path) => exists(path));
  if (!entry) throw new Error(`no kit ${kit}`);
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outdir: 'out',
    format: 'iife',
    target: 'esnext',
    charset: 'utf8',
    // The product's own JSX is Preact's.
    tsconfigRaw: { compilerOptions: { jsx: 'react-jsx', jsxImportSource: 'react' } },
    nodePaths: [join(import.meta.dirname, 'node_modules')],
    alias: { vue: 'vue/dist/vue.esm-bundler.js' },
    define: {
      'process.env.NODE_ENV': '"production"',
      global: 'window',
      __VUE_OPTIONS_API__: 'true',
      __VUE_PROD_DEVTOOLS__: 'false',
    },
    loader: {
      '.svg': 'dataurl',
      '.png': 'dataurl',
      '.woff': 'dataurl',
      '.woff2': 'dataurl',
      '.ttf': 'dataurl',
      '.eot': 'dataurl',
      '.gif': 'dataurl',
    },
    logLevel: 'error',
  });
  const of = (end: string) =>
    outputFiles
      .filter(({ path }) => path.endsWith(end))
      .map(({ text }) => text)
      .join('\n');
  const script = of('.js').replaceAll('</script', '<\\/script');
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${kit}</title><style>body{margin:0}${of('.css')}</style></head><body><div id="root"></div><script>${script}</script></body></html>`;
}

function exists(path: string): boolean {
  return readdirSync(CHATS).includes(path.slice(CHATS.length + 1));
}
