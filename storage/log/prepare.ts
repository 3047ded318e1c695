import type { Pattern } from '../../core/edit-distance.ts';
import type {
  ChatEvent,
  ContentKind,
  ConversationEvent,
  DeskEvent,
  FindingFact,
  MessageEvent,
  Observation,
  Signals,
} from '../../core/event.ts';
import type { Pseudonyms } from '../../core/redact/pseudonym.ts';
import { moveSpan, redact, redactNeverKept } from '../../core/redact/redact.ts';

/** What the background knows and reads while it turns observations into events. All of it synchronous. */
export interface AppendContext {
  readonly person: string | null;
  readonly names: Pseudonyms;
  /** Whether redacted text is kept at all. */
  readonly keepText: boolean;
  /** Whether words as typed are kept beside it for their own, shorter time. */
  readonly keepRaw?: boolean;
  readonly signals: (text: string, content: ContentKind) => Signals;
  /** What the rules find in a message of our side as sent. */
  readonly screen: (text: string, about: { platform: string; asked?: string }) => readonly FindingFact[];
  /** A script's wordings, for telling whether a sent message came from it. */
  readonly wordings: (script: string) => readonly Pattern[];
}

/** No message box of a console takes more; what is longer comes from a page that lies. */
const MAX_TEXT = 4000;

type Unnumbered<E> = E extends unknown ? Omit<E, 'seq'> : never;
type RawMessage = Extract<Observation, { kind: 'message-seen' }>;

/** An observation made ready outside the transaction: pseudonymous, redacted, still without its place in order. */
export interface Prepared {
  readonly event: Unnumbered<ChatEvent>;
  /** The id that its sender gave it and waits to hear of. */
  readonly sender: string;
  /** Of a message without the platform's id, and of one that may be it; made when it is asked for. */
  readonly print: (() => string) | null;
  readonly nameless: boolean;
  readonly raw: { readonly conversation: string; readonly buyer: string | null } | null;
  /** The words as typed, kept in memory only. */
  readonly text: string;
}

/**
 * Turns observations into events, in order. `asked` holds each conversation's last question (redacted) so far, by
 * pseudonym, and grows with the batch.
 */
export function prepare(
  observations: readonly Observation[],
  context: AppendContext,
  asked: Map<string, string | null>,
): Prepared[] {
  return observations.map(wellFormed).map((observation) => {
    if (!('conversation' in observation)) return deskEvent(observation, context);
    const { conversation: raw, buyer, ...rest } = observation;
    const conversation = context.names.conversation(rest.place, raw);
    const common = {
      sender: rest.id,
      raw: { conversation: raw, buyer },
      print: null,
      nameless: false,
      text: '',
    };
    if (rest.kind === 'message-seen') {
      const text = rest.text.slice(0, MAX_TEXT).toWellFormed();
      const event = messageEvent(
        observation as RawMessage,
        text,
        conversation,
        context,
        asked.get(conversation) ?? undefined,
      );
      if (event.by === 'buyer' && event.text) asked.set(conversation, event.text);
      const print = () =>
        context.names.derived('print', JSON.stringify([conversation, rest.by, rest.content, text.trim()]));
      return { ...common, event, text, print, nameless: rest.key.source === 'fingerprint' };
    }
    if (rest.kind === 'message-recalled') {
      const { key, ...act } = rest;
      const message = context.names.message(rest.place, raw, key);
      // Two tabs see one recall: it is named after its message.
      const id = context.names.derived('recall', message);
      return { ...common, event: { ...act, id, conversation, person: context.person, message } };
    }
    const event = { ...rest, conversation, person: context.person } as Unnumbered<ConversationEvent>;
    return { ...common, event };
  });
}

function deskEvent(observation: Observation, { person }: AppendContext): Prepared {
  const event = { ...observation, person } as Unnumbered<DeskEvent>;
  return { event, sender: event.id, raw: null, print: null, nameless: false, text: '' };
}

function messageEvent(
  seen: RawMessage,
  text: string,
  conversation: string,
  { names, person, keepText, keepRaw = false, signals, screen }: AppendContext,
  asked: string | undefined,
): Unnumbered<MessageEvent> {
  const { key, buyer: _name, text: _typed, conversation: raw, ...fact } = seen;
  const hidden = redact(text);
  const about = { platform: seen.place.console, ...(asked === undefined ? {} : { asked }) };
  const found = seen.by === 'agent' && text !== '' ? screen(text, about) : [];
  return {
    ...fact,
    id: names.message(seen.place, raw, key),
    conversation,
    person,
    signals: signals(text, seen.content),
    findings: found.map(({ rule, category, level, folds, start, end }) => ({
      rule,
      category,
      level,
      folds,
      ...moveSpan({ start, end }, hidden.cuts),
    })),
    ...(keepText && text !== '' ? { text: hidden.text } : {}),
    ...(keepText && keepRaw ? rawBeside(text, hidden.text) : {}),
  };
}

/** Words as typed, but for what is never kept; nothing where that says no more than the redacted text. */
function rawBeside(typed: string, redacted: string): { readonly raw?: string } {
  const raw = redactNeverKept(typed);
  return raw === redacted ? {} : { raw };
}

function isWellFormed(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object' || value === null) return true;
  for (const key in value)
    if (!key.isWellFormed() || !isWellFormed((value as Record<string, unknown>)[key])) return false;
  return true;
}

/** A lone surrogate has no UTF-8, so no canonical form: replaced before anything is named or hashed. */
function wellFormed<T>(value: T): T {
  if (isWellFormed(value)) return value;
  if (typeof value === 'string') return value.toWellFormed() as T;
  if (Array.isArray(value)) return value.map(wellFormed) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key.toWellFormed(), wellFormed(member)]),
  ) as T;
}
