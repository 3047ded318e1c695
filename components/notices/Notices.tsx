import type { PostedNotice } from '../../scripts-library/notices.ts';
import { noticeText, type SayNotice } from '../i18n/notices.ts';
import type { NoticesView, OnRead } from './view.ts';

/** 今日口径 on top of the panel: what must be read stands open, the rest unfolds; each goes with 已读. */
export function Notices({ view, on }: { view: NoticesView; on: OnRead }) {
  if (view.notices.length === 0) return null;
  const say = noticeText(view.language);
  return (
    <section class="posted" aria-label={say('notices.title')}>
      <p class="row">
        <b>{say('notices.title')}</b>
        <small>{say('notices.unread', { n: view.notices.length })}</small>
      </p>
      {view.notices.map((notice) => (
        <One key={notice.key} notice={notice} say={say} on={on} />
      ))}
    </section>
  );
}

function One({ notice, say, on }: { notice: PostedNotice; say: SayNotice; on: OnRead }) {
  const { title, body, mustRead, expiry } = notice;
  return (
    <details open={mustRead}>
      <summary>
        {mustRead && <span class="must">{say('notices.must')}</span>}
        {title}
      </summary>
      <p class="words">{body}</p>
      <p class="row">
        <small>{expiry === undefined ? '' : say('notices.until', { time: expiry.replace('T', ' ') })}</small>
        <button
          type="button"
          class="plain"
          aria-label={say('notices.readOne', { title })}
          onClick={(event) => on(notice.key, event)}
        >
          {say('notices.read')}
        </button>
      </p>
    </details>
  );
}
