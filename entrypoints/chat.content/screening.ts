import type { DismissScope, Level } from '../../core/event.ts';
import type { Finding } from '../../scripts-library/screen/finding.ts';
import type { Draft } from './draft.ts';

/** An agent's word that a rule should be quiet: for this draft, this conversation, or this shop. */
export interface Dismissal {
  readonly rule: string;
  readonly scope: DismissScope;
  readonly draft: string;
  readonly conversation: string | null;
}

/** A send that was stopped and waits for the agent's decision. */
export interface Held {
  readonly draft: string;
  readonly conversation: string | null;
  readonly text: string;
}

const RANK: Readonly<Record<Level, number>> = { hint: 0, warn: 1, block: 2 };

function silences(dismissal: Dismissal, finding: Finding, draft: Draft): boolean {
  if (dismissal.rule !== finding.rule) return false;
  if (dismissal.scope === 'shop') return true;
  if (dismissal.scope === 'conversation') return dismissal.conversation === draft.conversation;
  return dismissal.draft === draft.id;
}

/** The findings that still speak, the gravest first, then in the order of the text. */
export function speaking(draft: Draft, dismissals: readonly Dismissal[]): Finding[] {
  return draft.findings
    .filter((finding) => !dismissals.some((dismissal) => silences(dismissal, finding, draft)))
    .sort((a, b) => RANK[b.level] - RANK[a.level] || a.start - b.start);
}

/** Those of them for which a send is held. */
export function holding(findings: readonly Finding[], holdAt: Level | 'never'): Finding[] {
  return holdAt === 'never' ? [] : findings.filter((finding) => RANK[finding.level] >= RANK[holdAt]);
}

/** Whether two drafts are the same words in the same conversation: an override covers no others. */
export function sameWords(held: Pick<Held, 'conversation' | 'text'> | null, draft: Draft): boolean {
  return held !== null && held.conversation === draft.conversation && held.text === draft.text;
}

/**
 * What becomes of a stopped send when the draft changes: it stays held while grave findings are left in the same
 * draft, else it is over, because the agent `edited` the words or `abandoned` them.
 */
export function afterEdit(
  held: Held,
  draft: Draft,
  grave: readonly Finding[],
):
  | { readonly kind: 'held'; readonly held: Held }
  | { readonly kind: 'over'; readonly outcome: 'edited' | 'abandoned' } {
  if (draft.id !== held.draft) return { kind: 'over', outcome: 'abandoned' };
  return grave.length > 0
    ? { kind: 'held', held: { ...held, text: draft.text } }
    : { kind: 'over', outcome: 'edited' };
}
