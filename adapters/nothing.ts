import type { Css } from './define.ts';

/** Matches nothing: an adapter's word for what its page does not have. */
export const NOTHING: Css = ':not(*)';

/** The metric profile of a console of which nobody said how its agents are rated. */
export const UNKNOWN_METRIC = 'manual-mean-response';
