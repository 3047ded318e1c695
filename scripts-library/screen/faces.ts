import { FIRST_SOUND } from './variants.ts';

/**
 * A character's face: what the filter of beginnings takes it for, in ten bits. Those that sound alike have one face,
 * figures in any writing have one; characters without a reading share what is left. Above it stand its traits.
 */
export const FACES = 1 << 10;
const FACE = FACES - 1;

/** May stand for anything, alone or as the first of more: letters read as a syllable, aliases. */
export const WILD = 1 << 10;
/** May be put between characters to hide them. */
export const FILLS = 2 << 10;
/** With the next one, which {@link FOLLOWS}, it may make one character: the filter must be asked. */
export const JOINS = 4 << 10;
/** Is a phrase of its own. */
export const ALONE = 8 << 10;
/** Counts as a number for `#`. */
export const NUMERAL = 16 << 10;
/** May be the second of two characters that make one. */
export const FOLLOWS = 32 << 10;

/** The face of nothing at all. */
export const NOTHING = 0;
/** The face of a figure in any writing. */
export const FIGURE = 1;
const SOUND = 2;
/** More sounds than Chinese has. */
const OTHER = 450;

/** The face of a code whose class of sound this is; a code without a reading is a class of its own. */
export const faceOfSound = (sound: number): number =>
  sound >= FIRST_SOUND && sound < FIRST_SOUND + OTHER - SOUND
    ? SOUND + sound - FIRST_SOUND
    : OTHER + (sound % (FACES - OTHER));

/** The face in a look. */
export const faceOf = (look: number): number => look & FACE;
/** Whether a look is that of a figure in any writing. */
export const isFigure = (look: number): boolean => (look & FACE) === FIGURE;
