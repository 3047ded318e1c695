import type { By, Level, OverrideReason } from '../../core/event.ts';

/** A turn as it stands in manual mode. */
export interface TurnView {
  readonly id: string;
  readonly name: string | null;
  readonly by: By;
  readonly text: string;
  /** Wall time in epoch milliseconds, or null. */
  readonly at: number | null;
}

export interface ReplyView {
  readonly script: string;
  readonly title: string;
  readonly text: string;
  readonly why: string;
}

export interface FindingView {
  readonly id: string;
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly start: number;
  readonly end: number;
  /** What to write instead of the span; null where the rule knows nothing better. */
  readonly replacement: string | null;
}

export interface ManualView {
  readonly shop: string;
  readonly buyer: string;
  readonly turns: readonly TurnView[];
  /** Names above pasted turns, and whose each is. */
  readonly names: readonly { readonly name: string; readonly by: By }[];
  /** Seconds that the buyer has waited, or null while no timer runs. */
  readonly waited: number | null;
  /** Null while they are looked for. */
  readonly replies: readonly ReplyView[] | null;
  readonly draft: string;
  readonly findings: readonly FindingView[];
  /** A copy that was stopped, until a reason is given. */
  readonly held: boolean;
  readonly case: string | null;
  readonly unsaved: number;
  readonly notice: { readonly text: string; readonly tone: 'fine' | 'trouble' } | null;
}

export type ManualWish =
  | { readonly kind: 'shop' | 'buyer' | 'draft' | 'paste'; readonly text: string }
  | { readonly kind: 'whose'; readonly name: string; readonly by: By }
  | { readonly kind: 'start' | 'stop' | 'copy' | 'copy-send' | 'back' | 'next' | 'close-notice' }
  | { readonly kind: 'reply'; readonly script: string }
  | { readonly kind: 'replace'; readonly finding: string }
  | { readonly kind: 'override'; readonly reason: OverrideReason }
  | { readonly kind: 'case'; readonly category: string };

export type ManualAct = (wish: ManualWish) => void;
