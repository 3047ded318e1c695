import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GOOD } from '../tests/questions.fixture.ts';
import { type Call, type Calls, PAGE_ONLY, PROTOCOL } from './contract.ts';
import { type Caller, type Handlers, Refusal, type Sender, serve } from './serve.ts';

const CALLS = Object.keys(GOOD) as Call[];

const SENDERS = {
  page: { id: 'ours', url: 'chrome-extension://ours/desk.html', tab: { id: 1 } },
  console: { id: 'ours', url: 'https://console.example/chat', tab: { id: 2 } },
  'another site': { id: 'ours', url: 'https://evil.example/', tab: { id: 3 } },
  'a console without a tab': { id: 'ours', url: 'https://console.example/chat' },
  nowhere: { id: 'ours' },
} satisfies Record<string, Sender>;

function scene(answer: (call: Call) => unknown = () => 'done') {
  const handled: { call: Call; ask: unknown; caller: Caller }[] = [];
  let listener:
    | ((message: unknown, sender: Sender, respond: (reply: unknown) => void) => unknown)
    | undefined;
  const handlers = Object.fromEntries(
    CALLS.map((call) => [
      call,
      async (ask: unknown, caller: Caller) => {
        handled.push({ call, ask, caller });
        return answer(call);
      },
    ]),
  ) as unknown as Handlers;
  serve(handlers, {
    runtime: {
      id: 'ours',
      onMessage: {
        addListener: (added: never) => {
          listener = added;
        },
      },
    },
    isPage: ({ url }) => url?.startsWith('chrome-extension://ours/') === true,
    isConsole: async (url) => url.startsWith('https://console.example/'),
  });
  const ask = (message: unknown, sender: Sender) =>
    new Promise<{ ok: boolean; answer?: unknown; error?: string; message?: string }>((resolve, reject) => {
      const said = listener?.(message, sender, resolve as (reply: unknown) => void);
      if (said !== true) reject(new Error(`the listener said ${String(said)}`));
    });
  return { handled, ask };
}

const question = (call: string, ask: unknown, protocol: unknown = PROTOCOL) => ({ protocol, call, ask });

describe('serve', () => {
  it.each(CALLS)('answers %s as its kind of caller may ask', async (call) => {
    const { ask, handled } = scene();
    const pageOnly = (PAGE_ONLY as readonly Call[]).includes(call);
    expect(await ask(question(call, GOOD[call]), SENDERS.page)).toEqual({ ok: true, answer: 'done' });
    const other = await ask(question(call, GOOD[call]), SENDERS.console);
    expect(other).toMatchObject(pageOnly ? { ok: false, error: 'not-allowed' } : { ok: true });
    expect(handled).toHaveLength(pageOnly ? 1 : 2);
    expect(handled[0]).toMatchObject({ call, ask: GOOD[call], caller: { kind: 'page' } });
    if (!pageOnly)
      expect(handled[1]!.caller).toEqual({ kind: 'console', url: SENDERS.console.url, tab: 2, frame: 0 });
  });

  it.each(['another site', 'a console without a tab', 'nowhere'] as const)(
    'refuses %s everything',
    async (who) => {
      const { ask, handled } = scene();
      for (const call of CALLS)
        expect(await ask(question(call, GOOD[call]), SENDERS[who])).toMatchObject({
          ok: false,
          error: 'not-allowed',
        });
      expect(handled).toEqual([]);
    },
  );

  it('does not answer another extension at all', async () => {
    const { ask, handled } = scene();
    await expect(ask(question('hello', GOOD.hello), { ...SENDERS.page, id: 'theirs' })).rejects.toThrow(
      'said undefined',
    );
    expect(handled).toEqual([]);
  });

  it.each([
    ['another protocol', question('hello', GOOD.hello, PROTOCOL + 1), 'protocol'],
    ['no protocol', { call: 'hello', ask: GOOD.hello }, 'protocol'],
    ['no such call', question('delete', null), 'unknown-call'],
    ['a name that objects have', question('constructor', null), 'unknown-call'],
    ['no envelope', 'hello', 'bad-input'],
    ['nothing', null, 'bad-input'],
    ['a field more', question('hello', { console: 'c', more: 1 }), 'bad-input'],
    ['a field less', question('hello', {}), 'bad-input'],
    [
      'too much at once',
      question('append', {
        observations: Array(501).fill((GOOD.append as Calls['append']['ask']).observations[0]),
      }),
      'bad-input',
    ],
    ['a text without end', question('suggest', { ...GOOD.suggest, query: 'x'.repeat(201) }), 'bad-input'],
  ])('refuses %s', async (_, message, error) => {
    const { ask, handled } = scene();
    expect(await ask(message, SENDERS.page)).toMatchObject({ ok: false, error });
    expect(handled).toEqual([]);
  });

  it('passes on a handler’s own refusal, and only the name of a surprise', async () => {
    const refusing = scene(() => {
      throw new Refusal('read-only', 'no room');
    });
    expect(await refusing.ask(question('today', GOOD.today), SENDERS.page)).toEqual({
      ok: false,
      error: 'read-only',
      message: 'no room',
    });
    const failing = scene(() => {
      throw new TypeError('cannot read 13812345678');
    });
    expect(await failing.ask(question('today', GOOD.today), SENDERS.page)).toEqual({
      ok: false,
      error: 'failed',
      message: 'TypeError',
    });
  });

  it('never lets a malformed question through, nor quotes it, whoever asks whatever', async () => {
    const sender = fc.constantFrom(...Object.values(SENDERS));
    const call = fc.constantFrom<string>(...CALLS, 'wipe', '__proto__', 'toString');
    const ask = fc.oneof(
      fc.anything(),
      fc.constantFrom(...Object.values(GOOD)),
      fc.record({ console: fc.string(), secret: fc.constant('13812345678') }),
    );
    await fc.assert(
      fc.asyncProperty(
        sender,
        call,
        ask,
        fc.constantFrom(PROTOCOL, 2, '1'),
        async (from, name, what, protocol) => {
          const { ask: put, handled } = scene();
          const reply = await put({ protocol, call: name, ask: what }, from);
          expect(JSON.stringify(reply)).not.toContain('13812345678');
          const mayPage = from === SENDERS.page;
          const mayConsole = from === SENDERS.console && !(PAGE_ONLY as readonly string[]).includes(name);
          if (!(mayPage || mayConsole) || protocol !== PROTOCOL) expect(handled).toEqual([]);
          expect(reply.ok).toBe(handled.length === 1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
