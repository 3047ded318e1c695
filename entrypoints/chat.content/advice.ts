import type { ConversationRef } from '../../adapters/sighting.ts';
import { call } from '../../messaging/call.ts';
import type { Live, LiveMessage } from './live.ts';
import { openConversation, placeOf, type Session } from './session.ts';

/** A turn of ours is over when we have said nothing more for so long. Milliseconds. */
const TURN_MS = 20_000;
/** More would be a lecture. */
const MOST = 2;

const ours = ({ by, text }: LiveMessage) => by === 'agent' && text !== '';

/** The conversation cut before our side's last words since the buyer's: what came before, and those words. */
export function lastTurn({ messages }: Live): {
  before: readonly LiveMessage[];
  turn: readonly LiveMessage[];
} {
  const from = messages.findLastIndex(({ by }) => by === 'buyer') + 1;
  return { before: messages.slice(0, from), turn: messages.slice(from) };
}

export interface Advice {
  /** Something was said, or another conversation was opened. */
  changed(): void;
  /** The background has said what it makes of messages. */
  learned(): void;
}

/**
 * Advice on what was written, never on a draft: what the buyer's unanswered words hold (a wish to leave the platform, a
 * threat, abuse), and what the rules say of a turn of ours once it is over. All of it is 提示; nothing is held for it.
 */
export function createAdvice(session: Session): Advice {
  let timer: ReturnType<typeof setTimeout> | undefined;
  session.signal.addEventListener('abort', () => clearTimeout(timer));

  const show = (rules: readonly string[]) => {
    const advice = [...new Set(rules)].slice(0, MOST);
    if (advice.join() !== session.model().advice.join()) session.set({ advice });
  };

  const ofBuyer = (messages: readonly LiveMessage[]): string[] =>
    messages
      .slice(messages.findLastIndex(({ by }) => by === 'agent') + 1)
      .filter(({ by }) => by === 'buyer')
      .flatMap(({ advice }) => advice);

  const judge = async ({ key }: ConversationRef) => {
    const live = session.lives.get(key);
    if (!live || openConversation(session)?.key !== key) return;
    const { before, turn } = lastTurn(live);
    const replies = turn.filter(ours).map(({ text }) => text);
    if (replies.length === 0) return;
    const earlier = before.filter(ours).map(({ text }) => text);
    const welcomed = live.messages.some(({ by }) => by === 'robot');
    try {
      const { rules } = await call('turn.judge', { place: placeOf(session), replies, earlier, welcomed });
      if (session.lives.get(key) === live && openConversation(session)?.key === key) show(rules);
    } catch (error) {
      console.debug('counterside: no judgement', error instanceof Error ? error.name : typeof error);
    }
  };

  const messagesHere = (): readonly LiveMessage[] =>
    session.lives.get(openConversation(session)?.key ?? '')?.messages ?? [];

  return {
    learned: () => {
      const messages = messagesHere();
      // What stands after words of ours is what was judged of them.
      if (messages.findLast(({ by }) => by === 'buyer' || by === 'agent')?.by === 'buyer')
        show(ofBuyer(messages));
    },
    changed: () => {
      clearTimeout(timer);
      const open = openConversation(session);
      const messages = messagesHere();
      show(ofBuyer(messages));
      const last = messages.findLast(({ by }) => by === 'buyer' || by === 'agent');
      if (open && last?.by === 'agent' && last.seen === 'live') timer = setTimeout(judge, TURN_MS, open);
    },
  };
}
