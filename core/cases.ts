import type { ChatEvent, ConversationEvent } from './event.ts';

/** A case (跟进单) as its events left it. `fields` are what the agent entered last. */
export interface Case {
  readonly id: string;
  readonly conversation: string;
  readonly category: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly openedAt: number;
  readonly changedAt: number;
  readonly person: string | null;
  readonly closed: { readonly at: number; readonly outcome: string } | null;
}

/** What happens to cases; all other events leave them as they are. */
export type CaseEvent = Extract<ConversationEvent, { kind: 'case-opened' | 'case-changed' | 'case-closed' }>;

export const isCaseEvent = (event: ChatEvent): event is CaseEvent =>
  event.kind === 'case-opened' || event.kind === 'case-changed' || event.kind === 'case-closed';

/**
 * One step of a case. A case opened twice stays as first opened; changing or closing one that nobody opened gives
 * none, and a closed one stays closed.
 */
export function nextCase(before: Case | null, event: CaseEvent): Case | null {
  if (event.kind === 'case-opened')
    return (
      before ?? {
        id: event.case,
        conversation: event.conversation,
        category: event.category,
        fields: {},
        openedAt: event.at,
        changedAt: event.at,
        person: event.person,
        closed: null,
      }
    );
  if (before === null || before.closed) return before;
  return event.kind === 'case-changed'
    ? {
        ...before,
        // The form may move a case to another class later on.
        category: event.fields.category ?? before.category,
        fields: { ...before.fields, ...event.fields },
        changedAt: event.at,
      }
    : { ...before, changedAt: event.at, closed: { at: event.at, outcome: event.outcome } };
}

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
