import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { issue, type PackIssue } from '../pack-issue.ts';
import { PACK_LIMITS } from '../pack-limits.ts';
import type { Notice, Product } from '../pack-sections.ts';
import type { Script, Stage } from '../script.ts';
import { columnsOf, type ScriptColumn } from './columns.ts';
import { holesToSlots } from './holes.ts';
import { ImportTrouble } from './zip.ts';

/** What a table of scripts, products or notices holds, ready to be put into a pack. */
export interface SheetDraft {
  readonly scripts: readonly Script[];
  readonly products: readonly Product[];
  readonly notices: readonly Notice[];
  readonly notes: readonly PackIssue[];
}

/**
 * Reads a table by its header: 千牛's quick phrases (快捷短语编码, 快捷短语, 快捷短语分组), our own columns for scripts
 * (编码, 标题, 话术, 问法, 分组 …), products (商品编号, 商品名称, and every further column an attribute) or notices (标题,
 * 内容). An id is the row's code, else made of its words, so that the same row is the same script next time.
 *
 * @throws {ImportTrouble} E_CSV_HEADER, E_CSV_COLUMNS, E_LIMIT
 */
export function readSheet(rows: readonly (readonly string[])[], source: string): SheetDraft {
  const at = rows.findIndex((row) => row.filter((cell) => cell.trim() !== '').length > 0);
  const header = (rows[at] ?? []).map((cell) => cell.replace(/^\ufeff/u, '').trim());
  const columns = columnsOf(header);
  if (columns === null) throw new ImportTrouble('E_CSV_HEADER', header.join(','));
  const notes: PackIssue[] = [];
  const draft = { scripts: [] as Script[], products: [] as Product[], notices: [] as Notice[], notes };
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    if (index <= at || row.every((cell) => cell.trim() === '')) continue;
    const line = index + 1;
    if (row.slice(header.length).some((cell) => cell.trim() !== ''))
      throw new ImportTrouble('E_CSV_COLUMNS', `${line}: ${row.length} > ${header.length}`, String(line));
    const cell = (name: ScriptColumn): string => (row[columns.at.get(name) ?? -1] ?? '').trim();
    if (/^\d(?:\.\d+)?e\+\d+$/iu.test(cell('code')))
      notes.push(issue('W_EXCEL_MANGLED', String(line), cell('code')));
    if (columns.kind === 'products') draft.products.push(productOf(cell, header, row, columns.at));
    else if (cell('text') !== '') {
      const id = idOf(cell('code') || cell('title') + cell('text'), cell('code') !== '', seen);
      if (columns.kind === 'notices') draft.notices.push(noticeOf(cell, id));
      else draft.scripts.push(scriptOf(cell, id, `${source}:${line}`));
    }
  }
  return draft;
}

type CellOf = (name: ScriptColumn) => string;

/** An id that stays: a code as far as ids allow, else a hash of the words; a number after it where two rows agree. */
function idOf(words: string, isCode: boolean, seen: Set<string>): string {
  const slug = words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
    .slice(0, 48);
  const bare = isCode && slug !== '' ? slug : `q-${bytesToHex(sha256(utf8ToBytes(words))).slice(0, 10)}`;
  let id = bare;
  for (let n = 2; seen.has(id); n++) id = `${bare}-${n}`;
  seen.add(id);
  return id;
}

const LIST = /[\n;；|｜]+/u;
/** Tags hold no sentences, so that commas part them too. */
const TAGS = /[\n;；|｜,，、\s]+/u;

const listOf = (text: string, apart: RegExp = LIST): string[] =>
  text
    .split(apart)
    .map((each) => each.trim())
    .filter((each) => each !== '');

/** A group's name in a shop's own words, or in English, as the stage it means. */
const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/开场|欢迎|问候|接待|greet/iu, 'greeting'],
  [/结束|告别|感谢|clos/iu, 'closing'],
  [/物流|快递|发货|ship|logist/iu, 'logistics'],
  [/售后|退|换|after/iu, 'after-sale'],
  [/投诉|差评|纠纷|complain/iu, 'complaint'],
  [/售中|催付|下单|付款|订单|^sales$|in-sale/iu, 'in-sale'],
  [/回访|callback/iu, 'callback'],
  [/关怀|维护|老客|care/iu, 'care'],
];

const stageOf = (group: string): Stage => STAGES.find(([sign]) => sign.test(group))?.[1] ?? 'pre-sale';

/** The first words of a text that say something, for a list. */
function titleFrom(text: string): string {
  const bare = text.replace(/\{\{[^}]*\}\}/gu, '').replace(/^[\s，,。！!~～亲您好的呢哦]+/u, '');
  const [first = ''] = bare.split(/[\n。！？!?；;]/u);
  return [...(first.trim() || text.trim())].slice(0, 24).join('');
}

function scriptOf(cell: CellOf, id: string, source: string): Script {
  const body = holesToSlots(cell('text'));
  const title = cell('title') || titleFrom(body);
  const group = cell('group');
  const [stage, variants, examples] = [stageOf(group), listOf(cell('variants')), listOf(cell('examples'))];
  const code = cell('code').replace(/\s+/gu, '').slice(0, 20);
  const tags = listOf(cell('tags'), TAGS).map((tag) => tag.slice(0, 20));
  const pictures = listOf(cell('pictures')).map((picture) => picture.slice(0, 200));
  const dated = {
    effective: cell('effective'),
    expiry: cell('expiry'),
    owner: cell('owner'),
    note: cell('note'),
  };
  return {
    id,
    title: title.slice(0, 200),
    ...(code === '' ? {} : { code }),
    ...(tags.length > 0 ? { tags: tags.slice(0, 12) } : {}),
    stage,
    intents: [{ name: group || title.slice(0, 60), examples: examples.slice(0, PACK_LIMITS.examples) }],
    body,
    ...(variants.length > 0 ? { variants: variants.map(holesToSlots).slice(0, 10) } : {}),
    ...(/^(?:是|y|yes|1|true)$/iu.test(cell('holding')) ? { holding: true } : {}),
    ...Object.fromEntries(Object.entries(dated).filter(([, value]) => value !== '')),
    ...(pictures.length > 0 ? { pictures: pictures.slice(0, 9) } : {}),
    source: [source],
  };
}

function noticeOf(cell: CellOf, id: string): Notice {
  const dated = { effective: cell('effective'), expiry: cell('expiry') };
  return {
    id,
    title: cell('title') || titleFrom(cell('text')),
    body: cell('text'),
    ...(/^(?:是|y|yes|1|true)$/iu.test(cell('must')) ? { mustRead: true } : {}),
    ...Object.fromEntries(Object.entries(dated).filter(([, value]) => value !== '')),
  };
}

function productOf(
  cell: CellOf,
  header: readonly string[],
  row: readonly string[],
  at: ReadonlyMap<ScriptColumn, number>,
): Product {
  const known = new Set(at.values());
  const attributes = header.flatMap((name, index): [string, string][] => {
    const value = (row[index] ?? '').trim();
    const key = name.replace(/[^\p{L}\p{N}_-]+/gu, '').slice(0, 20);
    return known.has(index) || value === '' || key === '' ? [] : [[key, value.slice(0, 600)]];
  });
  const [platform, shop, names, scripts] = [
    cell('platform'),
    cell('shop'),
    listOf(cell('names')),
    listOf(cell('scripts')),
  ];
  const title = cell('title') || cell('item');
  return {
    id: `p-${bytesToHex(sha256(utf8ToBytes(`${platform} ${shop} ${cell('item') || title}`))).slice(0, 12)}`,
    title,
    items:
      cell('item') === ''
        ? []
        : [{ item: cell('item'), ...(platform ? { platform } : {}), ...(shop ? { shop } : {}) }],
    ...(names.length > 0 ? { names } : {}),
    attributes: Object.fromEntries(attributes),
    ...(scripts.length > 0 ? { scripts } : {}),
  };
}
