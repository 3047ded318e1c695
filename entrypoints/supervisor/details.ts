import { isKey, say, spoken } from '../../components/i18n/say.ts';
import type {
  ConversationRow,
  DetailsView,
  FigureKind,
  FindingRow,
  TurnRow,
} from '../../components/supervisor/view.ts';
import { count, decimal, duration, percent } from '../../components/ui/format.ts';
import { explain } from '../../core/clock/explain.ts';
import { conversationKey } from '../../core/clock/from-log.ts';
import type { Unit } from '../../core/clock/unit.ts';
import type { MessageEvent } from '../../core/event.ts';
import type { MetricProfile } from '../../core/profile.ts';
import { nameOf } from './cards.ts';
import type { Person, Profiles } from './people.ts';

export interface DetailsAsk {
  readonly figure: FigureKind;
  readonly order: 'time' | 'longest';
  readonly page: number;
}

export interface Known extends Profiles {
  /** The rubric's target for the mean, in seconds. */
  readonly target: number | null;
  /** A rule's name, if the shipped pack knows it. */
  readonly titleOf: (rule: string) => string | null;
}

const PAGE = 100;
/** A pseudonym is told by its first letters. */
const SHORT = 8;

const secondsOf = ({ waited }: Unit): number | null =>
  waited === null ? null : typeof waited === 'number' ? waited : waited[1];

function stateOf(unit: Unit, target: number | null): TurnRow['state'] {
  if (unit.reasons.some(({ kind }) => kind === 'unanswered')) return 'missed';
  if (unit.reasons.some(({ kind }) => kind === 'uncertain')) return 'uncertain';
  if (!unit.counts) return 'left-out';
  if (unit.met !== null) return unit.met ? 'met' : 'late';
  const seconds = secondsOf(unit);
  if (target === null || seconds === null) return 'counted';
  return seconds > target ? 'late' : 'met';
}

/** A turn as a row; `target` is by what a mean's turn is called late. */
export function turnRow(unit: Unit, profile: MetricProfile, target: number | null): TurnRow {
  return {
    id: `${unit.key} ${unit.start.id ?? unit.start.index}`,
    startedAt: unit.startedAt,
    conversation: unit.conversation.slice(0, SHORT),
    seconds: secondsOf(unit),
    state: stateOf(unit, target),
    why: explain(unit, profile, spoken()),
  };
}

const longestFirst = (a: Unit, b: Unit): number => (secondsOf(b) ?? -1) - (secondsOf(a) ?? -1);
const byTime = (a: Unit, b: Unit): number => a.startedAt - b.startedAt;

function messagesOf({ machines }: Person): ReadonlyMap<string, MessageEvent> {
  const messages = new Map<string, MessageEvent>();
  for (const { events } of machines)
    for (const event of events) if (event.kind === 'message-seen') messages.set(event.id, event);
  return messages;
}

/** A rule's category in words; one of a newer pack as it is. */
function categoryWord(category: string): string {
  const key = `sup.category.${category}`;
  return isKey(key) ? say(key) : category;
}

/** An agent's findings in messages as sent, by time. */
export function findingRows(person: Person, titleOf: Known['titleOf']): FindingRow[] {
  const messages = messagesOf(person);
  return [...person.figures.violations]
    .sort((a, b) => a.at - b.at)
    .map(({ message, conversation, at, finding }) => {
      const value = messages.get(message)?.text;
      return {
        id: `${message} ${finding.rule} ${finding.start}`,
        at,
        conversation: conversation.slice(0, SHORT),
        level: finding.level,
        rule: finding.rule,
        title: titleOf(finding.rule) ?? categoryWord(finding.category),
        text: value === undefined ? null : { value, start: finding.start, end: finding.end },
      };
    });
}

function conversationRows({ machines, figures }: Person): ConversationRow[] {
  const wanted = new Set(figures.received);
  const rows = new Map<string, { firstAt: number; conversation: string; turns: number; messages: number }>();
  for (const { events } of machines)
    for (const event of events) {
      if (event.kind !== 'message-seen' || (event.by !== 'buyer' && event.by !== 'agent')) continue;
      const key = conversationKey(event);
      if (!wanted.has(key)) continue;
      const at = event.sentAt.precision === 'none' ? event.at : event.sentAt.at;
      const conversation = event.conversation.slice(0, SHORT);
      const row = rows.get(key) ?? { firstAt: at, conversation, turns: 0, messages: 0 };
      row.firstAt = Math.min(row.firstAt, at);
      row.messages += 1;
      rows.set(key, row);
    }
  for (const { key } of figures.response.units) {
    const row = rows.get(key);
    if (row) row.turns += 1;
  }
  return [...rows].map(([id, row]) => ({ id, ...row })).sort((a, b) => a.firstAt - b.firstAt);
}

function sentenceOf({ figures, within }: Person, figure: FigureKind, { within: profile }: Known): string {
  const { metric, units } = figures.response;
  const missed = figures.missed.length;
  switch (figure) {
    case 'mean':
      return metric.value === null
        ? say('sup.sentence.none')
        : say('sup.sentence.mean', {
            sum: count(metric.value * metric.counted),
            n: count(metric.counted),
            mean: decimal(metric.value),
            missed: count(missed),
            out: count(units.length - metric.counted - missed),
          });
    case 'within':
      return within.metric.value === null
        ? say('sup.sentence.none')
        : say('sup.sentence.within', {
            met: count(within.metric.met ?? 0),
            n: count(within.metric.counted),
            share: percent(within.metric.value),
            target: duration(profile.targetSeconds),
          });
    case 'missed':
      return say('sup.sentence.missed', { n: count(missed), all: count(units.length) });
    case 'sent': {
      const of = (level: string) =>
        count(figures.violations.filter(({ finding }) => finding.level === level).length);
      return say('sup.sentence.sent', {
        messages: count(figures.replies),
        block: of('block'),
        warn: of('warn'),
      });
    }
    case 'received':
      return say('sup.sentence.received', { n: count(figures.received.length) });
  }
}

/** What a figure was computed from, one page of it. */
export function detailsOf(person: Person, { figure, order, page }: DetailsAsk, known: Known): DetailsView {
  const shown = <T>(rows: readonly T[]): readonly T[] => rows.slice(page * PAGE, (page + 1) * PAGE);
  const view = (total: number, list: DetailsView['list']): DetailsView => ({
    agent: nameOf(person),
    figure,
    sentence: sentenceOf(person, figure, known),
    order,
    page,
    pageSize: PAGE,
    total,
    list,
  });
  const turns = (units: readonly Unit[], profile: MetricProfile, target: number | null) => {
    const sorted = [...units].sort(order === 'longest' ? longestFirst : byTime);
    const rows = shown(sorted).map((unit) => turnRow(unit, profile, target));
    return view(units.length, { kind: 'turns', rows });
  };
  switch (figure) {
    case 'mean':
      return turns(person.figures.response.units, known.mean, known.target);
    case 'missed':
      return turns(person.figures.missed, known.mean, known.target);
    case 'within':
      return turns(person.within.units, known.within, null);
    case 'sent': {
      const rows = findingRows(person, known.titleOf);
      return view(rows.length, { kind: 'findings', rows: shown(rows) });
    }
    case 'received': {
      const rows = conversationRows(person);
      return view(rows.length, { kind: 'conversations', rows: shown(rows) });
    }
  }
}
