import type { ConversationRef } from '../../adapters/sighting.ts';
import type { PanelView, WaitView } from '../../components/panel/view.ts';
import { openWait } from '../../core/clock/open-wait.ts';
import type { LiveConversations } from '../chat.content/live.ts';
import type { Model } from '../chat.content/model.ts';

type Shown = Pick<PanelView, 'wait' | 'others'>;

/** Who waits as the panel shows it at one moment, and from when on (wall time, milliseconds) those times run. */
export interface Waits {
  readonly shown: Shown;
  readonly since: number;
  readonly longestSince: number;
}

const secondsFrom = (since: number, now: number) => Math.max(0, Math.floor((now - since) / 1_000));

/** Who waits at `now` (wall time, milliseconds), by the profile that this console's timer follows. */
export function waitsOf(model: Model, lives: LiveConversations, now: number): Waits {
  const { wait, since } = waitHere(model, lives, now);
  const waiters = waitersElsewhere(model, now);
  const longestSince = waiters[0]?.since ?? now;
  const others =
    waiters.length > 0 ? { count: waiters.length, longestSeconds: secondsFrom(longestSince, now) } : null;
  return { shown: { wait, others }, since, longestSince };
}

/** The same waits at a later moment, when nothing has happened but time. */
export function passed({ shown: { wait, others }, since, longestSince }: Waits, now: number): Shown {
  return {
    wait: 'seconds' in wait ? { ...wait, seconds: secondsFrom(since, now) } : wait,
    others: others && { ...others, longestSeconds: secondsFrom(longestSince, now) },
  };
}

function waitHere(
  { page, hello, listed, language }: Model,
  lives: LiveConversations,
  now: number,
): { readonly wait: WaitView; readonly since: number } {
  const standing = (kind: 'paused' | 'nobody') => ({ wait: { kind }, since: now });
  if (page.kind === 'unusable' || page.kind === 'broken') return standing('paused');
  if (page.kind !== 'ready' || hello === null) return standing('nobody');
  const { key } = page.conversation;
  const { profile } = hello;
  const wait = openWait(lives.get(key)?.messages ?? [], profile, now, listed.get(key) ?? null);
  if (wait.kind === 'nobody') return standing('nobody');
  const { kind, since } = wait;
  const seconds = secondsFrom(since, now);
  if (kind === 'held-off') return { wait: { kind, seconds }, since };
  const profileLabel = language === 'en' ? profile.labelEn : profile.label;
  const { targetSeconds } = profile;
  return { wait: { kind, seconds, targetSeconds, profileLabel, certainty: wait.certainty }, since };
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
