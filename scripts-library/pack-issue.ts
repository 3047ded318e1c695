/**
 * What can be wrong, odd or worth knowing about a pack, each in one sentence with what to do: [zh, en, zh hint, en
 * hint]. `E_` keeps a pack out, `W_` lets it in with a warning, `I_` is news. `{…}` stands for the detail.
 */
const WORDS = {
  E_EMPTY: ['文件是空的', 'The file is empty', '请重新导出或重新下载', 'Export or download it again'],
  E_READ: [
    '读取文件时出错',
    'The file could not be read',
    '文件可能已被移动或删除，请重新选择',
    'It may have been moved or deleted: choose it again',
  ],
  E_TOO_LARGE: [
    '文件太大：{…}',
    'The file is too large: {…}',
    '请拆成几个话术包',
    'Split it into several packs',
  ],
  E_ENCODING: [
    '文件不是 UTF-8 编码（{…}）',
    'The file is not UTF-8 ({…})',
    '请用“另存为”选 UTF-8 再导入',
    'Save it as UTF-8 and try again',
  ],
  E_NOT_JSON: [
    '这不是话术包，或内容已损坏：{…}',
    'This is no pack, or it is damaged: {…}',
    '请向发布人要原文件',
    'Ask its publisher for the original file',
  ],
  E_NOT_YAML: [
    'YAML 写法有误：{…}',
    'The YAML is not well-formed: {…}',
    '请检查缩进和引号',
    'Check indents and quotes',
  ],
  E_TRAILING_DATA: [
    '话术包后面还有多余的内容',
    'There is more after the end of the pack',
    '请删掉结尾多出的内容',
    'Delete what follows the pack',
  ],
  E_DUPLICATE_KEY: [
    '同一处写了两次“{…}”',
    '“{…}” stands twice in one place',
    '请只保留一个',
    'Keep only one of them',
  ],
  E_FORBIDDEN_KEY: [
    '不允许使用字段名“{…}”',
    'The field name “{…}” is not allowed',
    '请改名或删除',
    'Rename or delete it',
  ],
  E_TOO_DEEP: [
    '内容嵌套太深',
    'The content is nested too deep',
    '请向发布人要原文件',
    'Ask its publisher for the original file',
  ],
  E_NUMBER: [
    '数字超出范围或应为整数：{…}',
    'A number is out of range or must be whole: {…}',
    '编号请加引号写成文字',
    'Quote ids, so that they stay text',
  ],
  E_UNICODE_ILLFORMED: [
    '文字里有残缺的字符',
    'A text holds half a character',
    '请重新输入这一段文字',
    'Type this text again',
  ],
  E_CONTROL_CHAR: [
    '文字里有控制字符 {…}',
    'A text holds the control character {…}',
    '请删除看不见的字符',
    'Delete what cannot be seen',
  ],
  E_BIDI_CONTROL: [
    '文字里有改变书写方向的字符 {…}',
    'A text holds the direction mark {…}',
    '请删除看不见的字符',
    'Delete what cannot be seen',
  ],
  E_INVISIBLE_CHAR: [
    '名称里有看不见的字符 {…}',
    'A name holds the invisible character {…}',
    '请重新输入名称',
    'Type the name again',
  ],
  E_COMBINING_RUN: [
    '一个字上叠了太多附加符号',
    'Too many marks stand on one letter',
    '请重新输入这一段文字',
    'Type this text again',
  ],
  E_SCHEMA: [
    '内容不符合话术包格式：{…}',
    'This does not follow the pack format: {…}',
    '请对照格式说明修改',
    'Compare it with the format',
  ],
  E_UNKNOWN_FIELD: [
    '没有这个字段：{…}',
    'There is no such field: {…}',
    '请改正拼写或删除',
    'Correct its spelling or delete it',
  ],
  E_NEWER_FORMAT: [
    '话术包来自更新版本的柜边',
    'The pack is for a newer Counterside',
    '请先升级柜边',
    'Update Counterside first',
  ],
  E_LIMIT: ['超过上限：{…}', 'Over the limit: {…}', '请缩短或拆分', 'Shorten or split it'],
  E_DUPLICATE_ID: [
    '编号重复：{…}',
    'An id stands twice: {…}',
    '请给其中一个换编号',
    'Give one of them another id',
  ],
  E_REFERENCE: [
    '指向了不存在的内容：{…}',
    'This points at nothing: {…}',
    '请改正编号或删除这一项',
    'Correct the id or delete the entry',
  ],
  E_CYCLE: [
    '下一步绕成了圈：{…}',
    'The next steps lead in a circle: {…}',
    '请去掉其中一步',
    'Remove one of the steps',
  ],
  E_SLOT_SYNTAX: [
    '待填项写法有误：{…}',
    'A slot is not well-formed: {…}',
    '写成 {{名称}} 或 {{名称|默认值}}',
    'Write {{name}} or {{name|default}}',
  ],
  E_SLOT_UNKNOWN: [
    '没有这个待填项：{…}',
    'There is no such slot: {…}',
    '可用的待填项见格式说明',
    'See the format for those that exist',
  ],
  E_PHRASE_EMPTY: ['规则里有空的词语', 'A rule holds an empty phrase', '请删除', 'Delete it'],
  E_PHRASE: [
    '词语的花括号写法有误：{…}',
    'The braces of a phrase do not match: {…}',
    '写成 {加|扫}微信',
    'Write {one|other}',
  ],
  E_REGEX_NOT_ALLOWED: [
    '规则不能用正则表达式',
    'Rules may not hold regular expressions',
    '请写成词语，可用 {加|扫}微信',
    'Write phrases, with {one|other} where needed',
  ],
  E_RULE_EXAMPLE: [
    '规则没有通过自己的例句：{…}',
    'A rule fails its own example: {…}',
    '请改规则或例句',
    'Mend the rule or the example',
  ],
  E_SCRIPT_TRIPS: [
    '话术触发了自己的规则：{…}',
    'A script trips a rule of its own pack: {…}',
    '请改话术的说法',
    'Reword the script',
  ],
  E_TEST: [
    '没有通过话术包自带的测试：{…}',
    'The pack fails its own test: {…}',
    '请改内容或测试',
    'Mend the content or the test',
  ],
  E_SIGNATURE: [
    '签名对不上，文件在签名之后被改过',
    'The signature does not fit: the file was changed after it was signed',
    '请向发布人要原文件',
    'Ask its publisher for the original file',
  ],
  E_SIGNER_CHANGED: [
    '同名话术包换了发布密钥：{…}',
    'This pack used to be signed with another key: {…}',
    '请向发布人核对密钥；确认后先移除旧包再安装',
    'Ask its publisher; if it is right, remove the old pack first',
  ],
  E_ROLLBACK: [
    '版本比装过的还低：{…}',
    'The version is lower than one that was installed: {…}',
    '要回到旧版本，请用“退回上一版”',
    'To go back, use “Back to the former version”',
  ],
  E_VERSION_REUSED: [
    '同一版本号但内容不同：{…}',
    'Same version, other content: {…}',
    '请发布人提高版本号',
    'Its publisher must raise the version',
  ],
  E_VERSION_JUMP: [
    '版本号一下跳得太多：{…}',
    'The version jumps too far: {…}',
    '请发布人核对版本号',
    'Its publisher should check the version',
  ],
  E_MIN_APP: [
    '需要柜边 {…} 或更新版本',
    'This needs Counterside {…} or newer',
    '请先升级柜边',
    'Update Counterside first',
  ],
  E_FILE_TYPE: [
    '不认识这种文件：{…}',
    'This kind of file is unknown: {…}',
    '可用 .cspack、.json、.yml、.csv、.xlsx',
    'Use .cspack, .json, .yml, .csv or .xlsx',
  ],
  E_ARCHIVE: [
    '表格文件已损坏：{…}',
    'The spreadsheet file is damaged: {…}',
    '请重新另存为 .xlsx',
    'Save it as .xlsx again',
  ],
  E_ARCHIVE_LIMIT: [
    '表格文件解开后太大：{…}',
    'The spreadsheet unpacks to too much: {…}',
    '请拆成几个文件',
    'Split it into several files',
  ],
  E_ARCHIVE_CRC: [
    '表格文件校验不符：{…}',
    'The spreadsheet fails its checksum: {…}',
    '请重新另存为 .xlsx',
    'Save it as .xlsx again',
  ],
  E_ARCHIVE_ENTRY: [
    '表格文件里有不允许的条目：{…}',
    'The spreadsheet holds an entry that is not allowed: {…}',
    '请重新另存为 .xlsx',
    'Save it as .xlsx again',
  ],
  E_XLSX_ACTIVE_CONTENT: [
    '表格里有宏、外部链接或嵌入对象：{…}',
    'The sheet holds macros, links or embedded objects: {…}',
    '请另存为不带宏的 .xlsx',
    'Save it as .xlsx without macros',
  ],
  E_XML_DTD: [
    '表格文件里有 DOCTYPE',
    'The spreadsheet holds a DOCTYPE',
    '请重新另存为 .xlsx',
    'Save it as .xlsx again',
  ],
  E_XLSX_CELL: [
    '单元格读不出来：{…}',
    'A cell cannot be read: {…}',
    '请在表格里改正后重新导入',
    'Correct it in the sheet and try again',
  ],
  E_CSV_QUOTE: [
    '引号没有成对：{…}',
    'A quote is not closed: {…}',
    '请检查这一行的双引号',
    'Check the double quotes of this line',
  ],
  E_CSV_COLUMNS: [
    '列数和表头不一致：{…}',
    'More columns than the header has: {…}',
    '请检查这一行的逗号',
    'Check the commas of this line',
  ],
  E_CSV_HEADER: [
    '看不懂表头：{…}',
    'The header is not understood: {…}',
    '至少要有“话术”一列，可有编码、标题、问法、分组',
    'A column 话术 (text) is needed; code, title, examples, group may be there',
  ],
  W_PHRASE_TOO_SHORT: [
    '词语只有一个字，容易误报：{…}',
    'A phrase of one letter will raise false alarms: {…}',
    '请写长一些',
    'Make it longer',
  ],
  W_INVISIBLE_CHAR: [
    '词语里有看不见的字符 {…}，匹配时会忽略',
    'A phrase holds the invisible {…}, which matching ignores',
    '建议删除',
    'Better delete it',
  ],
  W_CONFUSABLE: [
    '名称混用了看起来一样的字母：{…}',
    'A name mixes letters that look alike: {…}',
    '请核对发布人',
    'Check who published it',
  ],
  W_UNSIGNED: [
    '没有签名，无法确认是谁发布的',
    'It is not signed: nobody can tell who made it',
    '确认来源可靠再安装',
    'Install it only if you trust where it came from',
  ],
  W_EXPIRED: [
    '话术包已过期：{…}',
    'The pack has expired: {…}',
    '其中的话术不再推荐，规则照常提醒；请向发布人要新版',
    'Its scripts are not offered any more, its rules still speak; ask for a new version',
  ],
  W_NOT_YET: [
    '话术包从 {…} 起生效',
    'The pack takes effect on {…}',
    '到那天自动启用',
    'It starts by itself on that day',
  ],
  W_FEW_EXAMPLES: [
    '问法太少：{…}',
    'Too few example questions: {…}',
    '每条话术至少写 5 种问法',
    'Give each script at least 5',
  ],
  W_SAME_QUESTION: [
    '两条话术写了同一个问法：{…}',
    'Two scripts claim one question: {…}',
    '请只留给一条',
    'Leave it to one of them',
  ],
  W_EXCEL_MANGLED: [
    '编号被表格软件改写过：{…}',
    'A number was rewritten by the spreadsheet program: {…}',
    '请把这一列设为文本再导出',
    'Format the column as text and export again',
  ],
  W_LINK_OUTSIDE: [
    '商品关联的话术不在已装的话术包里：{…}',
    'A product names a script that no pack holds: {…}',
    '请核对编号',
    'Check the id',
  ],
  W_CONFLICT: [
    '同一层有两份：{…}',
    'Two packs of one layer hold {…}',
    '以后安装的为准；可以关掉其中一条',
    'The one installed last holds; switch one of them off',
  ],
  W_TRIPS_OTHER: [
    '会触发其他话术包的规则，不会被推荐：{…}',
    'It trips a rule of another pack, so it is not offered: {…}',
    '请改话术的说法',
    'Reword the script',
  ],
  I_MARKUP_LITERAL: [
    '文字里有网页代码，会按原文显示：{…}',
    'A text holds markup, which is shown as it stands: {…}',
    '不需要就删除',
    'Delete it if it is not meant',
  ],
  I_NEW_SIGNER: [
    '第一次见到这个发布密钥：{…}',
    'This publisher’s key is new here: {…}',
    '请和发布人核对密钥再安装',
    'Compare the key with its publisher first',
  ],
  I_ENCODING: [
    '文件按 {…} 编码读出，请核对预览',
    'The file was read as {…}: look at the preview',
    '文字不对就另存为 UTF-8',
    'If it reads wrong, save it as UTF-8',
  ],
} as const satisfies Record<string, readonly [string, string, string, string]>;

export type PackIssueCode = keyof typeof WORDS;

/** What a person must have seen and agreed to before a pack with it is installed. */
export const CONSENTS = ['W_UNSIGNED', 'I_NEW_SIGNER'] as const satisfies readonly PackIssueCode[];
export type Consent = (typeof CONSENTS)[number];

/** One thing about a pack: a stable code, the place in it, and the detail that its sentence holds. */
export interface PackIssue {
  readonly code: PackIssueCode;
  /** Where, such as `scripts.3.body`; empty for the file as a whole. */
  readonly path: string;
  /** Where in the file, 1-based, if the file was a text. */
  readonly line?: number;
  readonly column?: number;
  /** At most 80 characters of the file, what cannot be seen written out. */
  readonly message: string;
}

const HIDDEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** A character by its number, as people can look it up. */
export const codePoint = (char: string): string =>
  `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Some of a file's own words, fit to be shown. */
export function shown(words: string): string {
  const all = [...words];
  const cut = all.length > 80 ? `${all.slice(0, 79).join('')}…` : words;
  return cut.replace(HIDDEN, codePoint);
}

export function issue(
  code: PackIssueCode,
  path: string,
  message = '',
  at: { line?: number; column?: number } = {},
): PackIssue {
  return { code, path, message: shown(message), ...at };
}

/** Whether it keeps a pack out. */
export const isError = ({ code }: PackIssue): boolean => code.startsWith('E_');

/** An issue's sentence and what to do about it. */
export function sayIssue(
  { code, message }: PackIssue,
  language: 'zh-CN' | 'en',
): { readonly text: string; readonly hint: string } {
  const [zh, en, zhHint, enHint] = WORDS[code];
  const text = language === 'zh-CN' ? zh : en;
  return { text: text.replace('{…}', () => message), hint: language === 'zh-CN' ? zhHint : enHint };
}

/** Where it is, as a person finds it: 第 3 行第 7 列, or the path. */
export function sayPlace({ path, line, column }: PackIssue, language: 'zh-CN' | 'en'): string {
  if (line === undefined) return path;
  if (language === 'zh-CN') return `第 ${line} 行${column === undefined ? '' : `第 ${column} 列`}`;
  return `line ${line}${column === undefined ? '' : `:${column}`}`;
}
