import { registerPlainText } from '@lexical/plain-text';
import { lexical } from '../lexical.js';

export const mount = (place) => lexical(place, registerPlainText);
