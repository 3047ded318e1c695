import { describe, expect, it } from 'vitest';
import { business, type Item, personal } from './corpus.fixture.ts';
import { redact } from './redact.ts';

/** What is left of a text when it is read as figures and letters alone, so that no disguise hides a leak. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[〇零]/g, '0')
    .replace(/[一幺]/g, '1')
    .replace(/[二三四五六七八九]/g, (figure) => String('二三四五六七八九'.indexOf(figure) + 2))
    .replace(/[^\p{L}\p{N}@]/gu, '')
    .toLowerCase();

const leaks = ({ line, secret }: Item): boolean => plain(redact(line).text).includes(plain(secret));

describe('redaction', () => {
  it('leaves none of 4,500 personal values as they are', () => {
    const items = personal(4_500, 20261122);
    const left = items.filter(leaks);
    const byKind: Record<string, string[]> = {};
    for (const { kind, line } of left) byKind[kind] = [...(byKind[kind] ?? []), line].slice(0, 6);
    expect(byKind).toEqual({});
  });

  it('masks at most one in a hundred of 4,800 lines of the trade', () => {
    const masked = business(4_800, 20261123).filter((line) => redact(line).cuts.length > 0);
    expect(masked.length, masked.slice(0, 20).join('\n')).toBeLessThanOrEqual(48);
  });
});
