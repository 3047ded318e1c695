import type { ConversationRef } from '../../adapters/sighting.ts';
import type { MessageSighting, Signals } from '../../core/event.ts';
import type { Calls } from '../../messaging/contract.ts';
import type { Turn } from '../../scripts-library/suggest/suggestion.ts';

/** A message with the id that it was logged under and the moment (wall time) at which we saw it. */
export interface LiveMessage extends MessageSighting {
  readonly id: string;
  readonly at: number;
  /** What kind of saying it is: substantive until the background, which holds the word lists, says otherwise. */
  readonly class: Signals['class'];
  /** Rules with something to say of a buyer's words; none until the background has said so. */
  readonly advice: readonly string[];
}

/** What this page life has seen of a conversation. Memory only: the log is the background's. */
export interface Live {
  readonly ref: ConversationRef;
  readonly messages: readonly LiveMessage[];
}

/** Enough for context and for the running wait; the log holds the rest. */
const KEPT = 60;
/** How many turns a suggestion is asked with. */
const CONTEXT = 8;

export type LiveConversations = Map<string, Live>;

/** Takes in a message; older ones beyond what context needs are let go. */
export function remember(
  all: LiveConversations,
  ref: ConversationRef,
  message: MessageSighting,
  seen: Pick<LiveMessage, 'id' | 'at'>,
): void {
  const before = all.get(ref.key)?.messages ?? [];
  all.set(ref.key, {
    ref,
    messages: [...before, { ...message, ...seen, class: 'substantive' as const, advice: [] }].slice(-KEPT),
  });
}

/** Takes in what the background made of messages, by the ids that they were logged under. */
export function learn(
  all: LiveConversations,
  { classes, advice }: Pick<Calls['append']['answer'], 'classes' | 'advice'>,
): void {
  for (const [key, live] of all) {
    let news = false;
    const messages = live.messages.map((one) => {
      const what = classes[one.id] ?? one.class;
      const rules = advice[one.id] ?? one.advice;
      if (what === one.class && rules === one.advice) return one;
      news = true;
      return { ...one, class: what, advice: rules };
    });
    if (news) all.set(key, { ...live, messages });
  }
}

export function forgetRecalled(
  all: LiveConversations,
  ref: ConversationRef,
  key: MessageSighting['key'],
): void {
  const live = all.get(ref.key);
  if (live)
    all.set(ref.key, { ...live, messages: live.messages.filter(({ key: k }) => k.value !== key.value) });
}

/** The last turns with words in them. */
export function turnsOf(live: Live | undefined): Turn[] {
  return (live?.messages ?? [])
    .filter(({ by, text }) => by !== 'system' && text !== '')
    .slice(-CONTEXT)
    .map(({ by, text }) => ({ by, text }));
}

/** What our side said here, so that nothing is offered twice. */
export function sentTexts(live: Live | undefined): string[] {
  return (live?.messages ?? []).filter(({ by }) => by === 'agent').map(({ text }) => text);
}

/** The buyer's last words if our side has not answered them yet. */
export function unanswered(live: Live | undefined): string | null {
  const last = (live?.messages ?? []).findLast(({ by }) => by === 'buyer' || by === 'agent');
  return last?.by === 'buyer' ? last.text : null;
}

/** The buyer's last words, answered or not. */
export function lastAsked(live: Live | undefined): string | undefined {
  return (live?.messages ?? []).findLast(({ by }) => by === 'buyer')?.text;
}
