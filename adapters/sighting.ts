import type { MessageSighting, Place, SentAt } from '../core/event.ts';

/** A conversation as the console names it. `buyer` is the shown (often masked) name: names collide, keys do not. */
export interface ConversationRef {
  readonly key: string;
  readonly buyer: string | null;
}

/** A row of the console's conversation list in which a buyer waits. */
export interface WaitingRow {
  readonly conversation: ConversationRef;
  readonly unread: number | null;
  readonly rowTime: SentAt;
}

/** What the buyer asks about, as the page shows it. */
export interface Item {
  readonly id: string | null;
  readonly title: string | null;
  readonly price: string | null;
}

/** What the page is, apart from its messages. Timers run only while `ready`. */
export type PageState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-conversation'; readonly place: Place }
  | {
      readonly kind: 'ready';
      readonly place: Place;
      readonly conversation: ConversationRef;
      readonly order: string | null;
      readonly item?: Item;
    }
  | {
      readonly kind: 'unusable';
      readonly reason: 'kicked' | 'login' | 'connecting' | 'no-permission';
      readonly shown: string;
    }
  | { readonly kind: 'broken'; readonly missing: readonly string[] };

/** What `watch` reports, each fact once, in page order. */
export type Sighting =
  | { readonly kind: 'state'; readonly state: PageState }
  | { readonly kind: 'opened' | 'closed'; readonly conversation: ConversationRef }
  | { readonly kind: 'message'; readonly conversation: ConversationRef; readonly message: MessageSighting }
  | {
      readonly kind: 'recalled';
      readonly conversation: ConversationRef;
      readonly key: MessageSighting['key'];
    }
  /** The whole set of rows that wait now; empty when nobody does. */
  | { readonly kind: 'waiting'; readonly rows: readonly WaitingRow[] };

/** What became of an insert. Nothing is ever inserted twice, and nothing is ever sent. */
export type InsertOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'conversation-changed' | 'composer-missing' | 'not-taken' | 'composing';
    };

/** The console's message box, whatever editor it is. Offsets are UTF-16 units in `read()`. */
export interface Composer {
  readonly element: HTMLElement;
  readonly kind: 'textarea' | 'contenteditable';
  read(): string;
  /** Selected span, collapsed at the caret; null if the editor does not tell. */
  selection(): { readonly start: number; readonly end: number } | null;
  select(start: number, end: number): void;
  /** Where a half-open span stands in the page's document; null in a textarea, whose words no range reaches. */
  range(start: number, end: number): Range | null;
}
