import type { PageState } from '../../adapters/sighting.ts';
import type { Level } from '../../core/event.ts';
import type { Finding } from '../../scripts-library/screen/finding.ts';
import type { Draft } from './draft.ts';

/**
 * An agent's word that a rule should be quiet: in one draft, in one conversation, or in one shop. Telling the trainer
 * silences no more than this time: it is for them to judge.
 */
export type Dismissal = { readonly rule: string } & (
  | { readonly scope: 'once' | 'trainer'; readonly draft: string }
  | { readonly scope: 'conversation'; readonly conversation: string }
  | { readonly scope: 'shop'; readonly shop: string }
);

/** A draft where it is written, and what was dismissed on this page. */
export interface Screened {
  readonly draft: Draft;
  readonly dismissals: readonly Dismissal[];
  readonly page: PageState | { readonly kind: 'orphaned'; readonly kept: boolean };
}

/** A send that was stopped and waits for the agent's decision. */
export interface Held {
  readonly draft: string;
  readonly conversation: string | null;
  readonly text: string;
}

const RANK: Readonly<Record<Level, number>> = { hint: 0, warn: 1, block: 2 };

function silences(dismissal: Dismissal, { rule, level }: Finding, { draft, page }: Screened): boolean {
  if (dismissal.rule !== rule) return false;
  if ('draft' in dismissal) return dismissal.draft === draft.id;
  // What is forbidden speaks in each draft anew, also when it was not yet forbidden at the time.
  if (level === 'block') return false;
  if ('shop' in dismissal) return 'place' in page && page.place.shop === dismissal.shop;
  return dismissal.conversation === draft.conversation;
}

/** The findings that still speak, the gravest first, then in the order of the text. */
export function speaking(screened: Screened): Finding[] {
  return screened.draft.findings
    .filter((finding) => !screened.dismissals.some((dismissal) => silences(dismissal, finding, screened)))
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
