import type { By } from '../../core/event.ts';

export interface Turn {
  readonly by: By;
  readonly text: string;
}

/** A hole of a script in the text as it would be placed: half-open span, filled or still to fill. */
export interface SlotSpan {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly state: 'filled' | 'missing';
}

/** One reply offered to the agent. */
export interface Suggestion {
  readonly script: string;
  readonly title: string;
  /** The text as it would be placed, slots filled; a missing one shows its name. */
  readonly text: string;
  readonly slots: readonly SlotSpan[];
  readonly score: number;
  /** Why it is offered, for the agent: 「因为买家问『什么时候发货』」. */
  readonly why: string;
  /** A holding reply (安抚回复) stops the platform's clock, not the substantive one. */
  readonly holding: boolean;
  /** 对照: what a foreign-language text says, in Chinese; shown, never inserted. */
  readonly gloss?: string;
  /** 快捷编码. */
  readonly code?: string;
  /** Pictures that the agent may add by hand. */
  readonly pictures?: readonly string[];
}

/** What the page and the shop know, for slots. */
export type SlotValues = Readonly<Record<string, string>>;
