import { afterEach, describe, expect, it, vi } from 'vitest';
import { CallError, type CallTrouble, call } from './call.ts';
import { PROTOCOL } from './contract.ts';

function world(sendMessage: (message: unknown) => unknown, id: string | undefined = 'ours') {
  vi.stubGlobal('chrome', { runtime: { id, sendMessage: async (message: unknown) => sendMessage(message) } });
}
afterEach(() => void vi.unstubAllGlobals());

const codeOf = (asking: Promise<unknown>) =>
  asking.then(
    () => 'answered',
    (error: unknown) => (error instanceof CallError ? error.code : 'another error'),
  );

describe('call', () => {
  it('sends the question with its protocol and gives the answer', async () => {
    const sent: unknown[] = [];
    world((message) => {
      sent.push(message);
      return { ok: true, answer: { stored: ['a-1'] } };
    });
    expect(await call('append', { observations: [] })).toEqual({ stored: ['a-1'] });
    expect(sent).toEqual([{ protocol: PROTOCOL, call: 'append', ask: { observations: [] } }]);
  });

  it('gives an answer of null as such', async () => {
    world(() => ({ ok: true, answer: null }));
    expect(await call('page.open', { page: 'desk' })).toBeNull();
  });

  it.each([
    ['a refusal', (): unknown => ({ ok: false, error: 'bad-input', message: 'observations.0' }), 'bad-input'],
    ['an unknown refusal', () => ({ ok: false, error: 'toString', message: '' }), 'bad-reply'],
    ['no answer', () => undefined, 'unreachable'],
    ['an answer without form', () => 42, 'bad-reply'],
    [
      'a dead background',
      () => {
        throw new Error('Could not establish connection. Receiving end does not exist.');
      },
      'unreachable',
    ],
    [
      'a background that died meanwhile',
      () => {
        throw new Error(
          'A listener indicated an asynchronous response by returning true, but the message channel closed',
        );
      },
      'unreachable',
    ],
    [
      'a copy that is gone',
      () => {
        throw new Error('Extension context invalidated.');
      },
      'orphaned',
    ],
  ] satisfies [string, () => unknown, CallTrouble][])('tells %s', async (_, answer, code) => {
    world(answer);
    expect(await codeOf(call('today', { console: 'c' }))).toBe(code);
  });

  it('tells that it is orphaned before it asks', async () => {
    const asked = vi.fn();
    vi.stubGlobal('chrome', { runtime: { sendMessage: asked } });
    expect(await codeOf(call('today', { console: 'c' }))).toBe('orphaned');
    vi.stubGlobal('chrome', {});
    expect(await codeOf(call('today', { console: 'c' }))).toBe('orphaned');
    expect(asked).not.toHaveBeenCalled();
  });

  it('prefers the promise API of Firefox', async () => {
    world(() => ({ ok: true, answer: 'chrome' }));
    vi.stubGlobal('browser', {
      runtime: { id: 'ours', sendMessage: async () => ({ ok: true, answer: 'firefox' }) },
    });
    expect(await call('today', { console: 'c' })).toBe('firefox');
  });
});
