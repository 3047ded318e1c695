import { describe, expect, it } from 'vitest';
import { readIso, readShortEvent } from './short-form.ts';

describe('readIso', () => {
  it.each([
    ['2026-10-01T10:10:15+08:00', '2026-10-01T02:10:15.000Z', 'second'],
    ['2026-10-01T02:10:15Z', '2026-10-01T02:10:15.000Z', 'second'],
    ['2026-10-01T02:10:15.5Z', '2026-10-01T02:10:15.500Z', 'second'],
    ['2026-10-01T10:10+0800', '2026-10-01T02:10:00.000Z', 'minute'],
    ['2028-02-29T00:00:00-03:30', '2028-02-29T03:30:00.000Z', 'second'],
  ])('%s', (text, instant, precision) => {
    expect(readIso(text)).toEqual({ ms: Date.parse(instant), precision });
  });

  it.each([
    '2026-10-01T10:10:15',
    '2026-10-01',
    '2026-02-30T10:10:15+08:00',
    '2026-10-01T24:00:00+08:00',
    '2026-13-01T10:10:15+08:00',
    '10:10:15',
    '1759284615',
    '',
  ])('refuses %j', (text) => expect(readIso(text)).toBeNull());
});

describe('readShortEvent', () => {
  const line = { conversation: 'c1', by: 'buyer', at: '2026-10-01T10:10:15+08:00' };
  it('takes what is needed and what may be', () => {
    expect(readShortEvent({ ...line, text: '在吗', id: 7, extra: true })).toMatchObject({
      ok: true,
      event: { kind: 'message', by: 'buyer', text: '在吗', id: '7', at: line.at },
    });
    expect(readShortEvent({ conversation: 'c1', kind: 'transfer', to: 'B', at: line.at })).toMatchObject({
      ok: true,
    });
  });
  it.each([
    ['"conversation": not a name', { ...line, conversation: '' }],
    ['"by": not one of buyer, agent, robot, system, unknown', { ...line, by: 'seller' }],
    ['"kind": not one of message, transfer, session-start, session-end', { ...line, kind: 'closed' }],
    ['"at": not an ISO 8601 time with offset', { ...line, at: 1759284615000 }],
    ['"text": not a text', { ...line, text: 5 }],
    ['not an object', [line]],
  ])('says %s', (reason, value) => {
    expect(readShortEvent(value)).toEqual({ ok: false, reason });
  });
});
