import { say } from '../i18n/say.ts';
import type { InputView } from './view.ts';

/** What a person typed into one field: empty is allowed and means "not known". */
export type Read =
  | { readonly ok: true; readonly value: number | null }
  | { readonly ok: false; readonly why: string };

const WIDE: Readonly<Record<string, string>> = { '．': '.', '。': '.', '－': '-' };

/** Reads a number as typed with a Chinese input method: full-width digits and stops are the plain ones. */
export function readNumber(typed: string, whole: boolean): Read {
  const plain = typed
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/[．。－]/g, (mark) => WIDE[mark] ?? mark);
  if (plain === '') return { ok: true, value: null };
  if (!/^-?\d{1,12}(\.\d{1,6})?$/.test(plain)) return { ok: false, why: say('sup.inputNumber') };
  const value = Number(plain);
  if (value < 0) return { ok: false, why: say('sup.inputNegative') };
  if (whole && !Number.isInteger(value)) return { ok: false, why: say('sup.inputWhole') };
  return { ok: true, value };
}

/**
 * Reads a criterion's fields together. Of two fields the second is the whole of which the first is a part
 * (executed of planned), so it must be above zero and not below the first.
 */
export function readInputs(inputs: readonly InputView[], typed: Readonly<Record<string, string>>) {
  const values: Record<string, number | null> = {};
  const wrong: Record<string, string> = {};
  for (const input of inputs) {
    const read = readNumber(typed[input.id] ?? '', input.whole);
    if (read.ok) values[input.id] = read.value;
    else wrong[input.id] = read.why;
  }
  const [part, all] = inputs;
  if (part && all && inputs.length === 2) {
    const some = values[part.id];
    const total = values[all.id];
    if (total === 0) wrong[all.id] = say('sup.inputZero');
    else if (typeof some === 'number' && typeof total === 'number' && some > total)
      wrong[part.id] = say('sup.inputOver', { label: all.label });
  }
  return { values, wrong };
}
