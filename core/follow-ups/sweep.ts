import { type Case, ownerOf } from '../cases.ts';
import type { ConversationAct } from '../event.ts';
import { type Authority, type EscalationRule, escalations } from '../flows/authority.ts';
import type { Flow, Role } from '../flows/flow.ts';
import { nodesOf } from '../flows/run.ts';
import type { FollowUp } from './follow-up.ts';

/** Until when a payment reminder makes sense: platforms close an unpaid order at the latest after a day. */
export const PAYMENT_LAPSES_MS = 24 * 3_600_000;
/** The manual's default: an order that is not paid twelve hours later is asked about once. */
export const PAYMENT_AFTER_MS = 12 * 3_600_000;

/** What became late. `id` names the fact, so that finding it again adds nothing. */
export interface Found {
  readonly id: string;
  readonly conversation: string;
  readonly act: Extract<
    ConversationAct,
    {
      kind: 'follow-up-missed' | 'promise-missed' | 'follow-up-done' | 'case-node-late' | 'case-escalated';
    }
  >;
}

export interface SweepAsk {
  readonly followUps: readonly FollowUp[];
  readonly cases: readonly Case[];
  readonly flows: readonly Flow[];
  readonly authority: Authority;
  readonly rules: readonly EscalationRule[];
  /** The role of whoever handles a case here. */
  readonly role: Role;
  readonly timeZone: string;
  readonly now: number;
}

/** Everything that time has made a fact by `now` and that the log does not hold yet. Pure: sweeping twice adds nothing. */
export function sweep(ask: SweepAsk): Found[] {
  const { followUps, cases, now } = ask;
  return [
    ...followUps.flatMap((one) => lateFollowUp(one, now)),
    ...cases.filter(({ closed }) => closed === null).flatMap((one) => lateCase(one, ask)),
  ];
}

function lateFollowUp(one: FollowUp, now: number): Found[] {
  const { id, what, due, conversation, state, missed, setAt } = one;
  if (state !== 'open' || due === null || now <= due) return [];
  if (what === 'payment' && now > setAt + PAYMENT_LAPSES_MS)
    return [
      {
        id: `lapsed ${id}`,
        conversation,
        act: { kind: 'follow-up-done', followUp: id, outcome: 'lapsed' },
      },
    ];
  if (missed.includes(due)) return [];
  const act =
    what === 'promise'
      ? ({ kind: 'promise-missed', promise: id, due } as const)
      : ({ kind: 'follow-up-missed', followUp: id, due } as const);
  return [{ id: `missed ${id} ${due}`, conversation, act }];
}

function lateCase(one: Case, { flows, authority, rules, role, timeZone, now }: SweepAsk): Found[] {
  const { id, conversation, flow: run, fields, escalated } = one;
  const flow = flows.find(({ id: known }) => known === run?.flow);
  const nodes = flow && run ? nodesOf(flow, run, now, timeZone) : [];
  const current = nodes.find(({ state }) => state === 'current');
  const late = current?.late && current.due !== null ? { node: current.node.id, due: current.due } : null;
  const up = escalations(
    authority,
    rules,
    {
      role,
      amount: fields.amount === undefined ? null : Number(fields.amount),
      category: one.category,
      urgency: fields.urgency ?? 'normal',
      openedAt: one.openedAt,
      lateSince: late?.due ?? null,
      contacts: one.contacts.length,
    },
    now,
  ).filter(({ rule }) => !escalated.some((done) => done.rule === rule.id));
  return [
    ...(late && run?.late[late.node] === undefined
      ? [
          {
            id: `late ${id} ${late.node}`,
            conversation,
            act: { kind: 'case-node-late', case: id, ...late } as const,
          },
        ]
      : []),
    ...up.map(({ rule, to }) => ({
      id: `escalated ${id} ${rule.id}`,
      conversation,
      act: { kind: 'case-escalated', case: id, rule: rule.id, to } as const,
    })),
  ];
}

/** When the next thing falls due, if anything does: the time to wake up for. */
export function nextDue({
  followUps,
  cases,
  flows,
  timeZone,
  now,
}: Omit<SweepAsk, 'authority' | 'rules' | 'role'>): number | null {
  const dues = [
    ...followUps.flatMap(({ state, due, missed }) =>
      state === 'open' && due !== null && !missed.includes(due) ? [due] : [],
    ),
    ...cases.flatMap(({ closed, flow: run }) => {
      const flow = flows.find(({ id }) => id === run?.flow);
      if (closed || !flow || !run) return [];
      const current = nodesOf(flow, run, now, timeZone).find(({ state }) => state === 'current');
      return current?.due != null && run.late[current.node.id] === undefined ? [current.due] : [];
    }),
  ];
  return dues.length === 0 ? null : Math.min(...dues);
}

/** What one person sees: their own and what nobody has. */
export const isFor = (person: string | null, one: FollowUp | Case): boolean => {
  const owner = 'openedAt' in one ? ownerOf(one) : one.person;
  return person === null || owner === null || owner === person;
};
