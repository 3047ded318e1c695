import type { z } from 'zod';
import { asks, isCall } from './contract.schema.ts';
import { type Call, type Calls, PAGE_ONLY, PROTOCOL, type RefusalCode, type Reply } from './contract.ts';

/** Who asks, as the browser says: a renderer can forge its message, not its address. */
export interface Sender {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly tab?: { readonly id?: number | undefined } | undefined;
  /** 0 is the tab's top document. */
  readonly frameId?: number | undefined;
}

/** The caller as the handlers may know it. */
export type Caller =
  | { readonly kind: 'page' }
  | { readonly kind: 'console'; readonly url: string; readonly tab: number; readonly frame: number };

export type Handlers = {
  readonly [C in Call]: (ask: Calls[C]['ask'], caller: Caller) => Promise<Calls[C]['answer']>;
};

/** A handler's way to refuse; the words go to the caller, so they hold nothing of a chat. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

type Listener = (message: unknown, sender: Sender, respond: (reply: unknown) => void) => true | undefined;

export interface ServeOptions {
  readonly runtime: {
    readonly id: string;
    readonly onMessage: { addListener(listener: never): void };
  };
  /** Whether a sender is one of our own pages. */
  readonly isPage: (sender: Sender) => boolean;
  /** Whether a sender's address is one that a content script of ours may run on. */
  readonly isConsole: (url: string) => Promise<boolean>;
}

/**
 * Answers calls. Registers its listener at once: it must run in the background's first turn, or the message that
 * woke it is lost. Every question gets an answer or a typed refusal; no text of a message is ever put into one.
 */
export function serve(handlers: Handlers, { runtime, isPage, isConsole }: ServeOptions): void {
  const listener: Listener = (message, sender, respond) => {
    // Another extension's message is none of ours; no word tells it that we exist.
    if (sender.id !== runtime.id) return undefined;
    answer(message, sender).then(respond);
    // Says in both browsers, with the polyfill and without, that `respond` comes later. A promise would not.
    return true;
  };
  runtime.onMessage.addListener(listener as never);

  async function answer(message: unknown, sender: Sender): Promise<Reply> {
    try {
      const caller = await callerOf(sender, isPage, isConsole);
      if (caller === null) throw new Refusal('not-allowed', 'this address may not ask');
      const { protocol, call, ask } = envelope(message);
      if (protocol !== PROTOCOL) throw new Refusal('protocol', `this is protocol ${PROTOCOL}`);
      if (!isCall(call)) throw new Refusal('unknown-call', 'no such call');
      if (caller.kind === 'console' && isPageOnly(call))
        throw new Refusal('not-allowed', 'a page of ours may ask that');
      return { ok: true, answer: await handle(call, ask, caller) };
    } catch (error) {
      return refusal(error);
    }
  }

  function handle<C extends Call>(call: C, ask: unknown, caller: Caller): Promise<Calls[C]['answer']> {
    const schema: z.ZodType = asks[call];
    const checked = schema.safeParse(ask);
    if (checked.success) return handlers[call](checked.data as Calls[C]['ask'], caller);
    const [issue] = checked.error.issues;
    throw new Refusal('bad-input', `${issue?.path.join('.')}: ${issue?.code}`);
  }
}

async function callerOf(
  { url, tab, frameId = 0 }: Sender,
  isPage: ServeOptions['isPage'],
  isConsole: ServeOptions['isConsole'],
): Promise<Caller | null> {
  if (url === undefined) return null;
  if (isPage({ url, tab })) return { kind: 'page' };
  if (tab?.id === undefined || !(await isConsole(url))) return null;
  return { kind: 'console', url, tab: tab.id, frame: frameId };
}

function envelope(message: unknown): { protocol: unknown; call: unknown; ask: unknown } {
  if (typeof message !== 'object' || message === null) throw new Refusal('bad-input', 'no envelope');
  const { protocol, call, ask } = message as Record<string, unknown>;
  return { protocol, call, ask };
}

const isPageOnly = (call: Call): boolean => (PAGE_ONLY as readonly Call[]).includes(call);

function refusal(error: unknown): Reply {
  if (error instanceof Refusal) return { ok: false, error: error.code, message: error.message };
  // The name alone: the message of a surprise may quote what it stumbled over.
  const name = error instanceof Error ? error.name : typeof error;
  return { ok: false, error: 'failed', message: name };
}
