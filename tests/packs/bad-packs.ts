import type { PackIssueCode } from '../../scripts-library/pack-issue.ts';
import { PACK_LIMITS } from '../../scripts-library/pack-limits.ts';
import { newKey, packText, signPack } from '../../scripts-library/sign.ts';
import { goodPack, rule, script } from './good-pack.ts';
import { listed, patched, SHEET, sheetXml, xlsxBytes } from './zip-bytes.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** A file that somebody might hand in, and the code that it must be answered with; `ok` for one that is let in. */
export interface BadFile {
  readonly what: string;
  readonly name: string;
  readonly bytes: Bytes;
  readonly code: PackIssueCode;
  readonly ok: boolean;
}

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const json = (value: unknown): Bytes => utf8(JSON.stringify(value));
const join = (...parts: (number[] | Bytes)[]): Bytes => new Uint8Array(parts.flatMap((part) => [...part]));
const GOOD = JSON.stringify(goodPack);

function utf16(text: string, little: boolean): Bytes {
  const bytes = new Uint8Array(text.length * 2);
  for (let at = 0; at < text.length; at++)
    new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at), little);
  return bytes;
}

const refused = (what: string, code: PackIssueCode, bytes: Bytes, name = 'a.cspack'): BadFile => ({
  ...{ what, code, bytes, name },
  ok: false,
});
const noted = (what: string, code: PackIssueCode, bytes: Bytes, name = 'a.cspack'): BadFile => ({
  ...{ what, code, bytes, name },
  ok: true,
});

const withScript = (change: object) => json({ ...goodPack, scripts: [{ ...script, ...change }] });
const withRule = (change: object) => json({ ...goodPack, rules: [{ ...rule, ...change }], tests: [] });
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
const scripts = (count: number) =>
  json({ ...goodPack, scripts: Array.from({ length: count }, (_, n) => ({ ...script, id: `s-${n}` })) });

/** Files that are no text that we read, or hold what no text may. */
const encodings = (): BadFile[] => [
  refused('an empty file', 'E_EMPTY', utf8('')),
  refused('3 MiB', 'E_TOO_LARGE', new Uint8Array(3 * 2 ** 20).fill(32)),
  refused('a picture', 'E_NOT_JSON', join([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
  refused('an archive', 'E_NOT_JSON', join([0x50, 0x4b, 3, 4], utf8('xx'))),
  noted('UTF-8 with its mark', 'W_UNSIGNED', join([0xef, 0xbb, 0xbf], utf8(GOOD))),
  refused('UTF-16 little-endian with its mark', 'E_ENCODING', join([0xff, 0xfe], utf16(GOOD, true))),
  refused('UTF-16 big-endian with its mark', 'E_ENCODING', join([0xfe, 0xff], utf16(GOOD, false))),
  refused('UTF-16 without a mark', 'E_ENCODING', utf16('{"format":"counterside-pack/1","id":"a"}', true)),
  refused('GB18030', 'E_ENCODING', join(utf8('{"title":"'), [0xb1, 0xad, 0xd7, 0xd3], utf8('"}'))),
  refused('an overlong form', 'E_ENCODING', join(utf8('{"a":"'), [0xc0, 0xaf], utf8('"}'))),
  refused('a surrogate as UTF-8', 'E_ENCODING', join(utf8('{"a":"'), [0xed, 0xa0, 0x80], utf8('"}'))),
  refused('a continuation byte alone', 'E_ENCODING', join(utf8('{"a":"'), [0x80], utf8('"}'))),
  refused('a lone surrogate', 'E_UNICODE_ILLFORMED', utf8(GOOD.replace('杯子怎么洗', '\\ud800'))),
  refused('a control in a phrase', 'E_CONTROL_CHAR', withRule({ phrases: ['送\u0000您'] })),
  refused('a raw control in a string', 'E_CONTROL_CHAR', utf8(GOOD.replace('杯子店', '\u0001'))),
  refused('a direction override', 'E_BIDI_CONTROL', withScript({ body: '退款\u202e天' })),
  refused('a direction isolate', 'E_BIDI_CONTROL', withScript({ title: '退\u2066款' })),
  refused('a zero-width space in a name', 'E_INVISIBLE_CHAR', json({ ...goodPack, title: '官\u200b方' })),
  noted(
    'a zero-width space in a phrase',
    'W_INVISIBLE_CHAR',
    withRule({ phrases: ['{多|再}送\u200b您一个'] }),
  ),
  noted('a Cyrillic letter in a Latin word', 'W_CONFUSABLE', json({ ...goodPack, publisher: 'Оfficial' })),
  refused('a tower of marks', 'E_COMBINING_RUN', withScript({ body: `a${'\u0301'.repeat(2000)}` })),
];

/** Files that are not exactly one JSON value of sound keys and numbers. */
const syntax = (): BadFile[] => [
  refused('half a file', 'E_NOT_JSON', utf8(GOOD.slice(0, 400))),
  refused('no value', 'E_NOT_JSON', utf8('  \n ')),
  refused('something after the value', 'E_TRAILING_DATA', utf8(`${GOOD}{}`)),
  refused('a comment', 'E_NOT_JSON', utf8(`// pack\n${GOOD}`)),
  refused('a trailing comma', 'E_NOT_JSON', utf8(GOOD.replace(/\}$/u, ',}'))),
  refused('NaN', 'E_NOT_JSON', utf8(GOOD.replace('"version":7', '"version":NaN'))),
  refused('single quotes', 'E_NOT_JSON', utf8(GOOD.replaceAll('"', "'"))),
  refused('an unknown escape', 'E_NOT_JSON', utf8(GOOD.replace('杯子店', '\\x41'))),
  refused('a key twice', 'E_DUPLICATE_KEY', utf8(GOOD.replace('"version":7', '"version":7,"version":1'))),
  refused(
    'a key twice, one escaped',
    'E_DUPLICATE_KEY',
    utf8(GOOD.replace('"version":7', '"version":7,"\\u0076ersion":1')),
  ),
  refused('__proto__ at the root', 'E_FORBIDDEN_KEY', utf8(GOOD.replace('{', '{"__proto__":{"x":1},'))),
  refused('__proto__ in a map', 'E_FORBIDDEN_KEY', utf8(GOOD.replace('"材质":', '"__proto__":'))),
  refused('constructor', 'E_FORBIDDEN_KEY', utf8(GOOD.replace('"facts":', '"constructor":'))),
  refused('prototype', 'E_FORBIDDEN_KEY', utf8(GOOD.replace('"facts":', '"prototype":'))),
  refused('depth 17', 'E_TOO_DEEP', utf8(GOOD.replace('"facts":[', `"facts":[${nested(16)},`))),
  refused('200,000 nested lists', 'E_TOO_DEEP', utf8(nested(200_000))),
  refused('a number without end', 'E_NUMBER', utf8(GOOD.replace('"version":7', '"version":1e400'))),
  refused('minus zero', 'E_NUMBER', utf8(GOOD.replace('"version":7', '"version":-0'))),
  refused(
    'an integer beyond what is exact',
    'E_NUMBER',
    utf8(GOOD.replace('"version":7', '"version":12345678901234567890')),
  ),
  refused('half a version', 'E_NUMBER', utf8(GOOD.replace('"version":7', '"version":1.5'))),
];

/** Files whose value is no pack, or a pack that contradicts itself. */
const meaning = (): BadFile[] => [
  refused('a list', 'E_SCHEMA', utf8('[]')),
  refused('a string', 'E_SCHEMA', utf8('"pack"')),
  refused('null', 'E_SCHEMA', utf8('null')),
  refused('a misspelt field', 'E_UNKNOWN_FIELD', json({ ...goodPack, scirpts: [] })),
  refused(
    'an address to update from',
    'E_UNKNOWN_FIELD',
    json({ ...goodPack, updateFrom: 'https://x.example' }),
  ),
  refused('a missing field', 'E_SCHEMA', json({ ...goodPack, title: undefined })),
  refused('a wrong type', 'E_SCHEMA', json({ ...goodPack, scripts: 'none' })),
  refused('an empty name', 'E_SCHEMA', json({ ...goodPack, publisher: ' ' })),
  refused('an impossible day', 'E_SCHEMA', json({ ...goodPack, effective: '2026-02-30' })),
  refused('a newer format', 'E_NEWER_FORMAT', json({ ...goodPack, format: 'counterside-pack/2' })),
  refused('another program’s JSON', 'E_SCHEMA', json({ name: 'x', rules: {} })),
  refused('2,001 scripts', 'E_LIMIT', scripts(PACK_LIMITS.scripts + 1)),
  refused('a body of 4,001 characters', 'E_LIMIT', withScript({ body: '好'.repeat(PACK_LIMITS.body + 1) })),
  refused(
    'a phrase of 201 characters',
    'E_LIMIT',
    withRule({ phrases: ['送'.repeat(PACK_LIMITS.phrase + 1)] }),
  ),
  refused(
    '50,001 phrases',
    'E_LIMIT',
    withRule({ phrases: Array.from({ length: 50_001 }, (_, n) => `词${n}`) }),
  ),
  refused('a phrase that spells out without end', 'E_LIMIT', withRule({ phrases: ['{一|二}'.repeat(30)] })),
  refused('an id twice', 'E_DUPLICATE_ID', json({ ...goodPack, scripts: [script, script] })),
  refused(
    'an id twice over two lists',
    'E_DUPLICATE_ID',
    json({ ...goodPack, scripts: [{ ...script, id: rule.id }] }),
  ),
  refused(
    'two facts of one name but for width',
    'E_DUPLICATE_ID',
    json({
      ...goodPack,
      facts: [
        { id: 'A1', value: '1' },
        { id: 'Ａ１', value: '2' },
      ],
    }),
  ),
  refused(
    'a branch into nothing',
    'E_REFERENCE',
    withScript({ branches: [{ when: '一致', script: 'gone' }] }),
  ),
  refused(
    'a branch into itself',
    'E_REFERENCE',
    withScript({ branches: [{ when: '一致', script: script.id }] }),
  ),
  refused(
    'branches in a circle',
    'E_CYCLE',
    json({
      ...goodPack,
      scripts: [
        { ...script, branches: [{ when: 'x', script: 'b' }] },
        { ...script, id: 'b', branches: [{ when: 'y', script: script.id }] },
      ],
    }),
  ),
  refused('an empty phrase', 'E_PHRASE_EMPTY', withRule({ phrases: [''] })),
  refused('a phrase of nothing that is seen', 'E_PHRASE_EMPTY', withRule({ phrases: ['\u200b'] })),
  noted('a phrase of one letter', 'W_PHRASE_TOO_SHORT', withRule({ phrases: ['{多|再}送您一个', '送'] })),
  refused('braces that do not match', 'E_PHRASE', withRule({ phrases: ['{多|再送您'] })),
  refused('a regular expression', 'E_REGEX_NOT_ALLOWED', withRule({ regex: '^(a+)+$' })),
  noted('markup in a body', 'I_MARKUP_LITERAL', withScript({ body: '<img src=x onerror=alert(1)>' })),
  refused(
    'a slot that reaches for a prototype',
    'E_SLOT_UNKNOWN',
    withScript({ body: '{{buyer.__proto__.x}}' }),
  ),
  refused('a slot that nobody knows', 'E_SLOT_UNKNOWN', withScript({ body: '{{constructor}}' })),
  refused('a slot left open', 'E_SLOT_SYNTAX', withScript({ body: '您好{{称呼' })),
  refused('no kind of file that we know', 'E_FILE_TYPE', utf8('x'), 'a.docx'),
];

async function signatures(): Promise<BadFile[]> {
  const { pem } = await newKey();
  const good = packText(await signPack(goodPack, pem));
  const value = /"value":"([^"]+)"/u.exec(good)?.[1] ?? '';
  const other = (value.startsWith('A') ? 'B' : 'A') + value.slice(1);
  return [
    noted('no signature', 'W_UNSIGNED', utf8(GOOD)),
    refused('a signature off by a bit', 'E_SIGNATURE', utf8(good.replace(value, other))),
    refused('one space more in a body', 'E_SIGNATURE', utf8(good.replace('请手洗', '请 手洗'))),
    refused(
      'a rule taken out after signing',
      'E_SIGNATURE',
      utf8(JSON.stringify({ ...JSON.parse(good), rules: [], tests: [] })),
    ),
    refused('another algorithm', 'E_SCHEMA', utf8(good.replace('Ed25519', 'none'))),
  ];
}

const YAML = '\nscripts: []\n';
const yamls = (): BadFile[] => [
  refused('YAML that is none', 'E_NOT_YAML', utf8('title: "x\nrules: ['), 'a.yml'),
  refused('a YAML key twice', 'E_DUPLICATE_KEY', utf8(`title: a\ntitle: b${YAML}`), 'a.yml'),
  refused('__proto__ in YAML', 'E_FORBIDDEN_KEY', utf8(`__proto__: { x: 1 }${YAML}`), 'a.yml'),
  refused('YAML without end', 'E_TOO_DEEP', utf8('['.repeat(100_000)), 'a.yml'),
  refused(
    'YAML that multiplies',
    'E_NOT_YAML',
    utf8(`a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]\n`),
    'a.yml',
  ),
];

const sheets = (): BadFile[] => [
  refused('a quote left open', 'E_CSV_QUOTE', utf8('编码,话术\na,"您好\nb,在的\n'), 'a.csv'),
  refused('a row longer than the header', 'E_CSV_COLUMNS', utf8('编码,话术\na,您好,多一格\n'), 'a.csv'),
  refused('a header of other words', 'E_CSV_HEADER', utf8('甲,乙\n1,2\n'), 'a.csv'),
  refused('a header that names its text twice', 'E_CSV_HEADER', utf8('话术,话术\n1,2\n'), 'a.csv'),
  refused('a sheet of nothing', 'E_EMPTY', utf8('\n\n'), 'a.csv'),
  noted(
    'a number that a spreadsheet rewrote',
    'W_EXCEL_MANGLED',
    utf8('编码,话术\n1.23E+17,您好\n'),
    'a.csv',
  ),
  noted(
    'GB18030 in a sheet',
    'I_ENCODING',
    join([0xbb, 0xb0, 0xca, 0xf5], utf8('\n'), [0xc4, 0xfa, 0xba, 0xc3]),
    'a.csv',
  ),
  noted('UTF-16 in a sheet', 'I_ENCODING', join([0xff, 0xfe], utf16('编码\t话术\n1\t您好\n', true)), 'a.csv'),
  noted('cells that begin like formulas', 'W_UNSIGNED', utf8('编码,话术\nf1,=1+1\nf2,@x\nf3,＝1\n'), 'a.csv'),
];

async function archives(): Promise<BadFile[]> {
  const rows = [
    ['编码', '话术'],
    ['a', '您好'],
  ];
  const good = await xlsxBytes({ [SHEET]: sheetXml(rows) });
  const bomb = await xlsxBytes({ [SHEET]: '0'.repeat(30 * 2 ** 20) });
  const named = (name: string) => xlsxBytes({ [name]: sheetXml(rows) });
  const many = Object.fromEntries(Array.from({ length: 300 }, (_, n) => [`xl/e${n}.xml`, '']));
  const one = async (what: string, code: PackIssueCode, bytes: Bytes | Promise<Bytes>) =>
    refused(what, code, await bytes, 'a.xlsx');
  const cell = (xml: string) =>
    xlsxBytes({ [SHEET]: `<worksheet><sheetData><row>${xml}</row></sheetData></worksheet>` });
  return Promise.all([
    one('an archive cut short', 'E_ARCHIVE', good.slice(0, good.length - 30)),
    one('no archive at all', 'E_ARCHIVE', utf8('x'.repeat(100))),
    one('something before the archive', 'E_ARCHIVE', join(utf8('junk'), good)),
    one('a bomb that tells its size', 'E_ARCHIVE_LIMIT', patched(bomb, listed(bomb) + 24, 200 * 2 ** 20, 4)),
    one('a bomb that hides its size', 'E_ARCHIVE_LIMIT', patched(bomb, listed(bomb) + 24, 1000, 4)),
    one('a checksum that is another', 'E_ARCHIVE_CRC', patched(good, listed(good) + 16, 1, 4)),
    one('a size that is another', 'E_ARCHIVE_CRC', patched(good, listed(good) + 24, 5, 4)),
    one('a path that climbs', 'E_ARCHIVE_ENTRY', named('../x.xml')),
    one('a path from the root', 'E_ARCHIVE_ENTRY', named('/x.xml')),
    one('a drive', 'E_ARCHIVE_ENTRY', named('C:\\x.xml')),
    one('an archive in the archive', 'E_ARCHIVE_ENTRY', named('xl/inner.zip')),
    one('an encrypted entry', 'E_ARCHIVE_ENTRY', patched(good, listed(good) + 8, 1, 2)),
    one('zip64', 'E_ARCHIVE_ENTRY', patched(good, listed(good) + 24, 0xffffffff, 4)),
    one('a link', 'E_ARCHIVE_ENTRY', patched(good, listed(good) + 38, 0xa1ff0000, 4)),
    one('300 entries', 'E_ARCHIVE_LIMIT', xlsxBytes(many)),
    one('macros', 'E_XLSX_ACTIVE_CONTENT', xlsxBytes({ [SHEET]: sheetXml(rows), 'xl/vbaProject.bin': 'x' })),
    one(
      'links to elsewhere',
      'E_XLSX_ACTIVE_CONTENT',
      xlsxBytes({ [SHEET]: sheetXml(rows), 'xl/externalLinks/externalLink1.xml': 'x' }),
    ),
    one(
      'entities that multiply',
      'E_XML_DTD',
      xlsxBytes({ [SHEET]: `<!DOCTYPE x [<!ENTITY a "b">]>${sheetXml(rows)}` }),
    ),
    one('a text that is not there', 'E_XLSX_CELL', cell('<c r="A1" t="s"><v>9</v></c>')),
    one('a cell that is an error', 'E_XLSX_CELL', cell('<c r="A1" t="e"><v>#REF!</v></c>')),
    one('a cell in the last column', 'E_LIMIT', cell('<c r="XFD1"><v>1</v></c>')),
    one('a cell in the last row', 'E_LIMIT', cell('<c r="A1048576"><v>1</v></c>')),
  ]);
}

/** Every bad pack, made when asked for. */
export async function badFiles(): Promise<BadFile[]> {
  return [
    ...encodings(),
    ...syntax(),
    ...meaning(),
    ...(await signatures()),
    ...yamls(),
    ...sheets(),
    ...(await archives()),
  ];
}
