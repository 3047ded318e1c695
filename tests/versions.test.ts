import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Call } from '../messaging/contract.ts';
import type { Unstamped } from '../messaging/outbox.ts';
import type { Handlers } from '../messaging/serve.ts';
import { GOOD } from './questions.fixture.ts';

// A script of one release and a background of another, each with the code of its own: they understand or refuse each
// other by name, and nothing that a script has seen is dropped unsaid.

const CALLS = Object.keys(GOOD) as Call[];
const SCRIPT = { id: 'ours', url: 'https://console.example/chat', tab: { id: 2 } };
const PAGE = { id: 'ours', url: 'chrome-extension://ours/desk.html' };
const FACT = {
  kind: 'conversation-opened',
  place: { console: 'c', shop: 's', seat: 'x' },
  conversation: 'k',
  buyer: null,
} satisfies Unstamped;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.doUnmock('../messaging/contract.ts');
  vi.unstubAllGlobals();
});

/** The modules of a release that speaks this protocol. */
async function release(protocol: number) {
  vi.resetModules();
  vi.doMock('../messaging/contract.ts', async (original) => ({
    ...(await original<typeof import('../messaging/contract.ts')>()),
    PROTOCOL: protocol,
  }));
  const [{ call, CallError }, { serve }, { createOutbox }] = [
    await import('../messaging/call.ts'),
    await import('../messaging/serve.ts'),
    await import('../messaging/outbox.ts'),
  ];
  return { call, CallError, serve, createOutbox };
}

type Release = Awaited<ReturnType<typeof release>>;

/** Puts a script before a background; `lacks` are questions that this background's release does not know yet. */
function connect(background: Release, { sender = SCRIPT as object, lacks = [] as readonly string[] } = {}) {
  const handled: Call[] = [];
  const handlers = Object.fromEntries(
    CALLS.map((name) => [
      name,
      async (ask: { observations?: { id: string }[] } | null) => {
        handled.push(name);
        return name === 'append' ? { stored: ask?.observations?.map(({ id }) => id) } : 'done';
      },
    ]),
  ) as unknown as Handlers;
  let hear: (message: unknown, from: object, respond: (reply: unknown) => void) => void = () => undefined;
  background.serve(handlers, {
    runtime: {
      id: 'ours',
      onMessage: {
        addListener: (added: never) => {
          hear = added;
        },
      },
    },
    isPage: ({ url }) => url === PAGE.url,
    isConsole: async (url) => url === SCRIPT.url,
  });
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'ours',
      sendMessage: (message: { call: string }) =>
        new Promise((resolve) =>
          hear(
            lacks.includes(message.call) ? { ...message, call: `${message.call}.unknown` } : message,
            sender,
            resolve,
          ),
        ),
    },
  });
  return handled;
}

const codeOf = (asked: Promise<unknown>): Promise<string> =>
  asked.then(
    () => 'answered',
    (error: { code?: string }) => error.code ?? String(error),
  );

/** An outbox of the script's release with one fact in it, and what became of that. */
function withFact({ call, createOutbox }: Release) {
  const left: string[] = [];
  let unsaved = 0;
  const outbox = createOutbox({
    send: async (observations) => (await call('append', { observations })).stored,
    onCount: (count) => {
      unsaved = count;
    },
    onOrphaned: (facts) => left.push(...facts.map(({ id }) => id)),
    now: () => ({ at: 1, mono: 1 }),
    signal: new AbortController().signal,
  });
  const { id } = outbox.add(FACT);
  return { id, left, unsaved: () => unsaved };
}

it.each([
  [1, 1],
  [1, 2],
  [2, 1],
])('a script of protocol %i and a background of protocol %i', async (scripts, backgrounds) => {
  const script = await release(scripts);
  const background = await release(backgrounds);
  const same = scripts === backgrounds;
  for (const sender of [SCRIPT, PAGE]) {
    const handled = connect(background, { sender });
    for (const name of CALLS) {
      const code = await codeOf(script.call(name, GOOD[name]));
      if (!same) expect([name, code]).toEqual([name, 'protocol']);
      else expect(['answered', 'not-allowed'], name).toContain(code);
    }
    expect(handled.length > 0).toBe(same);
  }
  connect(background);
  const { id, left, unsaved } = withFact(script);
  await vi.runAllTimersAsync();
  // What can't be handed over is left in the page for a script that can, and stays counted until then.
  expect([left, unsaved()]).toEqual(same ? [[], 0] : [[id], 1]);
});

it('says by name that a background does not know a question or what comes with it, and goes on asking for nothing else', async () => {
  const script = await release(1);
  const handled = connect(await release(1), { lacks: ['suggest', 'append'] });
  expect(await codeOf(script.call('suggest', GOOD.suggest))).toBe('unknown-call');
  const more = { ...(GOOD.hello as object), ofTheNextRelease: true } as unknown as typeof GOOD.hello;
  expect(await codeOf(script.call('hello', more))).toBe('bad-input');
  const { left, unsaved } = withFact(script);
  await vi.advanceTimersByTimeAsync(120_000);
  expect([handled, left, unsaved()]).toEqual([[], [], 1]);
});
