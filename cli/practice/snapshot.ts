import type { Content } from './story.ts';

export type Speaker = 'buyer' | 'agent' | 'robot' | 'system';

/** One message as the marketplace's server would hold it. */
export interface PracticeMessage {
  readonly id: string;
  readonly by: Speaker;
  readonly content: Content;
  /**
   * How the console draws it. 拼多多: `callback` (a robot row without its label), `msg-31`, `lead`.
   * 飞鸽: `merchant`, `system` (the marker line of an automatic reply), `leave`, `Welcome`, `CsAssign`,
   * `transfer`, `llm`, `close`.
   */
  readonly variant: string;
  readonly at: number;
  /** Sent through the page's own composer, not by a story or a test. */
  readonly composed: boolean;
  readonly read: boolean;
  readonly recalled: boolean;
}

export interface PracticeConversation {
  readonly uid: string;
  readonly name: string;
  readonly order: string | null;
  readonly item: { readonly id: string; readonly title: string; readonly price: string } | null;
  readonly unread: number;
  readonly messages: readonly PracticeMessage[];
}

export interface Snapshot {
  readonly shop: string;
  readonly seat: string;
  readonly opens: string | null;
  readonly conversations: readonly PracticeConversation[];
}

/** What a page must apply to stay equal to the world. */
export type Change =
  | { readonly kind: 'reset'; readonly snapshot: Snapshot }
  | { readonly kind: 'arrived'; readonly conversation: PracticeConversation }
  | {
      readonly kind: 'said';
      readonly uid: string;
      readonly unread: number;
      readonly message: PracticeMessage;
    }
  | { readonly kind: 'recalled'; readonly uid: string; readonly id: string }
  | { readonly kind: 'seen'; readonly uid: string };

export interface Saying {
  readonly by: Speaker;
  readonly content: Content;
  readonly variant?: string;
  readonly composed?: boolean;
}
