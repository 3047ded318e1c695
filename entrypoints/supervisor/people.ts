import { metricOf } from '../../core/clock/metric.ts';
import type { Unit } from '../../core/clock/unit.ts';
import type { ChatEvent } from '../../core/event.ts';
import type { MetricProfile } from '../../core/profile.ts';
import { type Agent, type Figures, figuresOf, type Violation } from '../../core/score/figures.ts';
import type { Machine } from './machines.ts';

/** Half-open wall time in milliseconds; null is all of it. */
export type Span = { readonly from: number; readonly to: number } | null;

/** The two definitions of speed on this page: the rubric's mean, and the share answered in time. */
export interface Profiles {
  readonly mean: MetricProfile;
  readonly within: MetricProfile;
}

/** One row of the table: an agent over all machines, or what was sent on a machine while nobody was on duty. */
export interface Person {
  readonly id: string;
  /** Null stands for nobody: `label` then says where. */
  readonly name: string | null;
  readonly label: string;
  readonly seats: readonly string[];
  readonly figures: Figures;
  readonly within: Figures['response'];
  readonly machines: readonly Machine[];
}

/** The share of turns that a person answered in time, by the turns of the mean. */
export function withinProfile(mean: MetricProfile, targetSeconds: number): MetricProfile {
  return { ...mean, id: `${mean.id}-within`, measure: 'share-within', targetSeconds, unanswered: 'missed' };
}

interface Draft {
  name: string | null;
  label: string;
  readonly seats: Set<string>;
  agent: Agent;
  readonly units: Unit[];
  readonly within: Unit[];
  readonly missed: Unit[];
  readonly violations: Violation[];
  readonly received: Set<string>;
  readonly machines: Set<Machine>;
  replies: number;
}

/** Names that differ in width, case or spaces alone are one name. */
const idOf = (name: string): string => name.normalize('NFKC').replace(/\s+/g, '').toLowerCase();

const timeOf = (event: ChatEvent): number =>
  event.kind === 'message-seen' && event.sentAt.precision !== 'none' ? event.sentAt.at : event.at;

const holds = (span: Span, at: number): boolean => span === null || (span.from <= at && at < span.to);

const seatsOf = (agent: Agent): readonly string[] =>
  agent.kind === 'person' ? agent.seats : agent.seat === null ? [] : [agent.seat];

/** Desk events say who was on duty, whatever the span; of conversations only what was said in it. */
const cut = (events: readonly ChatEvent[], span: Span): readonly ChatEvent[] =>
  span === null ? events : events.filter((event) => !('conversation' in event) || holds(span, timeOf(event)));

/**
 * Who the figures of a machine belong to. Where nobody ever went on duty the file's own label has to do; where
 * somebody did, what happened outside of duty is nobody's.
 */
function whose(agent: Agent, { install, label }: Machine, named: boolean) {
  if (agent.kind === 'person') return { id: idOf(agent.person), name: agent.person, label };
  return named ? { id: `off ${install}`, name: null, label } : { id: idOf(label), name: label, label };
}

/** What the logs tell of each agent in a span, agents by name and nobody last. */
export function peopleOf(machines: readonly Machine[], { mean, within }: Profiles, span: Span): Person[] {
  const drafts = new Map<string, Draft>();
  const draftOf = (agent: Agent, machine: Machine, named: boolean): Draft => {
    const { id, name, label } = whose(agent, machine, named);
    const draft = drafts.get(id) ?? {
      name,
      label,
      agent,
      seats: new Set(),
      units: [],
      within: [],
      missed: [],
      violations: [],
      received: new Set(),
      machines: new Set(),
      replies: 0,
    };
    drafts.set(id, draft);
    draft.machines.add(machine);
    for (const seat of seatsOf(agent)) draft.seats.add(seat);
    return draft;
  };

  for (const machine of machines) {
    const all = figuresOf(machine.events, mean);
    const said = span === null ? all : figuresOf(cut(machine.events, span), mean);
    const named = all.some(({ agent }) => agent.kind === 'person');
    if (all.length === 0) draftOf({ kind: 'seat', seat: null }, machine, false);
    for (const { agent, response, missed, violations } of all) {
      const draft = draftOf(agent, machine, named);
      draft.units.push(...response.units.filter(({ startedAt }) => holds(span, startedAt)));
      draft.missed.push(...missed.filter(({ startedAt }) => holds(span, startedAt)));
      draft.violations.push(...violations.filter(({ at }) => holds(span, at)));
    }
    for (const { agent, replies, received } of said) {
      const draft = draftOf(agent, machine, named);
      draft.replies += replies;
      for (const conversation of received) draft.received.add(conversation);
    }
    for (const { agent, response } of figuresOf(machine.events, within))
      draftOf(agent, machine, named).within.push(
        ...response.units.filter(({ startedAt }) => holds(span, startedAt)),
      );
  }
  return [...drafts].map(([id, draft]) => personOf(id, draft, { mean, within })).sort(byName);
}

function personOf(id: string, draft: Draft, { mean, within }: Profiles): Person {
  const { agent, units, missed, violations, replies, received, seats } = draft;
  return {
    id,
    name: draft.name,
    label: draft.label,
    seats: [...seats].sort(),
    machines: [...draft.machines],
    within: { metric: metricOf(within, draft.within), units: draft.within },
    figures: {
      agent,
      response: { metric: metricOf(mean, units), units },
      missed,
      replies,
      violations,
      violationsPer1000: replies === 0 ? null : (violations.length / replies) * 1000,
      received: [...received].sort(),
    },
  };
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

const byName = (a: Person, b: Person): number =>
  Number(a.name === null) - Number(b.name === null) || collator.compare(a.name ?? a.label, b.name ?? b.label);
