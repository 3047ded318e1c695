import { type Case, hasLateNode, ownerOf } from './cases.ts';
import type { DeskCatalogue } from './desk.ts';
import { nodesOf } from './flows/run.ts';
import type { FollowUp } from './follow-ups/follow-up.ts';
import type { Field, Form } from './forms/form.ts';

export const HAND_OVER_FORMAT = 'counterside-handover/1';

/** What a file may hold at most, so that taking it over stays one act; `note` is in UTF-16 units. */
export const HAND_OVER_LIMITS = {
  bytes: 1_000_000,
  notes: 30,
  note: 1800,
  followUps: 20,
  nodes: 40,
} as const;

/**
 * A case on its way to another machine (转交), as its file says it. `hand` is the number under which both logs know the
 * handing over. Times are epoch milliseconds; ids of forms, fields and flows are those of the catalogue it came from.
 */
export interface HandOver {
  readonly format: typeof HAND_OVER_FORMAT;
  readonly hand: string;
  readonly at: number;
  /** Who hands it over; empty if nobody was on duty. */
  readonly from: string;
  readonly to: string;
  readonly case: {
    readonly id: string;
    /** The pseudonym of the buyer's conversation there. */
    readonly conversation: string;
    readonly category: string;
    readonly urgency: 'normal' | 'urgent';
    readonly status: 'open' | 'late';
    readonly owner: string | null;
    readonly openedAt: number;
    readonly form: string | null;
    readonly fields: Readonly<Record<string, string>>;
  };
  readonly flow: HandedFlow | null;
  readonly followUps: readonly Pick<FollowUp, 'what' | 'due' | 'note'>[];
  readonly notes: Case['notes'];
}

export interface HandedFlow {
  readonly flow: string;
  readonly variant: string | null;
  readonly title: string;
  readonly startedAt: number;
  readonly done: readonly {
    readonly node: string;
    readonly title: string;
    readonly at: number;
    readonly person: string | null;
    readonly choice: string | null;
  }[];
  /** The next node to do; null if it is through. */
  readonly next: { readonly node: string; readonly title: string; readonly due: number | null } | null;
}

/** Every field of these forms, by id. */
export const fieldsOf = (forms: readonly Form[]): ReadonlyMap<string, Field> =>
  new Map(forms.flatMap((form) => form.fields.map((field) => [field.id, field] as const)));

/** What of a case's fields goes to somebody else: all that a form knows, but for the buyer's personal values. */
export function handedFields(
  { fields }: Pick<Case, 'fields'>,
  forms: readonly Form[],
): { readonly field: Field; readonly value: string }[] {
  const known = fieldsOf(forms);
  return Object.entries(fields).flatMap(([id, value]) => {
    const field = known.get(id);
    return field && field.type.kind !== 'personal' ? [{ field, value }] : [];
  });
}

function handedFlow(one: Case, { flows }: DeskCatalogue, now: number, timeZone: string): HandedFlow | null {
  const flow = flows.find(({ id }) => id === one.flow?.flow);
  if (!flow || !one.flow) return null;
  const nodes = nodesOf(flow, one.flow, now, timeZone);
  const next = nodes.find(({ state }) => state === 'current');
  return {
    flow: flow.id,
    variant: one.flow.variant,
    title: flow.title,
    startedAt: one.flow.startedAt,
    done: nodes.flatMap(({ node, done }) => (done ? [{ node: node.id, title: node.title, ...done }] : [])),
    next: next ? { node: next.node.id, title: next.node.title, due: next.due } : null,
  };
}

export interface HandingOver {
  readonly hand: string;
  readonly from: string | null;
  readonly to: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
}

/** A case as a file for whoever takes it. `followUps` are the open ones of its conversation. */
export function handOver(
  one: Case,
  followUps: readonly FollowUp[],
  catalogue: DeskCatalogue,
  { hand, from, to, now, timeZone }: HandingOver,
): HandOver {
  const owner = ownerOf(one);
  return {
    format: HAND_OVER_FORMAT,
    hand,
    at: now,
    from: from ?? owner ?? '',
    to,
    case: {
      id: one.id,
      conversation: one.conversation,
      category: one.category,
      urgency: one.fields.urgency === 'urgent' ? 'urgent' : 'normal',
      status: hasLateNode(one) ? 'late' : 'open',
      owner,
      openedAt: one.openedAt,
      form: one.fields.form ?? null,
      fields: Object.fromEntries(
        handedFields(one, catalogue.forms).map(({ field, value }) => [field.id, value]),
      ),
    },
    flow: handedFlow(one, catalogue, now, timeZone),
    // What was promised or set for another case of this buyer stays with that case.
    followUps: followUps
      .filter((each) => each.case === null || each.case === one.id)
      .slice(0, HAND_OVER_LIMITS.followUps)
      .map(({ what, due, note }) => ({ what, due, note: note.slice(0, HAND_OVER_LIMITS.note) })),
    notes: one.notes
      .slice(-HAND_OVER_LIMITS.notes)
      .map(({ at, person, text }) => ({ at, person, text: text.slice(0, HAND_OVER_LIMITS.note) })),
  };
}
