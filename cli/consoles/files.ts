import type { Adapter } from '../../adapters/define.ts';

/** The form of an adapter with nothing known but its address: the chat's usual parts, by their roles. */
export function bareAdapter(name: string, url: string): Adapter {
  const { protocol, hostname, pathname } = new URL(url);
  return {
    format: 'counterside-adapter/1',
    id: name,
    label: name,
    matches: [`${protocol}//${hostname}${pathname}*`],
    metric: 'manual-mean-response',
    zone: 'local',
    ready: '[role="log"]',
    unusable: [],
    messages: '[role="log"]',
    row: {
      at: ['[role="log"] > *'],
      skip: [],
      id: [],
      origin: [
        { by: 'agent', side: 'right' },
        { by: 'buyer', side: 'left' },
      ],
      content: [{ kind: 'image', css: 'img' }],
      text: ['p'],
      time: [],
      recall: { says: ['撤回了一条消息'] },
    },
    conversation: { keyIs: 'buyer-name', key: ['h1'], buyer: 'h1' },
    contacts: { row: [], name: [], time: [], pseudo: [] },
    composer: [{ kind: 'textarea', css: 'textarea' }],
    send: 'button[type="submit"]',
    sendKeys: ['Enter', 'Ctrl+Enter'],
    ownShortcuts: [],
  };
}

/** The adapter as a file of `adapters/consoles`. */
export function sourceOf(adapter: Adapter): string {
  return `import type { Adapter } from '../define.ts';\n\n/** ${adapter.label}. */\nexport default ${literal(adapter)} as const satisfies Adapter;\n`;
}

/** Every place of the adapter, still unproven. */
export function provenanceOf(adapter: Adapter, month: string): string {
  const seen = Object.fromEntries(placesOf(adapter).map((place) => [place, 'low: G']));
  const sources = { G: { what: 'found on the page by its form', seenOn: month } };
  return `import type { Provenance } from '../define.ts';\n\nexport default ${literal({ sources, seen })} satisfies Provenance;\n`;
}

/** Words of our own closed lists, and what only shapes a value. */
const OWN = new Set(
  [
    'format',
    'id',
    'label',
    'matches',
    'excludes',
    'frame',
    'metric',
    'zone',
    'sendKeys',
    'ownShortcuts',
  ].concat(
    ['reason', 'by', 'kind', 'keyIs', 'read', 'formats', 'attribute', 'split', 'shape', 'pseudo'],
    ['without', 'side', 'near', 'scrolls'],
  ),
);

/** Every selector and phrase that an adapter looks for on its page, each once. */
export function placesOf(adapter: Adapter): string[] {
  const { row, ...rest } = adapter;
  const walk = (value: unknown, name: string): string[] => {
    if (OWN.has(name) || (name === 'sender' && (value === 'buyer' || value === 'seat'))) return [];
    // What stands around an id is no place, unless it is a phrase that people read.
    if (name === 'template' && String(value).startsWith('middle')) return [];
    if (typeof value === 'string') return [value];
    return Object.entries(value ?? {}).flatMap(([key, inner]) => walk(inner, key));
  };
  const { id, ...readers } = row;
  return [...new Set([...walk(rest, ''), ...walk(readers, ''), ...walk(id, 'ids')])];
}

/** The registry with one more console. */
export function registered(registry: string, name: string): string {
  const variable = name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const first = registry.indexOf('import ');
  const list = /export const adapters: readonly Adapter\[\] = \[/.exec(registry);
  if (first < 0 || !list) throw new Error('adapters/registry.ts has another form than this command knows');
  const at = list.index + list[0].length;
  return `${registry.slice(0, first)}import ${variable} from './consoles/${name}.ts';\n${registry.slice(first, at)}\n  ${variable},${registry.slice(at)}`;
}

/** JSON as our formatter would have it: bare keys, single quotes. */
function literal(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(/^(\s*)"([a-zA-Z]\w*)":/gm, '$1$2:')
    .replace(
      /"((?:[^"\\]|\\.)*)"/g,
      (_, inner: string) => `'${inner.replaceAll('\\"', '"').replaceAll("'", "\\'")}'`,
    );
}
