import { call } from '../../messaging/call.ts';
import type { SlotValues, Suggestion } from '../../scripts-library/suggest/suggestion.ts';
import { sentTexts, turnsOf, unanswered } from './live.ts';
import { arrive } from './replies.ts';
import { openConversation, placeOf, type Session } from './session.ts';

/** What the page knows, for the holes of a script. */
function slotsOf(session: Session): SlotValues {
  const { page, hello } = session.model();
  if (page.kind !== 'ready') return {};
  const { buyer } = page.conversation;
  const salutation = hello?.settings.salutation;
  return {
    ...(salutation ? { 称呼: salutation } : {}),
    ...(buyer ? { 买家昵称: buyer } : {}),
    ...(page.order ? { 订单号: page.order } : {}),
    ...(page.place.shop === 'unknown' ? {} : { 店铺: page.place.shop }),
  };
}

async function ask(session: Session, key: string, query: string | undefined): Promise<readonly Suggestion[]> {
  const live = session.lives.get(key);
  const { suggestions } = await call('suggest', {
    place: placeOf(session),
    turns: turnsOf(live),
    slots: slotsOf(session),
    sent: sentTexts(live),
    ...(query === undefined ? {} : { query }),
  });
  return suggestions;
}

/** A question that the background did not answer: nothing is offered now. */
async function quietly(work: Promise<void>, otherwise: () => void = () => undefined): Promise<void> {
  try {
    await work;
  } catch (error) {
    otherwise();
    console.debug('counterside: no answer', error instanceof Error ? error.name : typeof error);
  }
}

/** How long to leave a background that did not answer, in milliseconds: it may be starting. */
const AGAIN_MS = 1_000;
const asksAgain = new WeakSet<Session>();

function askAgain(session: Session): void {
  if (session.signal.aborted || asksAgain.has(session)) return;
  asksAgain.add(session);
  setTimeout(() => {
    asksAgain.delete(session);
    void askSuggestions(session);
  }, AGAIN_MS);
}

/**
 * Offers replies for the open conversation if its buyer waits for one. Burst-safe: the last question counts.
 * Asks again while the background does not answer and the question stands.
 */
export function askSuggestions(session: Session): Promise<void> {
  const open = openConversation(session);
  const because = open && unanswered(session.lives.get(open.key));
  if (!open || !because) return Promise.resolve();
  const loading = () => session.model().replies.kind === 'loading';
  if (session.model().replies.kind === 'none')
    session.set({ replies: { kind: 'loading', conversation: open.key } });
  return quietly(
    ask(session, open.key, undefined).then((items) => {
      // The buyer may have written again, or the agent may have turned to someone else meanwhile.
      const now = openConversation(session);
      if (now?.key !== open.key || unanswered(session.lives.get(open.key)) !== because) return;
      const { replies, draft } = session.model();
      const answer = { conversation: open.key, because, items };
      session.set({ replies: arrive(replies, answer, draft.text !== '') });
      if (items.length > 0)
        session.observe.conversation(open, { kind: 'suggestion-shown', scripts: items.map((i) => i.script) });
    }),
    () => {
      if (loading()) session.set({ replies: { kind: 'none' } });
      askAgain(session);
    },
  );
}

/** Searches the library by the agent's words. An empty query opens the box with nothing found yet. */
export function askSearch(session: Session, query: string): Promise<void> {
  session.set({ search: { query, items: session.model().search?.items ?? [] } });
  const key = openConversation(session)?.key ?? '';
  if (query.trim() === '') {
    session.set({ search: { query, items: [] } });
    return Promise.resolve();
  }
  return quietly(
    ask(session, key, query).then((items) => {
      if (session.model().search?.query === query) session.set({ search: { query, items } });
    }),
  );
}

/** Today's figures for the 今日 tab. */
export function askToday(session: Session): Promise<void> {
  return quietly(call('today', { console: session.adapter.id }).then((today) => session.set({ today })));
}
