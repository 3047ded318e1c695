import type { Case } from '../../core/cases.ts';
import type { DayFigures } from '../../core/figures/day.ts';
import { addUp, answerRatio, meanWait, transferRate } from '../../core/figures/ratios.ts';
import { number, type Sheet, share, text } from './sheet.ts';

/** The words of a report; the page has them in both languages. */
export interface DeskReportWords {
  readonly days: string;
  readonly summary: string;
  readonly profiles: string;
  readonly cases: string;
  readonly day: string;
  readonly total: string;
  readonly figure: (
    id:
      | 'received'
      | 'mean'
      | 'turns'
      | 'unanswered'
      | 'peak'
      | 'ratio'
      | 'transfer'
      | 'sent'
      | 'fixed'
      | 'opened'
      | 'closed'
      | 'missed'
      | 'kept',
  ) => string;
  readonly category: (id: string) => string;
  readonly profile: (id: string) => string;
  readonly value: string;
  readonly counted: string;
  readonly met: string;
  readonly open: string;
  readonly closed: string;
}

export interface DeskReportAsk {
  readonly days: readonly { readonly day: string; readonly figures: DayFigures }[];
  /** Cases opened in these days. */
  readonly cases: readonly Case[];
  readonly words: DeskReportWords;
}

type Summed = Omit<DayFigures, 'metrics' | 'waiting'>;

const COLUMNS = [
  ['received', (day: Summed) => number(day.received.length)],
  ['mean', (day: Summed) => number(meanWait(day))],
  ['turns', (day: Summed) => number(day.turns)],
  ['unanswered', (day: Summed) => number(day.unanswered)],
  ['peak', (day: Summed) => number(day.peak)],
  ['ratio', (day: Summed) => number(answerRatio(day))],
  ['transfer', (day: Summed) => share(transferRate(day))],
  ['sent', (day: Summed) => number(day.sentFindings)],
  ['fixed', (day: Summed) => number(day.fixedDrafts)],
  ['opened', (day: Summed) => number(day.casesOpened)],
  ['closed', (day: Summed) => number(day.casesClosed)],
  ['kept', (day: Summed) => number(day.promisesKept)],
  ['missed', (day: Summed) => number(day.missed)],
] as const;

/**
 * 客服信息日报表 and 咨询总结 as sheets: a row a day with the sum below, each platform's own figure a day, and what the
 * cases of these days were about. Waits in seconds, unrounded.
 */
export function deskReport({ days, cases, words }: DeskReportAsk): Sheet[] {
  const row = (name: string, figures: Summed) => [text(name), ...COLUMNS.map(([, pick]) => pick(figures))];
  const categories = [...new Set(cases.map(({ category }) => category))].sort();
  return [
    {
      name: words.days,
      columns: [
        { title: words.day, width: 14 },
        ...COLUMNS.map(([id]) => ({ title: words.figure(id), width: 14 })),
      ],
      rows: [
        ...days.map(({ day, figures }) => row(day, figures)),
        row(words.total, addUp(days.map(({ figures }) => figures))),
      ],
    },
    {
      name: words.profiles,
      columns: [words.day, words.profiles, words.value, words.counted, words.met].map((title, at) => ({
        title,
        width: at === 1 ? 28 : 14,
      })),
      rows: days.flatMap(({ day, figures }) =>
        Object.entries(figures.metrics).map(([id, { value, unit, counted, met }]) => [
          text(day),
          text(words.profile(id)),
          unit === 'ratio' ? share(value) : number(value),
          number(counted),
          number(met ?? null),
        ]),
      ),
    },
    {
      name: words.summary,
      columns: [words.cases, words.figure('opened'), words.open, words.closed].map((title, at) => ({
        title,
        width: at === 0 ? 20 : 12,
      })),
      rows: categories.map((category) => {
        const those = cases.filter((one) => one.category === category);
        const open = those.filter(({ closed }) => closed === null).length;
        return [
          text(words.category(category)),
          number(those.length),
          number(open),
          number(those.length - open),
        ];
      }),
    },
  ];
}
