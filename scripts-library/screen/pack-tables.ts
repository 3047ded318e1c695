import { LOOKALIKES } from './lookalikes.ts';
import { shapes } from './tables/shapes.ts';
import { sounds } from './tables/sounds.ts';
import { splits } from './tables/splits.ts';
import type { PackedTables } from './variants.ts';

/** Cuts the character tables to what the characters of the rules' phrases can meet. */
export function packTables(alphabet: ReadonlySet<string>): PackedTables {
  const known = (char: string): boolean => alphabet.has(char);
  const keptSounds: string[] = [];
  for (const entry of sounds.split(';')) {
    const [reading = '', chars = ''] = entry.split(' ');
    const own = [...chars].filter(known);
    if (own.length === 0) continue;
    keptSounds.push(`${reading} ${own.join('')} ${[...chars].filter((char) => !known(char)).join('')}`);
  }
  const keptShapes = [...shapes.split(';'), ...LOOKALIKES].filter((entry) => known(entry.charAt(0)));
  const keptSplits = splits.split(';').filter((entry) => known(entry.charAt(0)));
  return {
    sounds: keptSounds.join(';'),
    shapes: keptShapes.join(';'),
    splits: keptSplits.join(';'),
  };
}
