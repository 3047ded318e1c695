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
  /** Something was said, another conversation was opened, or the rules have come. */
  changed(): void;
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

  /** What the buyer gives away of themselves is no advice to us; it is redacted where it is kept. */
  const ofBuyer = (messages: readonly LiveMessage[]): string[] => {
    const from = messages.findLastIndex(({ by }) => by === 'agent') + 1;
    return messages
      .slice(from)
      .filter(({ by }) => by === 'buyer')
      .flatMap(({ text }) => session.screen?.(text, { by: 'buyer', platform: session.adapter.id }) ?? [])
      .filter(({ category }) => category !== 'pii')
      .map(({ rule }) => rule);
  };

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

  return {
    changed: () => {
      clearTimeout(timer);
      const open = openConversation(session);
      const messages = (open && session.lives.get(open.key)?.messages) ?? [];
      show(ofBuyer(messages));
      const last = messages.findLast(({ by }) => by === 'buyer' || by === 'agent');
      if (open && last?.by === 'agent' && last.seen === 'live') timer = setTimeout(judge, TURN_MS, open);
    },
  };
}
