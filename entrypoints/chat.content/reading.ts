import type { ConversationRef, PageState, Sighting } from '../../adapters/sighting.ts';
import type { MessageSighting } from '../../core/event.ts';
import type { Advice } from './advice.ts';
import { askSuggestions } from './answers.ts';
import { forgetRecalled, remember } from './live.ts';
import { newlyWaiting } from './observe.ts';
import { openConversation, type Session } from './session.ts';
import type { Writing } from './writing.ts';

/** Takes in what `watch` saw: to the log, to the running waits, and to what is offered. */
export function createReading(
  session: Session,
  writing: Writing,
  advice: Advice,
): (sightings: readonly Sighting[]) => void {
  let healthy: boolean | null = null;
  /** Whether an own message came in this batch: for the draft, a burst of them is one. */
  let answered = false;

  const health = (state: PageState) => {
    const next = state.kind !== 'broken';
    if (state.kind === 'loading' || next === healthy) return;
    healthy = next;
    session.observe.desk(
      state.kind === 'broken'
        ? { kind: 'adapter-broken', missing: state.missing }
        : { kind: 'adapter-healthy' },
    );
  };

  const onState = (state: PageState) => {
    health(state);
    session.set({ page: state });
    writing.refresh();
  };

  const onOpened = (ref: ConversationRef) => {
    session.observe.conversation(ref, { kind: 'conversation-opened' });
    session.set({ replies: { kind: 'none' }, search: null, case: null, holes: [], notice: null });
  };

  const onMessage = (ref: ConversationRef, message: MessageSighting) => {
    const id = session.observe.conversation(ref, message);
    remember(session.lives, ref, message, { id, at: Date.now() });
    if (openConversation(session)?.key !== ref.key) return;
    if (message.by === 'agent' && message.seen === 'live') {
      answered = true;
    }
  };

  const onWaiting = (rows: Extract<Sighting, { kind: 'waiting' }>['rows']) => {
    for (const { conversation, unread, rowTime } of newlyWaiting(session.model().waiting, rows))
      session.observe.conversation(conversation, { kind: 'list-seen', unread, rowTime });
    const { listed } = session.model();
    const seen = rows.map(({ conversation: { key } }) => [key, listed.get(key) ?? Date.now()] as const);
    session.set({ waiting: rows, listed: new Map(seen) });
  };

  const onSighting = (sighting: Sighting) => {
    switch (sighting.kind) {
      case 'state':
        return onState(sighting.state);
      case 'opened':
        return onOpened(sighting.conversation);
      case 'closed':
        session.observe.conversation(sighting.conversation, { kind: 'conversation-closed' });
        return;
      case 'message':
        return onMessage(sighting.conversation, sighting.message);
      case 'recalled':
        forgetRecalled(session.lives, sighting.conversation, sighting.key);
        session.observe.conversation(sighting.conversation, { kind: 'message-recalled', key: sighting.key });
        return;
      case 'waiting':
        return onWaiting(sighting.rows);
    }
  };
  /** A burst is one question: ask once for all that came together. */
  const asks = (sighting: Sighting) =>
    sighting.kind === 'opened' || (sighting.kind === 'message' && sighting.message.by === 'buyer');
  return (sightings) => {
    answered = false;
    sightings.forEach(onSighting);
    if (answered) {
      writing.sent();
      session.set({ replies: { kind: 'none' }, holes: [] });
    }
    if (sightings.some(({ kind }) => kind === 'opened' || kind === 'message')) advice.changed();
    if (sightings.some(asks)) void askSuggestions(session);
  };
}
