import { type Call, type Calls, type News, PROTOCOL, type RefusalCode } from './contract.ts';

/**
 * Why a call brought no answer. `unreachable`: the background was asleep, died or is not there yet, so asking
 * again may help. `orphaned`: this script belongs to a copy of the extension that is gone; asking again never
 * helps. The other codes are the background's own refusals.
 */
export type CallTrouble = RefusalCode | 'unreachable' | 'orphaned' | 'bad-reply';

export class CallError extends Error {
  override readonly name = 'CallError';
  readonly code: CallTrouble;

  constructor(code: CallTrouble, message: string) {
    super(message);
    this.code = code;
  }
}

interface Runtime {
  readonly id?: string;
  sendMessage(message: unknown): Promise<unknown>;
  readonly onMessage: {
    addListener(hear: (message: unknown) => void): void;
    removeListener(hear: (message: unknown) => void): void;
  };
}

/** Both browsers' own promise API; an orphaned script in Chromium keeps `chrome` but loses `runtime.id`. */
function runtime(): Runtime | undefined {
  const world = globalThis as { browser?: { runtime?: Runtime }; chrome?: { runtime?: Runtime } };
  return (world.browser ?? world.chrome)?.runtime;
}

const REFUSALS: Readonly<Record<RefusalCode, true>> = {
  protocol: true,
  'unknown-call': true,
  'not-allowed': true,
  'bad-input': true,
  'read-only': true,
  failed: true,
};

const isRefusal = (code: unknown): code is RefusalCode =>
  typeof code === 'string' && Object.hasOwn(REFUSALS, code);

/**
 * Asks the background one question and gives its answer. Asks once: a caller that must not lose its question
 * asks again (the outbox does).
 *
 * @throws {CallError} with the reason as `code`
 */
export async function call<C extends Call>(name: C, ask: Calls[C]['ask']): Promise<Calls[C]['answer']> {
  const reply = await send({ protocol: PROTOCOL, call: name, ask });
  if (typeof reply === 'object' && reply !== null && 'ok' in reply) {
    if (reply.ok === true && 'answer' in reply) return reply.answer as Calls[C]['answer'];
    if (reply.ok === false && 'error' in reply && isRefusal(reply.error))
      throw new CallError(reply.error, 'message' in reply ? String(reply.message) : reply.error);
  }
  throw reply === undefined || reply === null
    ? new CallError('unreachable', 'nobody answered')
    : new CallError('bad-reply', 'the answer has an unknown form');
}

async function send(request: unknown): Promise<unknown> {
  const extension = runtime();
  if (extension?.id === undefined) throw new CallError('orphaned', 'the extension is gone');
  try {
    return await extension.sendMessage(request);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const gone = /context invalidated/i.test(message) || runtime()?.id === undefined;
    throw new CallError(gone ? 'orphaned' : 'unreachable', message);
  }
}

const LOOK_MS = 2_000;

/** Calls once when this script's copy of the extension is gone. Chromium tells nobody: it takes away a name. */
export function onGone(gone: () => void, { signal }: { signal: AbortSignal }): void {
  const look = setInterval(() => {
    if (runtime()?.id !== undefined) return;
    clearInterval(look);
    gone();
  }, LOOK_MS);
  signal.addEventListener('abort', () => clearInterval(look));
}

/** Hears what the background says by itself, until the signal says stop. */
export function onNews(hear: (news: News) => void, { signal }: { signal: AbortSignal }): void {
  const listener = (message: unknown): void => {
    if (typeof message === 'object' && message !== null && 'news' in message) hear(message as News);
  };
  const { onMessage } = runtime() ?? {};
  onMessage?.addListener(listener);
  signal.addEventListener('abort', () => onMessage?.removeListener(listener));
}
