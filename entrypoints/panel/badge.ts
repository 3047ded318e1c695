import type { Model } from '../chat.content/model.ts';
import type { Session } from '../chat.content/session.ts';

/** So long a page that was read may be without its chat before the toolbar says so: a re-mount is shorter. */
const AWAY_MS = 1_000;

/** Whether this state means that nothing is read; null while a page is still coming up. */
function isRead(state: Model['page'], before: boolean | null): boolean | null {
  if (state.kind === 'loading') return before === null ? null : false;
  return state.kind === 'ready' || state.kind === 'no-conversation';
}

/** Has the toolbar's badge say whether the page is read, long before the log calls its adapter broken. */
export function createBadge({
  call,
  signal,
}: Pick<Session, 'call' | 'signal'>): (page: Model['page']) => void {
  let told: boolean | null = null;
  let seen: Model['page'] | null = null;
  let due: ReturnType<typeof setTimeout> | undefined;
  const tell = (read: boolean) => {
    const news = read !== (told ?? true);
    told = read;
    // A new page has no badge yet.
    if (!news) return;
    // The badge is a courtesy: without it the panel still says what is wrong.
    call('health.tell', { health: read ? 'fine' : 'broken' }).catch((error: unknown) =>
      console.debug('counterside: no badge', error instanceof Error ? error.name : typeof error),
    );
  };
  return (page) => {
    if (page === seen) return;
    seen = page;
    clearTimeout(due);
    const read = isRead(page, told);
    if (read === null || read === told || signal.aborted) return;
    if (page.kind === 'loading') due = setTimeout(tell, AWAY_MS, read);
    else tell(read);
  };
}
