import { render } from 'preact';
import { Notices } from '../../components/notices/Notices.tsx';
import css from '../../components/notices/notices.css?inline';
import type { PostedNotice } from '../../scripts-library/notices.ts';
import type { PanelDoor } from '../chat.content/bridge.ts';
import { placeInPanel } from '../panel/place.ts';

const LOOK_MS = 60_000;

/** A moment as packs write it, on this machine's clock. */
function minuteNow(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const isPosted = ({ effective, expiry }: PostedNotice, now: string): boolean =>
  (effective ?? '') <= now && (expiry === undefined || now < expiry);

/** Draws what is to be read now whenever the panel is drawn, and once a minute, since notices begin and end. */
export function drawNotices(door: PanelDoor): void {
  const { session, follow } = door;
  const { target, settle } = placeInPanel(door, 'notices', css);

  const read = (notice: string, event: Event) => {
    const { hello } = session.model();
    if (!event.isTrusted || !hello) return;
    session.observe.desk({ kind: 'notice-read', notice });
    session.set({ hello: { ...hello, notices: hello.notices.filter(({ key }) => key !== notice) } });
  };
  const draw = () => {
    settle();
    const { language, hello } = session.model();
    const now = minuteNow();
    const notices = (hello?.notices ?? []).filter((notice) => isPosted(notice, now));
    render(<Notices view={{ language, notices }} on={read} />, target);
  };
  const timer = setInterval(draw, LOOK_MS);
  session.signal.addEventListener('abort', () => clearInterval(timer));
  follow(draw);
}
