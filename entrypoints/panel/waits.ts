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

/** Rows that wait in the console's list, but for the open conversation, which has its own timer. */
function waitElsewhere({ page, waiting, listed }: Model, now: number): PanelView['others'] {
  if (page.kind === 'unusable' || page.kind === 'broken') return null;
  const open = page.kind === 'ready' ? page.conversation.key : null;
  const since = waiting
    .filter(({ conversation }) => conversation.key !== open)
    .map(({ conversation, rowTime }) =>
      rowTime.precision === 'none' ? (listed.get(conversation.key) ?? now) : rowTime.at,
    );
  if (since.length === 0) return null;
  return { count: since.length, longestSeconds: Math.max(0, Math.floor((now - Math.min(...since)) / 1000)) };
}
