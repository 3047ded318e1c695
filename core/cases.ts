import type { ChatEvent, ContactChannel, ConversationEvent, ResumedFlow } from './event.ts';
import type { FlowRun } from './flows/run.ts';

/** A case (跟进单) as its events left it. `fields` are what was entered last, by the field ids of the forms. */
export interface Case {
  readonly id: string;
  readonly conversation: string;
  readonly category: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly openedAt: number;
  readonly changedAt: number;
  /** Who opened it. The one who has it now is `fields.owner`, else this one. */
  readonly person: string | null;
  readonly closed: { readonly at: number; readonly outcome: string; readonly into?: string } | null;
  readonly flow: FlowRun | null;
  readonly notes: readonly { readonly at: number; readonly person: string | null; readonly text: string }[];
  readonly contacts: readonly {
    readonly at: number;
    readonly person: string | null;
    readonly channel: ContactChannel;
    readonly when: number;
    readonly result: string;
  }[];
  readonly attached: readonly { readonly at: number; readonly name: string; readonly where: string }[];
  /** Rules that sent it up, each once, with the role that it went to. */
  readonly escalated: readonly { readonly at: number; readonly rule: string; readonly to: string }[];
  readonly handed: readonly {
    readonly at: number;
    readonly hand: string;
    readonly kind: 'to' | 'from';
    readonly who: string;
  }[];
}

/** What happens to cases; all other events leave them as they are. */
export type CaseEvent = Extract<ConversationEvent, { kind: `case-${string}` }>;

export const isCaseEvent = (event: ChatEvent): event is CaseEvent => event.kind.startsWith('case-');

/** Who looks after a case now; null if nobody was on duty when it was opened. */
export const ownerOf = ({ fields, person }: Case): string | null => fields.owner ?? person;

/** Whether a node of its flow was found late and is still not done. */
export const hasLateNode = ({ flow }: Case): boolean =>
  flow !== null && Object.keys(flow.late).some((node) => flow.done[node] === undefined);

function opened(event: Extract<CaseEvent, { kind: 'case-opened' }>): Case {
  return {
    id: event.case,
    conversation: event.conversation,
    category: event.category,
    fields: {},
    openedAt: event.at,
    changedAt: event.at,
    person: event.person,
    closed: null,
    flow: null,
    notes: [],
    contacts: [],
    attached: [],
    escalated: [],
    handed: [],
  };
}

/**
 * One step of a case. A case opened twice stays as first opened; anything that happens to one that nobody opened
 * gives none; a closed one stays as it is until it is opened again, but notes and contacts may still be added.
 */
export function nextCase(before: Case | null, event: CaseEvent): Case | null {
  if (event.kind === 'case-opened') return before ?? opened(event);
  if (before === null) return null;
  const part = before.closed ? afterClosing(before, event) : step(before, event);
  return part === null ? before : { ...before, ...part, changedAt: Math.max(before.changedAt, event.at) };
}

function afterClosing(before: Case, event: CaseEvent): Partial<Case> | null {
  if (event.kind === 'case-reopened') return { closed: null };
  return event.kind === 'case-noted' || event.kind === 'case-contacted' ? step(before, event) : null;
}

function step(before: Case, event: CaseEvent): Partial<Case> | null {
  const { at, person } = event;
  switch (event.kind) {
    case 'case-changed':
      return {
        // The form may move a case to another class later on.
        category: event.fields.category ?? before.category,
        fields: present({ ...before.fields, ...event.fields }),
      };
    case 'case-closed':
      return { closed: { at, outcome: event.outcome } };
    case 'case-merged':
      return { closed: { at, outcome: 'merged', into: event.into } };
    case 'case-noted':
      return { notes: [...before.notes, { at, person, text: event.text }] };
    case 'case-contacted': {
      const { channel, when, result } = event;
      return { contacts: [...before.contacts, { at, person, channel, when, result }] };
    }
    case 'case-attached':
      return { attached: [...before.attached, { at, name: event.name, where: event.where }] };
    case 'case-flow': {
      const { flow, variant, resumed } = event;
      return {
        flow: { flow, variant, startedAt: resumed?.startedAt ?? at, done: doneBefore(resumed), late: {} },
      };
    }
    case 'case-node':
      return before.flow && { flow: afterNode(before.flow, event) };
    case 'case-node-late': {
      if (!before.flow) return null;
      return { flow: { ...before.flow, late: { ...before.flow.late, [event.node]: event.due } } };
    }
    case 'case-escalated': {
      const { rule, to } = event;
      if (before.escalated.some((one) => one.rule === rule)) return null;
      return { escalated: [...before.escalated, { at, rule, to }] };
    }
    case 'case-handed':
      return {
        fields: { ...before.fields, owner: event.to },
        handed: [...before.handed, { at, hand: event.hand, kind: 'to', who: event.to }],
      };
    case 'case-taken':
      return { handed: [...before.handed, { at, hand: event.hand, kind: 'from', who: event.from }] };
    default:
      return null;
  }
}

/** Nodes that were done on another machine: when, but not by whom, since its people are not those of this log. */
const doneBefore = (resumed: ResumedFlow | undefined): FlowRun['done'] =>
  Object.fromEntries(
    Object.entries(resumed?.done ?? {}).map(([node, { at, choice }]) => [node, { at, person: null, choice }]),
  );

function afterNode(flow: FlowRun, event: Extract<CaseEvent, { kind: 'case-node' }>): FlowRun {
  const { [event.node]: before, ...others } = flow.done;
  if (!event.done) return { ...flow, done: others };
  const { at, person, choice } = event;
  // Ticked twice, it was done the first time.
  return before ? flow : { ...flow, done: { ...others, [event.node]: { at, person, choice } } };
}

/** An emptied field is one that was not entered. */
const present = (fields: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ''));

/** All cases of a log in the order of opening. Events must come in the order of the log. */
export function foldCases(events: Iterable<ChatEvent>): Case[] {
  const cases = new Map<string, Case>();
  for (const event of events) {
    if (!isCaseEvent(event)) continue;
    const next = nextCase(cases.get(event.case) ?? null, event);
    if (next) cases.set(event.case, next);
  }
  return [...cases.values()];
}
