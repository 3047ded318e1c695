import { saveHandOver } from '../../components/case/save-hand-over.ts';
import { type CardView, type CaseNotice, type CaseWish, noticeOf } from '../../components/case/view.ts';
import type { BuyerCard, DeskCatalogue, Home } from '../../core/desk.ts';
import { call } from '../../messaging/call.ts';
import { type Live, turnsOf } from '../chat.content/live.ts';
import { openConversation, placeOf, type Session } from '../chat.content/session.ts';

interface State {
  readonly card: CardView;
  readonly notice: CaseNotice | null;
  readonly suggested: string | null;
}

/** Messages go to the log in gathered batches; a background that starts takes longer. */
const AFTER_MESSAGE_MS = [1_000, 4_000];

const LOADING: State = { card: { kind: 'loading' }, notice: null, suggested: null };

export interface CaseActs {
  /** What is known of a conversation; asks for its card when it is another one or is looked at again. */
  stateFor(conversation: string | null, looking: boolean): State;
  act(wish: CaseWish): Promise<void>;
}

/** Reads the open conversation's card and keeps what a person does; each act is one call, kept whole or not at all. */
export function createCaseActs(session: Session, draw: () => void): CaseActs {
  let catalogue: DeskCatalogue | null = null;
  let about: string | null = null;
  let looked = false;
  let seen: Live | undefined;
  let state = LOADING;

  const set = (part: Partial<State>) => {
    state = { ...state, ...part };
    draw();
  };

  const homeHere = (): Home | null => {
    const open = openConversation(session);
    return open && { place: placeOf(session), conversation: open.key, buyer: open.buyer };
  };

  /** Takes over a card unless the agent has turned to somebody else meanwhile. */
  const show = (card: BuyerCard, key: string, notice: CaseNotice | null) => {
    if (openConversation(session)?.key !== key || catalogue === null) return;
    const { open } = card;
    const badge = open && {
      id: open.id,
      category: open.category,
      fields: open.fields,
      openedAt: open.openedAt,
    };
    state = { ...state, card: { kind: 'known', card, catalogue }, notice };
    session.set({ case: badge });
    draw();
  };

  async function load(key: string): Promise<void> {
    const home = homeHere();
    if (!home) return;
    const { place, conversation } = home;
    try {
      catalogue ??= await call('desk.catalogue', null);
      show(await call('desk.card', { place, conversation }), key, key === about ? state.notice : null);
    } catch (error) {
      console.debug('counterside: no card', error instanceof Error ? error.name : typeof error);
      if (openConversation(session)?.key === key) set({ card: { kind: 'failed' } });
    }
  }

  /** What the conversation seems to be about; without an answer the agent picks from nothing. */
  async function suggest(key: string): Promise<void> {
    const turns = turnsOf(session.lives.get(key));
    if (turns.length === 0) return;
    try {
      const { category } = await call('case.suggest', { place: placeOf(session), turns });
      if (openConversation(session)?.key === key && category !== state.suggested)
        set({ suggested: category });
    } catch (error) {
      console.debug('counterside: no class', error instanceof Error ? error.name : typeof error);
    }
  }

  /** A message may bring a promise with it: the card is asked for again once the log has had the time to take it. */
  function listen(key: string): void {
    const live = session.lives.get(key);
    if (live === seen) return;
    seen = live;
    void suggest(key);
    for (const wait of AFTER_MESSAGE_MS)
      setTimeout(() => {
        if (about === key && !session.signal.aborted) void load(key);
      }, wait);
  }

  async function keep(wish: CaseWish, home: Home): Promise<void> {
    const { place, conversation } = home;
    if (wish.kind === 'buyer') {
      await call('buyer.save', { place, conversation, tags: wish.tags, note: wish.note });
      show(await call('desk.card', { place, conversation }), conversation, { key: 'note.kept' });
      return;
    }
    const card = await call('desk.act', { id: session.newId(), home, acts: wish.acts });
    if (wish.kind === 'hand') await navigator.clipboard.writeText(wish.text);
    if (wish.kind === 'hand-file') saveHandOver(wish.file);
    if (card) show(card, conversation, noticeOf(wish));
  }

  return {
    stateFor: (conversation, looking) => {
      const again = looking && !looked;
      looked = looking;
      if (conversation !== null && (conversation !== about || again)) {
        if (conversation !== about) state = LOADING;
        void load(conversation);
        if (looking) void suggest(conversation);
      }
      if (conversation !== null && looking) listen(conversation);
      about = conversation;
      return state;
    },
    act: async (wish) => {
      const home = homeHere();
      if (!home) return;
      try {
        await keep(wish, home);
      } catch (error) {
        console.debug('counterside: not kept', error instanceof Error ? error.name : typeof error);
        set({ notice: { key: 'note.failed' } });
      }
    },
  };
}
