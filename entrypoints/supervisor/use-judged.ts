import { liveQuery } from 'dexie';
import { useMemo } from 'preact/hooks';
import type { Period } from '../../components/supervisor/view.ts';
import { spanOf } from '../../components/ui/days.ts';
import { useLive } from '../../components/ui/use-live.ts';
import type { Rubric } from '../../core/rubric.ts';
import { score } from '../../core/score/scorecard.ts';
import { loadRubric, type ManualInputs, type SupervisorDb } from '../../storage/supervisor/store.ts';
import { agentRow, inputsFor } from './cards.ts';
import type { Machine } from './machines.ts';
import { type Person, type Profiles, peopleOf } from './people.ts';
import type { Judged } from './report.ts';
import { rubricWith } from './rubric.ts';

/** Under which inputs are kept: they belong to a period as much as to an agent. */
export const periodKey = (period: Period): string =>
  period.kind === 'all' ? 'all' : `${period.from}..${period.to}`;

/** The rubric as it holds here, and what was edited of it. */
export function useRubric(db: SupervisorDb, shipped: Rubric): { rubric: Rubric; settings: unknown } {
  const watch = useMemo(() => () => liveQuery(() => loadRubric(db, shipped.id)), [db, shipped]);
  const live = useLive(watch);
  const settings = live.kind === 'value' ? live.value : null;
  return useMemo(() => ({ rubric: rubricWith(shipped, settings), settings }), [shipped, settings]);
}

/** What was entered by hand for a period, by agent. */
export function useInputs(db: SupervisorDb, period: Period): ReadonlyMap<string, ManualInputs> {
  const watch = useMemo(() => () => liveQuery(() => db.inputs.toArray()), [db]);
  const live = useLive(watch);
  const key = periodKey(period);
  return useMemo(() => {
    const rows = live.kind === 'value' ? live.value : [];
    return new Map(rows.filter((row) => row.period === key).map((row) => [row.agent, row.inputs]));
  }, [live, key]);
}

/** Figures of every agent. Taken anew when the logs or the period change, not when a number is entered. */
export function usePeople(
  machines: readonly Machine[],
  profiles: Profiles,
  period: Period,
): readonly Person[] {
  return useMemo(
    () => peopleOf(machines, profiles, period.kind === 'all' ? null : spanOf(period)),
    [machines, profiles, period],
  );
}

/** Every agent with scorecard and row, by the rubric and what was entered. */
export function useJudged(
  people: readonly Person[],
  rubric: Rubric,
  inputs: ReadonlyMap<string, ManualInputs>,
): readonly Judged[] {
  return useMemo(
    () =>
      people.map((person) => {
        const card = score(rubric, inputsFor(rubric, inputs.get(person.id) ?? {}), person.figures);
        return { person, card, row: agentRow(person, card, rubric) };
      }),
    [people, rubric, inputs],
  );
}
