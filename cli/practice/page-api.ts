import type { PracticeMessage } from './snapshot.ts';

/**
 * What a practice page offers tests as `window.practice`, in the page's own world. A promise resolves once
 * the page shows the change; ids are the console's message ids.
 */
export interface PracticePage {
  buyerSays(uid: string, text: string): Promise<string>;
  /** A human reply that was not typed here: from the phone, or by a colleague. */
  agentSays(uid: string, text: string): Promise<string>;
  robotSays(uid: string, text: string, variant?: string): Promise<string>;
  systemSays(uid: string, text: string, variant?: string): Promise<string>;
  image(uid: string, by?: 'buyer' | 'agent'): Promise<string>;
  card(uid: string, by?: 'buyer' | 'agent' | 'robot'): Promise<string>;
  orderCard(uid: string, order: string): Promise<string>;
  recall(id: string): Promise<null>;
  newBuyer(uid: string, name: string, order?: string | null): Promise<null>;
  /** Opens a conversation as the agent's click does; null closes it. */
  open(uid: string | null): Promise<void>;
  /** The message list's node is thrown away and made anew. */
  remount(): Promise<void>;
  kick(): Promise<void>;
  connecting(on: boolean): Promise<void>;
  block(reason: 'login' | 'scan' | 'no-permission' | null): Promise<void>;
  /** Back to the story's beginning, in every tab. */
  reset(): Promise<void>;
  setEnterSends(on: boolean): Promise<void>;
  active(): string | null;
  buyers(): { uid: string; name: string }[];
  messages(uid: string): PracticeMessage[];
  /** What went out through the page's own composer. */
  sent(): { uid: string; id: string; at: number; text: string }[];
  /** The composer's text as the page's model has it, whatever the textarea shows. */
  draft(): string;
}

declare global {
  interface Window {
    practice: PracticePage;
  }
}
