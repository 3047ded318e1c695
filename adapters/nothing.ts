import type { Css } from './define.ts';

/** Matches nothing: an adapter's word for what its page does not have. */
export const NOTHING: Css = ':not(*)';
