import { registerRichText } from '@lexical/rich-text';
import { lexical } from '../lexical.js';

export const mount = (place) => lexical(place, registerRichText);
