import type { ConversationRef } from '../../adapters/sighting.ts';
import type { PanelView, WaitView } from '../../components/panel/view.ts';
import { openWait } from '../../core/clock/open-wait.ts';
import type { LiveConversations } from '../chat.content/live.ts';
import type { Model } from '../chat.content/model.ts';

/** Who waits at `now` (wall time, milliseconds), by the profile that this console's timer follows. */
export function waitsOf(
  model: Model,
  lives: LiveConversations,
  now: number,
): { readonly wait: WaitView; readonly others: PanelView['others'] } {
  return { wait: waitHere(model, lives, now), others: waitElsewhere(model, now) };
}

function waitHere({ page, hello, listed, language }: Model, lives: LiveConversations, now: number): WaitView {
  if (page.kind === 'unusable' || page.kind === 'broken') return { kind: 'paused' };
  if (page.kind !== 'ready' || hello === null) return { kind: 'nobody' };
  const { key } = page.conversation;
  const { profile } = hello;
  const wait = openWait(lives.get(key)?.messages ?? [], profile, now, listed.get(key) ?? null);
  if (wait.kind === 'nobody') return wait;
  const seconds = Math.floor(wait.seconds);
  if (wait.kind === 'held-off') return { kind: 'held-off', seconds };
  const profileLabel = language === 'en' ? profile.labelEn : profile.label;
  return {
    kind: 'waiting',
    seconds,
    targetSeconds: profile.targetSeconds,
    profileLabel,
    certainty: wait.certainty,
  };
}

/** A row that waits in the console's list, and since when (wall time, milliseconds). */
export interface Waiter {
  readonly conversation: ConversationRef;
  readonly since: number;
}

/** Who waits in the list, the longest first, but for the open conversation, which has its own timer. */
export function waitersElsewhere({ page, waiting, listed }: Model, now: number): readonly Waiter[] {
  if (page.kind === 'unusable' || page.kind === 'broken') return [];
  const open = page.kind === 'ready' ? page.conversation.key : null;
  return waiting
    .filter(({ conversation }) => conversation.key !== open)
    .map(({ conversation, rowTime }) => ({
      conversation,
      since: rowTime.precision === 'none' ? (listed.get(conversation.key) ?? now) : rowTime.at,
    }))
    .sort((a, b) => a.since - b.since);
}

function waitElsewhere(model: Model, now: number): PanelView['others'] {
  const waiters = waitersElsewhere(model, now);
  const [longest] = waiters;
  if (!longest) return null;
  return { count: waiters.length, longestSeconds: Math.max(0, Math.floor((now - longest.since) / 1000)) };
}
