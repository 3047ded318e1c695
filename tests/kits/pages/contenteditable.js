import { editable } from '../plain.js';

export const mount = (place) => editable(place, 'div');
