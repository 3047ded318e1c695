import { crowd } from './crowd.ts';
import type { Change, PracticeConversation, PracticeMessage, Saying, Snapshot } from './snapshot.ts';
import type { Content, Story } from './story.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Held = Mutable<Omit<PracticeConversation, 'messages'>> & { messages: Mutable<PracticeMessage>[] };

/** The marketplace behind one console: conversations that outlive a reload and are the same in every tab. */
export class World {
  readonly story: Story;
  version = 0;
  #conversations = new Map<string, Held>();
  #ids = new Set<string>();
  #listeners = new Set<(change: Change, version: number) => void>();

  /** `now` is the story's present; its history lies before it. */
  constructor(story: Story, now: number) {
    this.story = story;
    this.#begin(now);
  }

  /** Calls back on every change, in order, until the signal ends it. */
  watch(listener: (change: Change, version: number) => void, { signal }: { signal: AbortSignal }): void {
    this.#listeners.add(listener);
    signal.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  snapshot(): Snapshot {
    const { shop, seat, opens } = this.story;
    return structuredClone({ shop, seat, opens, conversations: [...this.#conversations.values()] });
  }

  /** Adds a conversation without messages; throws if the uid is taken. */
  arrive(uid: string, name: string, order: string | null = null): void {
    if (this.#conversations.has(uid)) throw new Error(`there is already a buyer ${uid}`);
    const conversation: Held = { uid, name, order, item: null, unread: 0, messages: [] };
    this.#conversations.set(uid, conversation);
    this.#tell({ kind: 'arrived', conversation: structuredClone(conversation) });
  }

  /** Somebody says something; returns the new message's id. */
  say(uid: string, saying: Saying, at: number): string {
    const conversation = this.#conversation(uid);
    const message = this.#append(conversation, saying, at);
    if (saying.by === 'buyer') conversation.unread += 1;
    if (saying.by === 'agent') conversation.unread = 0;
    this.#tell({ kind: 'said', uid, unread: conversation.unread, message: structuredClone(message) });
    return message.id;
  }

  /** Takes a message back; throws if nobody said it. */
  recall(id: string): void {
    for (const { uid, messages } of this.#conversations.values()) {
      const message = messages.find((one) => one.id === id);
      if (!message) continue;
      message.recalled = true;
      this.#tell({ kind: 'recalled', uid, id });
      return;
    }
    throw new Error(`there is no message ${id}`);
  }

  /** The agent looked at the conversation: nothing in it is unread. */
  see(uid: string): void {
    const conversation = this.#conversation(uid);
    if (conversation.unread === 0) return;
    conversation.unread = 0;
    this.#tell({ kind: 'seen', uid });
  }

  #begin(now: number): void {
    for (const buyer of [...this.story.buyers, ...crowd(this.story)]) {
      const { uid, name, order, item } = buyer;
      const conversation: Held = { uid, name, order, item, unread: 0, messages: [] };
      for (const { ago, by, say, variant } of buyer.history) {
        const message = this.#append(conversation, { by, content: say, variant }, now - ago);
        if (by === 'agent') {
          message.read = true;
          conversation.unread = 0;
        }
        if (by === 'buyer') conversation.unread += 1;
      }
      this.#conversations.set(uid, conversation);
    }
  }

  #append(conversation: Held, saying: Saying, at: number): Mutable<PracticeMessage> {
    const { by, content, variant = '', composed = false } = saying;
    const id = this.#id(at, variant, content);
    const message = { id, by, content, variant, at, composed, read: false, recalled: false };
    conversation.messages.push(message);
    return message;
  }

  /** 拼多多 numbers messages by the millisecond; 飞鸽 by 19 digits, with words around them on rows that are not chat. */
  #id(at: number, variant: string, content: Content): string {
    for (let step = 0; ; step += 1) {
      const id = this.story.console === 'pinduoduo' ? String(at + step) : feigeId(at, step, variant, content);
      if (this.#ids.has(id)) continue;
      this.#ids.add(id);
      return id;
    }
  }

  #conversation(uid: string): Held {
    const conversation = this.#conversations.get(uid);
    if (!conversation) throw new Error(`there is no buyer ${uid}`);
    return conversation;
  }

  #tell(change: Change): void {
    this.version += 1;
    for (const listener of this.#listeners) listener(change, this.version);
  }
}

function feigeId(at: number, step: number, variant: string, content: Content): string {
  const digits = `7${at}${String(step).padStart(5, '0')}`;
  if (variant === 'Welcome' || variant === 'CsAssign') return `${digits}_${variant}_1`;
  if (variant === 'transfer') return `transfer_staff_${digits}`;
  if (variant === 'llm') return `llm_process_${digits}`;
  if (variant === 'close') return `cs_close_conversation_${digits}`;
  return 'item' in content ? `${digits}_template` : digits;
}
