import type { InsertOutcome } from '../../adapters/sighting.ts';
import type { PanelKey } from '../../components/i18n/panel.ts';
import type { On, Wish } from '../../components/panel/view.ts';
import { repairSpan } from '../../scripts-library/screen/repair.ts';
import type { Desk } from '../chat.content/bridge.ts';
import type { Undoable } from '../chat.content/model.ts';
import { showNewer } from '../chat.content/replies.ts';
import { holding, speaking } from '../chat.content/screening.ts';
import { openConversation, type Session } from '../chat.content/session.ts';
import { createDismissing } from './dismissing.ts';
import { holesOf, selectHole } from './holes.ts';
import { findingId, shownSuggestions } from './view.ts';

const EDIT: Undoable = { kind: 'edit' };

type WishOf<K extends Wish['kind']> = Extract<Wish, { kind: K }>;

/** What a maintainer needs to repair the reading of a page; no chat text, no names. */
function healthReport(session: Session): string {
  const { id } = session.adapter;
  return JSON.stringify({ console: id, ...session.health(), browser: navigator.userAgent }, null, 2);
}

/** Does what a person asked of the panel. Only trusted acts count, and none of them sends. */
export function createWishes({ session, writing, search, today }: Desk): On {
  const { set, model, call } = session;
  const notice = (key: PanelKey, undoes: Undoable | null = null, values: Record<string, number> = {}) =>
    set({ notice: { key, values, tone: 'fine', undoes } });

  const dismissing = createDismissing({ session, writing });

  const trouble = (reason: Extract<InsertOutcome, { ok: false }>['reason']) => {
    const key = reason === 'conversation-changed' ? 'note.refused' : 'note.failed';
    set({ notice: { key, values: {}, tone: 'trouble', undoes: null } });
  };

  const found = (id: string) => speaking(model()).find((finding) => findingId(finding) === id);

  const place = async (index: number): Promise<void> => {
    const suggestion = shownSuggestions(model())[index];
    const open = openConversation(session);
    const composer = session.composer();
    if (!suggestion || !open) return;
    if (!composer) return trouble('composer-missing');
    const outcome = await session.insert(composer, { text: suggestion.text, expected: open.key });
    writing.refresh();
    if (!outcome.ok) return trouble(outcome.reason);
    session.observe.conversation(open, { kind: 'suggestion-inserted', script: suggestion.script });
    const holes = holesOf(suggestion);
    set({ search: null, holes });
    if (holes.length === 0) return notice('note.inserted', EDIT);
    selectHole(composer, holes);
    notice('note.inserted-missing', EDIT, { n: holes.length });
  };

  const replace = async (wish: WishOf<'replace'>): Promise<void> => {
    const finding = found(wish.finding);
    const note = finding && model().hello?.rules.notes[finding.rule];
    const open = openConversation(session);
    const composer = session.composer();
    if (!finding || note?.replacement === undefined || !open) return;
    if (!composer) return trouble('composer-missing');
    const of = model().draft.text;
    const over = { ...repairSpan(of, finding, note.replaces), of };
    const outcome = await session.insert(composer, { text: note.replacement, expected: open.key, over });
    writing.refresh();
    if (outcome.ok) notice('note.replaced', EDIT);
    else trouble(outcome.reason);
  };

  const dismiss = ({ finding: id, scope }: WishOf<'dismiss'>) => {
    const finding = found(id);
    return finding && dismissing.dismiss(finding, scope);
  };

  const override = ({ reason }: WishOf<'override'>) => {
    const { gating, draft, hello } = model();
    const open = openConversation(session);
    if (gating.kind !== 'held' || !open) return;
    const grave = holding(speaking(model()), hello?.settings.holdAt ?? 'never');
    for (const rule of new Set(grave.map((finding) => finding.rule)))
      session.observe.conversation(open, { kind: 'finding-overridden', draft: draft.id, rule, reason });
    set({ gating: { kind: 'released', held: gating.held, reason } });
    session.composer()?.element.focus();
  };

  const keepEditing = () => {
    if (model().gating.kind === 'held') writing.release('edited');
    session.composer()?.element.focus();
  };

  /** Takes back the last act: a dismissal by forgetting it, an insertion by the editor's own undo. */
  const undo = () => {
    const undoes = model().notice?.undoes;
    if (!undoes) return undefined;
    if (undoes.kind === 'dismissal') return dismissing.restore(undoes);
    session.composer()?.element.focus();
    session.page.execCommand('undo');
    writing.redraw();
    notice('note.undone');
    return undefined;
  };

  const step = ({ by }: WishOf<'step'>) => {
    const count = speaking(model()).length || 1;
    set({ current: (model().current + by + count) % count });
  };

  /** Asks the background for something whose failure changes nothing that was saved. */
  const request = (work: Promise<unknown>) =>
    work.catch((error: unknown) => {
      console.debug('counterside: not done', error instanceof Error ? error.name : typeof error);
    });

  const copyHealth = async () => {
    await navigator.clipboard.writeText(healthReport(session));
    notice('note.copied');
  };

  const acts: { [K in Wish['kind']]: (wish: WishOf<K>) => unknown } = {
    insert: ({ index }) => place(index),
    replace,
    dismiss,
    override,
    'keep-editing': keepEditing,
    undo,
    step,
    'choose-reason': () => {
      const { gating } = model();
      if (gating.kind === 'held') set({ gating: { ...gating, choosing: true } });
    },
    'show-newer': () => set({ replies: showNewer(model().replies) }),
    search: ({ query }) => search(query),
    'close-search': () => {
      set({ search: null });
      session.composer()?.element.focus();
    },
    tab: ({ tab }) => {
      set({ tab });
      if (tab === 'case') return request(call('part.load', { part: 'case-form' }));
      return tab === 'today' ? today() : undefined;
    },
    layout: ({ layout }) => {
      set({ layout });
      return request(call('layout.save', { console: session.adapter.id, layout }));
    },
    'open-page': ({ page }) => request(call('page.open', { page })),
    'copy-health': () => request(copyHealth()),
    point: () => request(call('chat.point', { tab: null })),
  };

  return (wish, event) => {
    if (event.isTrusted) void (acts[wish.kind] as (wish: Wish) => unknown)(wish);
  };
}
