import { render } from 'preact';
import { Proposing } from '../../components/proposing/Proposing.tsx';
import css from '../../components/proposing/proposing.css?inline';
import type { Outcome, ProposingView, ProposingWish } from '../../components/proposing/view.ts';
import { chordOf, printed } from '../../core/chord.ts';
import { call } from '../../messaging/call.ts';
import type { PanelDoor } from '../chat.content/bridge.ts';
import type { Live, LiveMessage } from '../chat.content/live.ts';
import { openConversation, placeOf } from '../chat.content/session.ts';
import { placeInPanel } from '../panel/place.ts';

const CHORD = 'Alt+S';
/** Shorter ones are hardly worth a script. */
const LEAST_LETTERS = 8;

/** What our side has just said here, if it says something; the buyer's next words end the offer. */
function justSent(live: Live | undefined): LiveMessage | null {
  const last = live?.messages.at(-1);
  if (last?.by !== 'agent' || last.seen !== 'live' || last.class !== 'substantive') return null;
  return last.text.trim().length < LEAST_LETTERS ? null : last;
}

/** What the buyer wrote before it, in a row. */
function askedBefore(live: Live, sent: LiveMessage): string {
  const before = live.messages.slice(0, live.messages.indexOf(sent));
  const asked: string[] = [];
  for (const { by, text } of before.reverse()) {
    if (by === 'buyer') asked.unshift(text);
    else if (asked.length > 0) break;
  }
  return asked.join(' ').slice(-400);
}

/** Draws the line and hands in what a person wishes to be saved. */
export function drawProposing(door: PanelDoor): void {
  const { session, follow } = door;
  const { adapter, signal } = session;
  const { target, settle } = placeInPanel(door, 'proposing', css);
  const key = adapter.ownShortcuts.includes(CHORD) ? null : printed(CHORD);
  /** What became of a message, by the id that it was logged under. */
  const settled = new Map<string, { readonly proposal: string; readonly outcome: Outcome } | 'not'>();

  const here = () => {
    const open = openConversation(session);
    const live = open ? session.lives.get(open.key) : undefined;
    const sent = justSent(live);
    return open && live && sent ? { open, live, sent } : null;
  };
  const homeOf = (conversation: string) => ({ place: placeOf(session), conversation });

  const lineNow = (): ProposingView['line'] => {
    const now = here();
    const done = now && settled.get(now.sent.id);
    if (!now || done === 'not') return { kind: 'none' };
    return done ? { kind: 'done', outcome: done.outcome } : { kind: 'offer', text: now.sent.text };
  };

  const draw = () => {
    settle();
    render(<Proposing view={{ language: session.model().language, line: lineNow(), key }} on={on} />, target);
  };

  const save = async (): Promise<void> => {
    const now = here();
    if (!now || lineNow().kind !== 'offer') return;
    const { sent, live, open } = now;
    const proposal = session.newId();
    const ask = { id: proposal, home: homeOf(open.key), asked: askedBefore(live, sent), text: sent.text };
    const outcome = await call('proposal.keep', ask).then(
      (answer) => answer.outcome,
      () => 'failed' as const,
    );
    if (outcome !== 'failed') settled.set(sent.id, { proposal, outcome });
    draw();
  };

  const undo = async (): Promise<void> => {
    const now = here();
    const done = now && settled.get(now.sent.id);
    if (!now || !done || done === 'not') return;
    await call('proposal.drop', { id: done.proposal, home: homeOf(now.open.key) });
    settled.delete(now.sent.id);
    draw();
  };

  const on = (wish: ProposingWish, event: Event): void => {
    if (!event.isTrusted) return;
    if (wish === 'save') void save();
    else if (wish === 'undo') void undo().catch(draw);
    else {
      const now = here();
      if (now) settled.set(now.sent.id, 'not');
      draw();
    }
  };

  if (key !== null)
    window.addEventListener(
      'keydown',
      (event) => {
        if (
          !event.isTrusted ||
          event.repeat ||
          event.isComposing ||
          chordOf(event) !== CHORD ||
          lineNow().kind !== 'offer'
        )
          return;
        event.preventDefault();
        event.stopImmediatePropagation();
        void save();
      },
      { capture: true, signal },
    );
  follow(draw);
}
