import { type Case, hasLateNode, ownerOf } from '../../core/cases.ts';

export type CaseState = 'all' | 'open' | 'late' | 'urgent' | 'closed';
export const CASE_STATES: readonly CaseState[] = ['open', 'late', 'urgent', 'closed', 'all'];

export interface CaseFilter {
  readonly words: string;
  readonly state: CaseState;
  readonly category: string;
}

function inState(one: Case, state: CaseState): boolean {
  switch (state) {
    case 'all':
      return true;
    case 'closed':
      return one.closed !== null;
    case 'open':
      return one.closed === null;
    case 'late':
      return one.closed === null && hasLateNode(one);
    case 'urgent':
      return one.closed === null && one.fields.urgency === 'urgent';
  }
}

/** What a search looks through: everything entered, the number, who has it. */
const textOf = (one: Case): string =>
  [one.id, ownerOf(one) ?? '', ...Object.values(one.fields), ...one.notes.map(({ text }) => text)]
    .join('\n')
    .toLowerCase();

/** The cases that a filter leaves, the latest change first; all of several words must be there. */
export function filterCases(cases: readonly Case[], { words, state, category }: CaseFilter): Case[] {
  const wanted = words
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return cases
    .filter((one) => inState(one, state) && (category === '' || one.category === category))
    .filter((one) => {
      if (wanted.length === 0) return true;
      const text = textOf(one);
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => b.changedAt - a.changedAt);
}
