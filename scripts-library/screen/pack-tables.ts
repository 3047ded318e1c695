import { LANGUAGE } from './language-words.ts';
import { LOOKALIKES } from './lookalikes.ts';
import { shapes } from './tables/shapes.ts';
import { sounds } from './tables/sounds.ts';
import { splits } from './tables/splits.ts';
import type { PackedTables } from './variants.ts';

/** Collects entries of one kind: a key and the characters that it may stand for. */
class Entries {
  readonly #of = new Map<string, Set<string>>();

  add(typed: string, meant: string): void {
    const known = this.#of.get(typed);
    if (known === undefined) this.#of.set(typed, new Set(meant));
    else known.add(meant);
  }

  pack(): string {
    return [...this.#of].map(([typed, meant]) => typed + [...meant].join('')).join(';');
  }
}

/** Characters of the phrases whose rules let them be heard, seen or split otherwise. */
export interface Disguised {
  readonly heard: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
  readonly split: ReadonlySet<string>;
}

/** Cuts the character tables to what the characters of the rules' phrases can meet. */
export function packTables({ heard, seen, split }: Disguised): PackedTables {
  const alike = new Entries();
  for (const entry of [...shapes.split(';'), ...LOOKALIKES]) {
    const [meant = '', ...others] = entry;
    if (seen.has(meant)) for (const typed of others) alike.add(typed, meant);
  }
  for (const forms of LANGUAGE.digits.split(' ')) {
    const [digit = '', ...others] = forms;
    // l and i pass for a 1 in a phone number only.
    for (const typed of others) if (!/[li]/.test(typed)) alike.add(typed, digit);
  }
  const parts = new Entries();
  for (const entry of splits.split(';')) {
    const [meant = '', ...pairs] = entry;
    if (!split.has(meant)) continue;
    for (let i = 0; i + 1 < pairs.length; i += 2) parts.add(`${pairs[i]}${pairs[i + 1]}`, meant);
  }
  return {
    sounds: sounds
      .split(';')
      .filter((entry) => [...entry].some((char) => char > 'z' && heard.has(char)))
      .join(';'),
    alike: alike.pack(),
    splits: parts.pack(),
  };
}
