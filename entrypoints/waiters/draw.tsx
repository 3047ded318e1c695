import { render } from 'preact';
import { contactRow } from '../../adapters/read-contacts.ts';
import type { WaitersView, WaitersWish } from '../../components/waiters/view.ts';
import { Waiters } from '../../components/waiters/Waiters.tsx';
import css from '../../components/waiters/waiters.css?inline';
import { type Chord, chordOf, printed } from '../../core/chord.ts';
import type { PanelDoor } from '../chat.content/bridge.ts';
import { openConversation } from '../chat.content/session.ts';
import { placeInPanel } from '../panel/place.ts';
import { waitersElsewhere } from '../panel/waits.ts';
import { createMuting } from './muting.ts';

/** A page that takes our click has turned to the conversation by then. */
const HEARD_MS = 1_000;
const MARK = { outline: '3px solid #d97706', outlineOffset: '-3px' };
const MARK_MS = 5_000;

/** A press where a person would press: what stands in the middle of the row hears it first. */
function pressRow(row: HTMLElement): void {
  row.scrollIntoView({ block: 'nearest' });
  const { left, top, width, height } = row.getBoundingClientRect();
  const middle = row.ownerDocument.elementFromPoint(left + width / 2, top + height / 2);
  (middle instanceof HTMLElement && row.contains(middle) ? middle : row).click();
}

/** Reminds of who waits too long elsewhere, and opens the longest waiter on its key, and on nothing else. */
export function drawWaiters(door: PanelDoor): void {
  const { session, follow } = door;
  const { adapter, page, signal } = session;
  const { target, settle } = placeInPanel(door, 'waiters', css);
  const muting = createMuting();
  /** The key as it is set now; null where there is none or the console has it for itself. */
  const keyNow = (): Chord | null => {
    const chord = session.model().hello?.settings.waiterKey ?? '';
    return chord === '' || adapter.ownShortcuts.includes(chord) ? null : chord;
  };
  /** Whom the key did not open, and why. */
  let stuck: { readonly key: string; readonly why: NonNullable<WaitersView['trouble']> } | null = null;

  const waitersNow = (now: number) => waitersElsewhere(session.model(), now);

  const lateNow = (now: number) => {
    const profile = session.model().hello?.profile;
    if (!profile) return [];
    const late = waitersNow(now).filter(({ since }) => now - since > profile.targetSeconds * 1_000);
    return muting.audible(late, now);
  };

  const draw = () => {
    settle();
    const now = Date.now();
    const late = lateNow(now);
    const [longest] = late;
    if (!waitersNow(now).some(({ conversation }) => conversation.key === stuck?.key)) stuck = null;
    const key = keyNow();
    const view: WaitersView = {
      language: session.model().language,
      late: longest
        ? {
            count: late.length,
            name: longest.conversation.buyer,
            seconds: Math.floor((now - longest.since) / 1_000),
          }
        : null,
      key: key && printed(key),
      trouble: stuck?.why ?? null,
    };
    render(<Waiters view={view} on={on} />, target);
  };

  const on = (wish: WaitersWish, event: Event) => {
    if (!event.isTrusted) return;
    const now = Date.now();
    const [longest] = lateNow(now);
    if (wish === 'mute-all') muting.muteAll(now);
    else if (longest) muting.muteOne(longest);
    draw();
  };

  const openLongest = () => {
    const now = Date.now();
    const [longest] = waitersNow(now);
    if (!longest) return false;
    const wanted = longest.conversation.key;
    const row = contactRow(adapter, page, wanted, now);
    stuck = row ? null : { key: wanted, why: 'missing' };
    if (row) {
      pressRow(row);
      setTimeout(() => {
        if (signal.aborted || openConversation(session)?.key === wanted) return;
        stuck = { key: wanted, why: 'unheard' };
        // Shows where to click without touching what the page wrote.
        row.animate([MARK, MARK], MARK_MS);
        draw();
      }, HEARD_MS);
    }
    draw();
    return true;
  };

  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted || event.repeat || event.isComposing) return;
      const chord = chordOf(event);
      if (chord === null || chord !== keyNow() || !openLongest()) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    { capture: true, signal },
  );
  follow(draw);
}
