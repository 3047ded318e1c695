/** Character tables as they travel, cut to the characters that the rules' phrases hold. */
export interface PackedTables {
  /** `reading characters`, joined by `;`. No character has two readings. */
  readonly sounds: string;
  /** A character as typed followed by those that it may look like or be a digit of, joined by `;`. */
  readonly alike: string;
  /** Two parts as typed followed by the characters that they make, joined by `;`. */
  readonly splits: string;
}

/** The tables made ready for looking up by folded code. */
export interface Tables {
  /** For each code the class of those that sound alike; a code without a reading is a class of its own. */
  readonly sound: Uint16Array;
  /** Reading in letters to the class. */
  readonly readings: ReadonlyMap<string, number>;
  /** For each code as typed, where in `meant` it is told what it may stand for: a count, then the characters. */
  readonly alike: Uint16Array;
  readonly meant: Uint16Array;
  /** {@link partsKey} to the entry in {@link PackedTables.splits}. */
  readonly parts: ReadonlyMap<number, string>;
}

/** Classes are numbered in the private use area, whose codes no phrase holds. */
export const FIRST_SOUND = 0xe000;

/** A table without entries is an empty text. */
const entriesOf = (table: string): string[] => (table === '' ? [] : table.split(';'));

/** Two parts of a character as one number, which is quicker to look up than a text. */
export const partsKey = (first: number, second: number): number => (first << 16) | second;

/** Unpacks the character tables. */
export function loadTables({ sounds, alike, splits }: PackedTables): Tables {
  const sound = new Uint16Array(0x10000);
  for (let code = 0; code < sound.length; code++) sound[code] = code;
  const readings = new Map<string, number>();
  entriesOf(sounds).forEach((entry, index) => {
    const blank = entry.indexOf(' ');
    readings.set(entry.slice(0, blank), FIRST_SOUND + index);
    for (let i = blank + 1; i < entry.length; i++) sound[entry.charCodeAt(i)] = FIRST_SOUND + index;
  });
  const places = new Uint16Array(0x10000);
  // Each entry's first character and the mark after it leave room for its count.
  const meant = new Uint16Array(alike.length + 2);
  let end = 1;
  for (const entry of entriesOf(alike)) {
    places[entry.charCodeAt(0)] = end;
    meant[end++] = entry.length - 1;
    for (let k = 1; k < entry.length; k++) meant[end++] = entry.charCodeAt(k);
  }
  return {
    sound,
    readings,
    alike: places,
    meant: meant.subarray(0, end),
    parts: new Map(
      entriesOf(splits).map((entry) => [partsKey(entry.charCodeAt(0), entry.charCodeAt(1)), entry]),
    ),
  };
}
