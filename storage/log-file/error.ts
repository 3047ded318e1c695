/** What can be wrong with a file that somebody takes for a log, each with one sentence for a person. */
const SENTENCES = {
  E_EMPTY: ['文件是空的，没有任何内容。', 'The file is empty.'],
  E_NOT_LOG: ['这不是柜边导出的记录文件。', 'This is not a log file exported by Counterside.'],
  E_TRUNCATED: [
    '文件不完整，后面的内容缺失，请重新导出或重新传送。',
    'The file is incomplete: its end is missing. Export or send it again.',
  ],
  E_DAMAGED: [
    '文件内容已损坏，与校验值不符，请重新导出。',
    'The file is damaged: it does not match its checksum. Export it again.',
  ],
  E_NEWER_FORMAT: [
    '文件由更新版本的柜边导出，请先升级本机的柜边。',
    'The file was exported by a newer Counterside. Update this one first.',
  ],
  E_SCHEMA: [
    '文件内容不符合记录格式，可能被其他程序改动过。',
    'The file does not follow the log format; another program may have changed it.',
  ],
  E_ENCODING: [
    '文件不是 UTF-8 编码，可能被其他程序另存过。',
    'The file is not UTF-8; another program may have saved it.',
  ],
  E_OLDER_FORMAT: [
    '文件由试用版柜边导出，没有证据链，请在原机器上用新版本重新导出。',
    'The file was exported by a trial version without evidence. Export it again with the new version.',
  ],
  E_CHAIN_GAP: [
    '文件里的记录段不连续，中间有缺失、重复或次序颠倒。',
    'The segments of the file do not follow each other: some are missing, repeated or out of order.',
  ],
  E_HEAD_MISMATCH: [
    '文件末尾与记录链对不上，末尾的记录可能被删去。',
    'The end of the file does not match its chain; entries at the end may have been cut.',
  ],
  E_SIGNATURE: [
    '文件签名不符，导出之后被改动过。',
    'The signature of the file does not fit: it was changed after the export.',
  ],
  E_PASSPHRASE: [
    '口令不对，或文件已损坏，无法解密。',
    'The passphrase is wrong or the file is damaged: it cannot be decrypted.',
  ],
  E_ENCRYPTED: ['文件已加密，请输入口令。', 'The file is encrypted. Enter its passphrase.'],
  E_OTHER_KEY: [
    '文件是加密给收件钥匙 {key} 的，这里没有这把钥匙。请在做这把钥匙的浏览器里打开；或请对方改用这里的收件钥匙或口令，重新导出。',
    'The file is encrypted to the receiving key {key}, which is not here. Open it in the browser where that key was made, or have it exported again to a key that is here or to a passphrase.',
  ],
  E_TOO_LARGE: ['文件超过可导入的大小上限。', 'The file is larger than can be imported.'],
  E_READ: [
    '读取文件时出错，文件可能已被移动或删除。',
    'The file could not be read; it may have been moved or deleted.',
  ],
} as const satisfies Record<string, readonly [string, string]>;

export type LogFileErrorCode = keyof typeof SENTENCES;

/**
 * A file that can't be taken in, with the reason as `code` and one sentence in each language in `says`. `line` is
 * the line of the unpacked file, 1-based, where there is one. Never holds text of the file: it may be a buyer's.
 */
export class LogFileError extends Error {
  override readonly name = 'LogFileError';
  readonly code: LogFileErrorCode;
  readonly says: { readonly 'zh-CN': string; readonly en: string };
  readonly line: number | null;
  /** Where in the line and what was expected, for the details view; never a value from the file. */
  readonly detail: string | null;

  /** `key` is the fingerprint of the key that a file is encrypted to, for the sentence that names one. */
  constructor(
    code: LogFileErrorCode,
    where: { line?: number; detail?: string; key?: string; cause?: unknown } = {},
  ) {
    const [zh, en] = SENTENCES[code].map((text) => text.replace('{key}', where.key ?? '')) as [
      string,
      string,
    ];
    super(en, 'cause' in where ? { cause: where.cause } : undefined);
    this.code = code;
    this.says = { 'zh-CN': zh, en };
    this.line = where.line ?? null;
    this.detail = where.detail ?? null;
  }
}
