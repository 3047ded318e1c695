import { isSendGesture } from '../../adapters/gate-targets.ts';
import type { Composer } from '../../adapters/sighting.ts';
import { type Draft, type DraftWatch, followDraft } from './draft.ts';
import { createFindingLog } from './finding-log.ts';
import type { Gate } from './gate.ts';
import { createHighlights } from './highlight.ts';
import { lastAsked } from './live.ts';
import type { Overlay } from './overlay.ts';
import { afterEdit, holding, sameWords, speaking } from './screening.ts';
import { openConversation, type Session } from './session.ts';

export interface Writing extends DraftWatch {
  /** An own message was seen: what the draft held was sent. */
  sent(): void;
  /** Screens and underlines anew: after a dismissal, a switch of conversation, or when the rules have come. */
  redraw(): void;
  /** Ends a stopped send. */
  release(outcome: 'overridden' | 'edited' | 'abandoned'): void;
}

/** As much of a message as is kept and judged once it is sent; a page may put a megabyte into its editor. UTF-16 units. */
const SCREENED = 4_000;

/** The draft as the rules see it now. It keeps its id while it is the same piece of writing. */
function judged(session: Session, text: string): Draft {
  const before = session.model().draft;
  const conversation = openConversation(session)?.key ?? null;
  if (text === '') return { id: '', conversation, text, findings: [] };
  const asked = lastAsked(session.lives.get(conversation ?? ''));
  const context = { by: 'agent', platform: session.adapter.id, ...(asked ? { asked } : {}) } as const;
  return {
    id: before.id !== '' && before.conversation === conversation ? before.id : session.newId(),
    conversation,
    text,
    findings: session.wording.judge()?.(text.slice(0, SCREENED), context) ?? [],
  };
}

/**
 * Follows the draft, screens it as it changes, underlines, logs what stands, and holds a forbidden send. `show` puts
 * the panel back on a page that removed it: whoever is held must read why.
 */
export function createWriting(session: Session, gate: Gate, overlay: Overlay, show: () => void): Writing {
  const { signal } = session;
  const log = createFindingLog(session);
  const highlights = createHighlights(() => watch.refresh(), { signal });

  const grave = () => {
    const model = session.model();
    return holding(speaking(model), model.hello?.settings.holdAt ?? 'never');
  };

  const underline = (composer: Composer | null): boolean => {
    const found = speaking(session.model());
    if (composer?.kind === 'contenteditable') {
      overlay.clear();
      return highlights.draw(composer, found);
    }
    highlights.clear();
    if (composer) return overlay.draw(composer.element as HTMLTextAreaElement, found);
    overlay.clear();
    return false;
  };

  const release = (outcome: 'overridden' | 'edited' | 'abandoned') => {
    const { gating } = session.model();
    const conversation = gating.kind === 'open' ? null : gating.held.conversation;
    const live = conversation === null ? undefined : session.lives.get(conversation);
    if (gating.kind !== 'open' && live)
      session.observe.conversation(live.ref, { kind: 'send-released', draft: gating.held.draft, outcome });
    session.set({ gating: { kind: 'open' } });
  };

  const onText = (text: string, composer: Composer | null) => {
    // What was said of the last act is stale once the words are others.
    const said = text === session.model().draft.text ? {} : { notice: null };
    session.set({ draft: judged(session, text), composer: composer !== null, ...said });
    const { gating, draft } = session.model();
    if (gating.kind === 'held' && !sameWords(gating.held, draft)) {
      const next = afterEdit(gating.held, draft, grave());
      if (next.kind === 'held') session.set({ gating: { ...gating, held: next.held } });
      else release(next.outcome);
    }
    session.set({ underlined: underline(composer) });
    log.changed();
  };

  const watch = followDraft(session.page, () => session.composer(), onText, { signal });

  /** Stops the gesture if the words, read at this very moment, may not go out yet. */
  const hold = (event: Event): boolean => {
    const { page, shown } = session.model();
    if (page.kind !== 'ready' || !shown || watch.composing(event.timeStamp)) return false;
    if (!isSendGesture(session.adapter, event, session.page)) return false;
    if (session.composer()?.read()) session.wording.judgeNow();
    watch.refresh();
    const { draft, gating } = session.model();
    const open = openConversation(session);
    if (!open || draft.text === '' || (gating.kind === 'released' && sameWords(gating.held, draft)))
      return false;
    const found = grave();
    if (found.length === 0) return false;
    if (gating.kind !== 'held') {
      log.settle();
      const rules = [...new Set(found.map(({ rule }) => rule))];
      session.observe.conversation(open, { kind: 'send-held', draft: draft.id, rules });
    }
    show();
    const held = { draft: draft.id, conversation: draft.conversation, text: draft.text };
    session.set({ gating: { kind: 'held', held, choosing: false }, current: 0, tab: 'reply' });
    return true;
  };

  gate.arm(hold);
  signal.addEventListener('abort', () => {
    gate.disarm();
    overlay.clear();
    highlights.clear();
  });

  return {
    ...watch,
    release,
    redraw: () => {
      const composer = session.composer();
      onText(composer?.read() ?? '', composer);
    },
    sent: () => {
      const { kind } = session.model().gating;
      if (kind !== 'open') release(kind === 'released' ? 'overridden' : 'abandoned');
      log.sent();
      watch.refresh();
    },
  };
}
