import type { InsertOutcome } from '../../adapters/sighting.ts';
import { t } from '../../components/i18n/translate.ts';
import type { On, Wish } from '../../components/panel/view.ts';
import { call } from '../../messaging/call.ts';
import { askSearch, askSuggestions, askToday } from './answers.ts';
import { createCaseActs } from './case-acts.ts';
import { showNewer } from './replies.ts';
import { speaking } from './screening.ts';
import { openConversation, type Session } from './session.ts';
import { findingId, shownSuggestions } from './view.ts';
import type { Writing } from './writing.ts';

/** Does what a person asked of the panel. Only trusted acts count, and none of them sends. */
export function createWishes(session: Session, writing: Writing): On {
  const cases = createCaseActs(session);

  const say = (outcome: InsertOutcome, done: string) => {
    const text = outcome.ok ? done : t(`panel.trouble.${outcome.reason}`);
    session.set({
      notice: { text, tone: outcome.ok ? 'fine' : 'trouble', undoes: outcome.ok ? 'edit' : null },
    });
    writing.refresh();
  };

  const missingComposer: InsertOutcome = { ok: false, reason: 'composer-missing' };

  const insert = async (index: number) => {
    const suggestion = shownSuggestions(session.model())[index];
    const open = openConversation(session);
    if (!suggestion || !open) return;
    const composer = session.composer();
    const outcome = composer ? await composer.insert(suggestion.text, open.key) : missingComposer;
    if (outcome.ok) {
      session.observe.conversation(open, { kind: 'suggestion-inserted', script: suggestion.script });
      session.set({ search: null });
      const hole = suggestion.slots.find(({ state }) => state === 'missing');
      const at = hole ? (composer?.read().indexOf(suggestion.text.slice(hole.start, hole.end)) ?? -1) : -1;
      if (hole && at >= 0) composer?.select(at, at + hole.end - hole.start);
    }
    say(outcome, t('panel.notice.inserted'));
  };

  const replace = async (id: string) => {
    const { draft, dismissals, hello } = session.model();
    const finding = speaking(draft, dismissals).find((found) => findingId(found) === id);
    const words = finding && (finding.replacement ?? hello?.rules.notes[finding.rule]?.replacement);
    const open = openConversation(session);
    if (!finding || words === undefined || !open) return;
    const composer = session.composer();
    const { start, end } = finding;
    say(
      composer ? await composer.replace(start, end, words, open.key) : missingComposer,
      t('panel.notice.replaced'),
    );
  };

  const dismiss = (wish: Extract<Wish, { kind: 'dismiss' }>) => {
    const { draft, dismissals } = session.model();
    const finding = speaking(draft, dismissals).find((found) => findingId(found) === wish.finding);
    const open = openConversation(session);
    if (!finding || !open) return;
    const { scope } = wish;
    session.observe.conversation(open, {
      kind: 'finding-dismissed',
      draft: draft.id,
      rule: finding.rule,
      scope,
    });
    const dismissal = { rule: finding.rule, scope, draft: draft.id, conversation: open.key };
    session.set({
      dismissals: [...dismissals, dismissal],
      notice: { text: t('panel.notice.dismissed'), tone: 'fine', undoes: 'dismissal' },
    });
    writing.redraw();
  };

  const override = (wish: Extract<Wish, { kind: 'override' }>) => {
    const { gating, draft, dismissals } = session.model();
    const open = openConversation(session);
    if (gating.kind !== 'held' || !open) return;
    for (const { rule } of speaking(draft, dismissals))
      session.observe.conversation(open, {
        kind: 'finding-overridden',
        draft: draft.id,
        rule,
        reason: wish.reason,
      });
    session.set({ gating: { kind: 'released', held: gating.held, reason: wish.reason } });
    session.composer()?.element.focus();
  };

  const keepEditing = () => {
    const { gating } = session.model();
    if (gating.kind !== 'held') return;
    session.set({ gating: { kind: 'open' } });
    session.composer()?.element.focus();
  };

  /** Takes back the last act: a dismissal by forgetting it, an insertion by the editor's own undo. */
  const undo = () => {
    const { notice, dismissals } = session.model();
    if (!notice?.undoes) return;
    session.set({ notice: null });
    if (notice.undoes === 'dismissal') session.set({ dismissals: dismissals.slice(0, -1) });
    else {
      session.composer()?.element.focus();
      session.page.execCommand('undo');
    }
    writing.redraw();
  };

  const layout = (wish: Extract<Wish, { kind: 'layout' }>) => {
    session.set({ layout: wish.layout });
    void call('layout.save', { console: session.adapter.id, layout: wish.layout }).catch((error: unknown) => {
      console.debug('counterside: layout not kept', error instanceof Error ? error.name : typeof error);
    });
  };

  const on = (wish: Wish): void => {
    switch (wish.kind) {
      case 'insert':
        return void insert(wish.index);
      case 'replace':
        return void replace(wish.finding);
      case 'dismiss':
        return dismiss(wish);
      case 'override':
        return override(wish);
      case 'keep-editing':
        return keepEditing();
      case 'undo':
        return undo();
      case 'layout':
        return layout(wish);
      case 'choose-reason': {
        const { gating } = session.model();
        return gating.kind === 'held' ? session.set({ gating: { ...gating, choosing: true } }) : undefined;
      }
      case 'step': {
        const { draft, dismissals, current } = session.model();
        const count = speaking(draft, dismissals).length || 1;
        return session.set({ current: (current + wish.by + count) % count });
      }
      case 'show-newer':
        return session.set({ replies: showNewer(session.model().replies) });
      case 'search':
        return void askSearch(session, wish.query);
      case 'close-search':
        session.set({ search: null });
        return void askSuggestions(session);
      case 'tab':
        session.set({ tab: wish.tab });
        return wish.tab === 'today' ? void askToday(session) : undefined;
      case 'open-case':
      case 'save-case':
      case 'close-case':
        return cases(wish);
      case 'open-page':
        return void call('page.open', { page: wish.page });
      case 'copy-health':
        return void navigator.clipboard.writeText(healthReport(session));
    }
  };
  return (wish, event) => {
    if (event.isTrusted) on(wish);
  };
}

/** What a maintainer needs to repair the reading of a page; no chat text, no names. */
function healthReport(session: Session): string {
  const { page } = session.model();
  const missing = page.kind === 'broken' ? page.missing : [];
  return JSON.stringify(
    { console: session.adapter.id, page: page.kind, missing, agent: navigator.userAgent },
    null,
    2,
  );
}
