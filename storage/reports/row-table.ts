import { zoneOf } from '../../core/clock/zone.ts';
import { type Cell, moment, type Sheet, text } from './sheet.ts';

export type RowLanguage = 'zh-CN' | 'en';
type Said = readonly [title: string, meaning: string];

/** One column of a report on rows: its name for programs, what it is in both languages, and a row's cell. */
export interface RowColumn<R> {
  readonly id: string;
  readonly width: number;
  readonly zh: Said;
  readonly en: Said;
  /** `moment` cells hold wall time in epoch milliseconds; writers turn it into local time. */
  readonly cell: (row: R) => Cell;
}

/** A log that the rows were computed from, and the chain's value (hex) by which it can be checked. */
export interface RowSource {
  readonly file: string;
  readonly head: string;
  readonly events: number;
}

/** Rows with all that a file must say about them. */
export interface RowTable {
  readonly name: string;
  readonly language: RowLanguage;
  readonly timeZone: string;
  readonly columns: readonly { readonly id: string; readonly said: Said; readonly width: number }[];
  readonly rows: readonly (readonly Cell[])[];
  readonly sources: readonly RowSource[];
}

const WORDS = {
  'zh-CN': {
    dictionary: '字段说明',
    column: '列',
    field: '字段',
    meaning: '含义',
    file: '日志文件',
    events: '记录数',
    head: '日志校验值',
    headMeaning: '这些行由哪份日志算出：日志最后一条记录的校验值；多份以空格隔开',
    zone: '时区',
    note: '本表由日志计算得出，只供查看，不是证据；要核对，请用日志文件比对校验值。',
  },
  en: {
    dictionary: 'Fields',
    column: 'Column',
    field: 'Field',
    meaning: 'Meaning',
    file: 'Log file',
    events: 'Records',
    head: 'Log checksum',
    headMeaning:
      'The log that the rows were computed from: the checksum of its last record; several are kept apart by spaces',
    zone: 'Time zone',
    note: 'This table was computed from the log for reading; it is not the evidence. To check it, compare the checksum with the log file.',
  },
} as const;

export const rowWords = ({ language }: Pick<RowTable, 'language'>) => WORDS[language];

/** Computes the cells, with the log's head at the end of each row, so that a row cut out still says where it is from. */
export function rowTable<R>(
  name: string,
  columns: readonly RowColumn<R>[],
  rows: readonly R[],
  about: Pick<RowTable, 'language' | 'timeZone' | 'sources'>,
): RowTable {
  const words = WORDS[about.language];
  const head = text(about.sources.map((source) => source.head).join(' '));
  return {
    ...about,
    name,
    columns: [
      ...columns.map(({ id, width, zh, en }) => ({ id, width, said: about.language === 'en' ? en : zh })),
      { id: 'log_head', width: 66, said: [words.head, words.headMeaning] },
    ],
    rows: rows.map((row) => [...columns.map(({ cell }) => cell(row)), head]),
  };
}

/** The rows as a sheet, times as the zone's clocks show them. */
export function rowSheet({ name, columns, rows, timeZone }: RowTable): Sheet {
  const zone = zoneOf(timeZone);
  return {
    name,
    columns: columns.map(({ said: [title], width }) => ({ title, width })),
    rows: rows.map((row) =>
      row.map((cell) => (cell.kind === 'moment' ? moment(zone.local(cell.value)) : cell)),
    ),
  };
}

/** What each column means, which logs it is from, and that the table is not the evidence. */
export function dictionarySheet(table: RowTable): Sheet {
  const words = rowWords(table);
  const line = (...cells: readonly string[]) => cells.map(text);
  return {
    name: words.dictionary,
    columns: [
      { title: words.column, width: 22 },
      { title: words.field, width: 18 },
      { title: words.meaning, width: 90 },
    ],
    rows: [
      line('', '', words.note),
      ...table.columns.map(({ id, said: [title, meaning] }) => line(title, id, meaning)),
      line(words.zone, '', table.timeZone),
      ...table.sources.flatMap(({ file, events, head }) => [
        line(words.file, '', file),
        line(words.events, '', String(events)),
        line(words.head, '', head),
      ]),
    ],
  };
}
