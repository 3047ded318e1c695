import { describe, expect, it } from 'vitest';
import { FIRST_OF_MORE, foldsOf, ITSELF, isLong, kindOf, loadAlphabet, SLOTS, slotOf } from './alphabet.ts';
import { foldCodePoint } from './fold-code-point.ts';
import { makeAlphabet, packAlphabet } from './pack-alphabet.ts';
import { atOnce } from './slices.ts';
import { traditional } from './tables/traditional.ts';

const simplified = new Map<string, string>();
for (let i = 0; i + 1 < traditional.length; i += 2)
  simplified.set(traditional.charAt(i), traditional.charAt(i + 1));

it('travels without losing what any code point stands for', () => {
  const packed = makeAlphabet();
  const { forms, long } = atOnce(loadAlphabet(packed));
  expect(forms).toHaveLength(SLOTS);
  const wrong: string[] = [];
  for (let code = 0; code <= 0xe01ef; code++) {
    const slot = slotOf(code);
    if (slot < 0) continue;
    const form = forms[slot] as number;
    if (kindOf(form) === FIRST_OF_MORE) continue;
    const { kind, text, folds } = foldCodePoint(code, simplified);
    const says =
      kindOf(form) === ITSELF
        ? String.fromCodePoint(code)
        : isLong(form)
          ? long[form & 0xffff]
          : String.fromCharCode(form & 0xffff);
    if (kindOf(form) !== kind || foldsOf(form) !== folds || (text !== '' && says !== text))
      wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
  for (const [from, to] of simplified) expect(foldCodePoint(from.charCodeAt(0), simplified).text).toBe(to);
  // Pairs and runs keep it small; what is one character long is no text of its own.
  expect(packed.simplified.length).toBeGreaterThan(simplified.size);
  expect(packed.long.filter((text) => text.length < 2)).toEqual([]);
  expect(JSON.stringify(packed).length).toBeLessThan(34_000);
});

it('is made once', () => expect(packAlphabet()).toBe(packAlphabet()));

it('leaves & and \\ and surrogates to what follows them', () => {
  const { forms } = atOnce(loadAlphabet(packAlphabet()));
  const open = [...forms.keys()].filter((code) => kindOf(forms[code] as number) === FIRST_OF_MORE);
  expect(open.slice(0, 3)).toEqual([38, 92, 0xd800]);
  expect(open).toHaveLength(2 + 0x400);
  expect(open[open.length - 1]).toBe(0xdbff);
});

describe('slots', () => {
  it('are the code itself in the first plane, then the three far blocks, one after another', () => {
    expect([0, 0xffff].map(slotOf)).toEqual([0, 0xffff]);
    expect([0x10000, 0x1cfff].map(slotOf)).toEqual([-1, -1]);
    expect([0x1d000, 0x1ffff].map(slotOf)).toEqual([0x10000, 0x12fff]);
    expect([0x20000, 0x2f7ff].map(slotOf)).toEqual([-1, -1]);
    expect([0x2f800, 0x2fa1f].map(slotOf)).toEqual([0x13000, 0x1321f]);
    expect([0x2fa20, 0xdffff].map(slotOf)).toEqual([-1, -1]);
    expect([0xe0000, 0xe01ef].map(slotOf)).toEqual([0x13220, SLOTS - 1]);
    expect([0xe01f0, 0x10ffff].map(slotOf)).toEqual([-1, -1]);
  });
});
