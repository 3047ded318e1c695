import type { LibraryItem } from './index.ts';
import type { Turn } from './suggestion.ts';
import type { Why } from './why.ts';

/** What is asked of the library. */
export interface SuggestQuery {
  readonly turns: readonly Turn[];
  /** What the agent typed into the search; it alone decides then. */
  readonly search?: string;
  readonly platform?: string;
  readonly stage?: string;
  readonly language?: 'zh-CN' | 'en';
  /** Today, `YYYY-MM-DD`, on the agent's calendar; without it dates are not looked at. */
  readonly day?: string;
  /** Texts of ours already in this conversation: none is offered twice. */
  readonly sent?: readonly string[];
  readonly top?: number;
  /** Evidence below this is no reason to speak. */
  readonly least?: number;
}

/** A script that fits, and why. */
export interface RankedScript {
  readonly item: LibraryItem;
  /** The body and its variants, without what was sent already; slots are still open. */
  readonly texts: readonly string[];
  readonly score: number;
  readonly why: Why;
}
