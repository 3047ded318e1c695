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
  /** Code as typed to its entry in {@link PackedTables.alike}. */
  readonly alike: ReadonlyMap<number, string>;
  /** `first * 65536 + second` part to the entry in {@link PackedTables.splits}. */
  readonly parts: ReadonlyMap<number, string>;
}

/** Classes are numbered in the private use area, whose codes no phrase holds. */
const FIRST_CLASS = 0xe000;

/** Unpacks the character tables. */
export function loadTables({ sounds, alike, splits }: PackedTables): Tables {
  const sound = new Uint16Array(0x10000);
  for (let code = 0; code < sound.length; code++) sound[code] = code;
  const readings = new Map<string, number>();
  sounds.split(';').forEach((entry, index) => {
    const blank = entry.indexOf(' ');
    readings.set(entry.slice(0, blank), FIRST_CLASS + index);
    for (let i = blank + 1; i < entry.length; i++) sound[entry.charCodeAt(i)] = FIRST_CLASS + index;
  });
  return {
    sound,
    readings,
    alike: new Map(alike.split(';').map((entry) => [entry.charCodeAt(0), entry])),
    parts: new Map(
      splits.split(';').map((entry) => [entry.charCodeAt(0) * 0x10000 + entry.charCodeAt(1), entry]),
    ),
  };
}
