import type { Case } from '../cases.ts';
import { weekday } from '../clock/zone.ts';
import { dayOf, daysFrom } from '../figures/days.ts';
import type { Flow, FlowNode } from '../flows/flow.ts';
import { nodesOf } from '../flows/run.ts';
import type { FollowUp } from './follow-up.ts';

/** Something that falls due at a moment: a follow-up, or the node that is a case's turn. */
export type Due = { readonly id: string; readonly at: number; readonly late: boolean } & (
  | { readonly kind: 'follow-up'; readonly followUp: FollowUp }
  | { readonly kind: 'node'; readonly case: Case; readonly node: FlowNode }
);

/** All that is open and has a time, the earliest first. */
export function duesOf(
  followUps: readonly FollowUp[],
  cases: readonly Case[],
  { flows, timeZone, now }: { flows: readonly Flow[]; timeZone: string; now: number },
): Due[] {
  const promised = followUps.flatMap((followUp): Due[] => {
    const { id, due, state } = followUp;
    return state !== 'open' || due === null
      ? []
      : [{ kind: 'follow-up', id, at: due, late: due < now, followUp }];
  });
  const nodes = cases.flatMap((one): Due[] => {
    const flow = flows.find(({ id }) => id === one.flow?.flow);
    if (one.closed || !flow || !one.flow) return [];
    const current = nodesOf(flow, one.flow, now, timeZone).find(({ state }) => state === 'current');
    if (!current || current.due === null) return [];
    const { node, due, late } = current;
    return [{ kind: 'node', id: `${one.id} ${node.id}`, at: due, late, case: one, node }];
  });
  return [...promised, ...nodes].sort((a, b) => a.at - b.at);
}

/** By local day. */
export function byDay(dues: readonly Due[], timeZone: string): ReadonlyMap<string, readonly Due[]> {
  const days = new Map<string, Due[]>();
  for (const due of dues) {
    const day = dayOf(due.at, timeZone);
    const others = days.get(day);
    if (others) others.push(due);
    else days.set(day, [due]);
  }
  return days;
}

const DAY = 86_400_000;
const named = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** The weeks, Monday first, that a month (`YYYY-MM`) lies in, as days; they begin and end outside of it. */
export function weeksOf(month: string): string[][] {
  const first = Date.parse(`${month}-01`);
  const last = Date.parse(`${monthBeside(month, 1)}-01`) - DAY;
  const days = daysFrom(named(first - weekday(first) * DAY), named(last + (6 - weekday(last)) * DAY));
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** The month so many after (or before) another. */
export function monthBeside(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
