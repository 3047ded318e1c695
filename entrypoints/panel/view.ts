import { panelText } from '../../components/i18n/panel.ts';
import type {
  FindingView,
  Notice,
  PageView,
  PanelView,
  ScreeningView,
  SuggestionsView,
  WaitView,
} from '../../components/panel/view.ts';
import type { Finding } from '../../scripts-library/screen/finding.ts';
import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';
import { matchOf } from '../chat.content/draft.ts';
import type { Model } from '../chat.content/model.ts';
import { sameWords, speaking } from '../chat.content/screening.ts';

function pageView({ page }: Model): PageView {
  if (page.kind !== 'ready') return page;
  const { key, buyer } = page.conversation;
  return { kind: 'ready', conversation: key, buyer, order: page.order };
}

/** Names a finding for wishes: the rule and where it stands in the draft. */
export function findingId(finding: Finding): string {
  return `${finding.rule}@${finding.start}`;
}

function findingView(model: Model, finding: Finding): FindingView {
  const note = model.hello?.rules.notes[finding.rule];
  return {
    id: findingId(finding),
    rule: finding.rule,
    level: finding.level,
    title: note?.title ?? finding.rule,
    message: note?.message ?? '',
    why: note?.why ?? '',
    clause: note?.clause ?? null,
    penalty: note?.penalty ?? null,
    match: matchOf(model.draft, finding),
    replacement: note?.replacement ?? null,
    underlined: model.underlined,
  };
}

/** What the rules say of the draft now. */
export function screeningView(model: Model): ScreeningView {
  if (model.hello === null) return { kind: 'loading' };
  if (model.page.kind === 'broken' || model.page.kind === 'unusable')
    return { kind: 'off', reason: 'unhealthy' };
  if (model.page.kind === 'ready' && !model.composer) return { kind: 'off', reason: 'no-composer' };
  if (model.draft.text !== '' && !model.judging) return { kind: 'loading' };
  const found = speaking(model);
  const findings = found.map((finding) => findingView(model, finding));
  const current = Math.min(model.current, Math.max(0, findings.length - 1));
  const { gating, draft } = model;
  if (gating.kind === 'released' && sameWords(gating.held, draft))
    return { kind: 'released', reason: gating.reason };
  if (findings.length === 0) return { kind: 'clean' };
  if (gating.kind === 'held') return { kind: 'held', findings, current, choosing: gating.choosing };
  return { kind: 'found', findings, current };
}

/** The replies that the panel shows now, in the order of their keys. */
export function shownSuggestions(model: Model): readonly Suggestion[] {
  const view = suggestionsView(model);
  return view.kind === 'list' ? view.items : [];
}

/** What is offered now. */
export function suggestionsView({ replies, search, page }: Model): SuggestionsView {
  if (search) return { kind: 'list', because: null, items: search.items, newer: false };
  if (page.kind !== 'ready' || replies.kind === 'none' || replies.conversation !== page.conversation.key)
    return { kind: 'none' };
  if (replies.kind === 'loading') return { kind: 'loading' };
  return { kind: 'list', because: replies.because, items: replies.items, newer: replies.newer !== null };
}

/** The line after an act, in the panel's language. */
export function noticeView({ notice, language }: Model): Notice | null {
  if (notice === null) return null;
  const { key, values, tone, undoes } = notice;
  return { text: panelText(language)(key, values), tone, undo: undoes !== null };
}

function adviceView({ advice, hello }: Model): PanelView['advice'] {
  return advice.flatMap((rule) => {
    const note = hello?.rules.notes[rule];
    return note ? [{ rule, title: note.title, message: note.message }] : [];
  });
}

/** What the panel draws, from what the page's model knows and who waits now. */
export function viewOf(
  model: Model,
  label: string,
  waits: { readonly wait: WaitView; readonly others: PanelView['others'] },
): PanelView {
  return {
    language: model.language,
    console: label,
    layout: model.layout,
    page: pageView(model),
    unsaved: model.unsaved,
    ...waits,
    screening: screeningView(model),
    advice: adviceView(model),
    suggestions: suggestionsView(model),
    search: model.search && { query: model.search.query },
    tab: model.tab,
    openCase: model.case !== null,
    today: model.today,
    person: model.hello?.person ?? null,
    notice: noticeView(model),
  };
}
