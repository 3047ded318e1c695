import type { TodayFigures } from '../../core/desk.ts';

const sum = (all: readonly TodayFigures[], of: (figures: TodayFigures) => number): number =>
  all.reduce((total, figures) => total + of(figures), 0);

/**
 * One person's day over several consoles. The mean is over all turns, not over means. Where consoles judge by
 * different targets, the share stands under the strictest.
 */
export function mergeToday(all: readonly TodayFigures[]): TodayFigures | null {
  if (all.length === 0) return null;
  const turns = sum(all, (figures) => figures.turns);
  return {
    conversations: sum(all, (figures) => figures.conversations),
    meanSeconds: turns === 0 ? null : sum(all, ({ meanSeconds, turns: n }) => (meanSeconds ?? 0) * n) / turns,
    turns,
    withinTarget: sum(all, (figures) => figures.withinTarget),
    targetSeconds: Math.min(...all.map((figures) => figures.targetSeconds)),
    sentFindings: sum(all, (figures) => figures.sentFindings),
    fixedDrafts: sum(all, (figures) => figures.fixedDrafts),
    openCases: sum(all, (figures) => figures.openCases),
  };
}
