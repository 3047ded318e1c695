import type { DayFigures } from './day.ts';

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** Mean wait of answered turns in seconds; null where none was answered. */
export const meanWait = ({
  turns,
  waitedSeconds,
}: Pick<DayFigures, 'turns' | 'waitedSeconds'>): number | null => share(waitedSeconds, turns);

/** 答问比: our messages for each of the buyers'. */
export const answerRatio = (day: Pick<DayFigures, 'agentMessages' | 'buyerMessages'>): number | null =>
  share(day.agentMessages, day.buyerMessages);

/** 转接率: conversations passed on, of those received. */
export const transferRate = ({
  transferred,
  received,
}: Pick<DayFigures, 'transferred' | 'received'>): number | null => share(transferred, received.length);

/**
 * 重复咨询率: of the conversations of the last day, how many had come in on one of the days before it. The days given
 * are the window, oldest first; seven before the last is the trade's usual one.
 */
export function repeatRate(days: readonly DayFigures[]): number | null {
  const last = days.at(-1);
  if (!last) return null;
  const before = new Set(days.slice(0, -1).flatMap(({ received }) => received));
  return share(last.received.filter((one) => before.has(one)).length, last.received.length);
}

/** Days added up: of distinct conversations each once, of simultaneous ones the highest. */
export function addUp(days: readonly DayFigures[]): Omit<DayFigures, 'metrics' | 'waiting'> {
  const sum = (pick: (day: DayFigures) => number) => days.reduce((all, day) => all + pick(day), 0);
  return {
    received: [...new Set(days.flatMap(({ received }) => received))].sort(),
    hours: Array.from({ length: 24 }, (_, hour) => sum(({ hours }) => hours[hour] ?? 0)),
    peak: Math.max(0, ...days.map(({ peak }) => peak)),
    buyerMessages: sum((day) => day.buyerMessages),
    agentMessages: sum((day) => day.agentMessages),
    transferred: sum((day) => day.transferred),
    turns: sum((day) => day.turns),
    waitedSeconds: sum((day) => day.waitedSeconds),
    withinTarget: sum((day) => day.withinTarget),
    unanswered: sum((day) => day.unanswered),
    sentFindings: sum((day) => day.sentFindings),
    fixedDrafts: sum((day) => day.fixedDrafts),
    casesOpened: sum((day) => day.casesOpened),
    casesClosed: sum((day) => day.casesClosed),
    promisesMade: sum((day) => day.promisesMade),
    promisesKept: sum((day) => day.promisesKept),
    missed: sum((day) => day.missed),
  };
}
