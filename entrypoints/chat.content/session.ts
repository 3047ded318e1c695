import type { Adapter } from '../../adapters/define.ts';
import type { Health } from '../../adapters/health.ts';
import type { Insertion } from '../../adapters/insert.ts';
import type { Edges } from '../../adapters/send-box.ts';
import type { Composer, ConversationRef, InsertOutcome } from '../../adapters/sighting.ts';
import type { Place } from '../../core/event.ts';
import type { call } from '../../messaging/call.ts';
import type { LiveConversations } from './live.ts';
import type { Model } from './model.ts';
import type { Observer } from './observe.ts';
import type { Wording } from './wording.ts';

/** One page life: what every part of the content script works with. The only thing that changes is the model. */
export interface Session {
  readonly adapter: Adapter;
  readonly page: Document;
  readonly lives: LiveConversations;
  readonly observe: Observer;
  readonly signal: AbortSignal;
  readonly wording: Wording;
  model(): Model;
  /** Replaces parts of the model and draws soon. */
  set(part: Partial<Model>): void;
  composer(): Composer | null;
  /** Writes into the message box, if the page still shows the conversation that the words are meant for. */
  insert(composer: Composer, words: Omit<Insertion, 'shows'>): Promise<InsertOutcome>;
  /** The editor with its send control, in pixels of the viewport; null while there is none. */
  sendBox(): Edges | null;
  /** How the adapter fits the page now; no chat text. */
  health(): Health;
  /** Asks the background; the panel carries no way of its own. */
  readonly call: typeof call;
  /** A new id for a draft or a case of this page life. */
  newId(): string;
}

/** The conversation on screen, or null. */
export function openConversation(session: Session): ConversationRef | null {
  const { page } = session.model();
  return page.kind === 'ready' ? page.conversation : null;
}

/** Where facts of this page belong; what the page has not shown yet is unknown. */
export function placeOf({ model, adapter }: Session): Place {
  const { page } = model();
  if (page.kind === 'ready' || page.kind === 'no-conversation') return page.place;
  return { console: adapter.id, shop: 'unknown', seat: 'unknown' };
}
