import { LOOKALIKES } from './lookalikes.ts';
import { shapes } from './tables/shapes.ts';
import { sounds } from './tables/sounds.ts';
import { splits } from './tables/splits.ts';
import { traditional } from './tables/traditional.ts';
import type { PackedTables } from './variants.ts';

/** Traditional or variant character to its simplified form. */
export function simplifiedForms(): Map<string, string> {
  const forms = new Map<string, string>();
  for (let i = 0; i + 1 < traditional.length; i += 2)
    forms.set(traditional.charAt(i), traditional.charAt(i + 1));
  return forms;
}

/** Cuts the character tables to what the characters of the rules' phrases can meet. */
export function packTables(alphabet: ReadonlySet<string>): PackedTables {
  const known = (char: string): boolean => alphabet.has(char);
  const reach = new Set(alphabet);
  const keptSounds: string[] = [];
  for (const entry of sounds.split(';')) {
    const [reading = '', chars = ''] = entry.split(' ');
    const own = [...chars].filter(known);
    if (own.length === 0) continue;
    keptSounds.push(`${reading} ${own.join('')} ${[...chars].filter((char) => !known(char)).join('')}`);
    for (const char of chars) reach.add(char);
  }
  const keptShapes = [...shapes.split(';'), ...LOOKALIKES].filter((entry) => known(entry.charAt(0)));
  const keptSplits = splits.split(';').filter((entry) => known(entry.charAt(0)));
  for (const entry of [...keptShapes, ...keptSplits]) for (const char of entry) reach.add(char);
  return {
    sounds: keptSounds.join(';'),
    shapes: keptShapes.join(';'),
    splits: keptSplits.join(';'),
    simplified: [...simplifiedForms()]
      .filter(([, simple]) => reach.has(simple))
      .flat()
      .join(''),
  };
}
