import type { ConversationRef } from '../../adapters/sighting.ts';
import type { PanelKey } from '../../components/i18n/panel.ts';
import { scopesFor } from '../../components/panel/scopes.ts';
import type { DismissScope, Place } from '../../core/event.ts';
import type { Finding } from '../../scripts-library/screen/finding.ts';
import type { Desk } from '../chat.content/bridge.ts';
import type { Undoable } from '../chat.content/model.ts';
import type { Dismissal } from '../chat.content/screening.ts';
import { openConversation, placeOf } from '../chat.content/session.ts';

type Given = Extract<Undoable, { kind: 'dismissal' }>;

function dismissalOf(
  rule: string,
  scope: DismissScope,
  { draft, conversation, place }: { draft: string; conversation: ConversationRef; place: Place },
): Dismissal {
  if (scope === 'shop') return { rule, scope, shop: place.shop };
  if (scope === 'conversation') return { rule, scope, conversation: conversation.key };
  return { rule, scope, draft };
}

export interface Dismissing {
  /** Silences a finding's rule as far as asked, if it may be. Resolves when that will outlive the page. */
  dismiss(finding: Finding, scope: DismissScope): Promise<void>;
  /** Takes a dismissal back, wherever the agent is by now. */
  restore(given: Given): Promise<void>;
}

/** The four ways of ignoring a finding (忽略) and the way back. Both are facts in the log. */
export function createDismissing({ session, writing }: Pick<Desk, 'session' | 'writing'>): Dismissing {
  const { model, set, observe } = session;
  const notice = (key: PanelKey, undoes: Undoable | null, tone: 'fine' | 'trouble' = 'fine') =>
    set({ notice: { key, values: {}, tone, undoes } });

  /** Has a shop's choice kept for the next page; says so when it could not be. */
  const keep = async ({ dismissal, place }: Given, quiet: boolean, undoes: Given | null) => {
    if (dismissal.scope !== 'shop') return;
    try {
      await session.call('rule.quiet', { place, rule: dismissal.rule, quiet });
    } catch (error) {
      console.debug('counterside: not kept', error instanceof Error ? error.name : typeof error);
      notice('note.not-kept', undoes, 'trouble');
    }
  };

  return {
    dismiss: async ({ rule, level }, scope) => {
      const conversation = openConversation(session);
      const { draft, dismissals } = model();
      if (!conversation || !scopesFor(level).includes(scope)) return;
      const where = { draft: draft.id, conversation, place: placeOf(session) };
      const dismissal = dismissalOf(rule, scope, where);
      const given: Given = { kind: 'dismissal', dismissal, ...where };
      observe.conversation(conversation, { kind: 'finding-dismissed', draft: draft.id, rule, scope });
      set({ dismissals: [...dismissals, dismissal] });
      notice(`note.dismissed.${scope}`, given);
      writing.redraw();
      await keep(given, true, given);
    },
    restore: async (given) => {
      const { dismissal, draft, conversation } = given;
      observe.conversation(conversation, { kind: 'finding-restored', draft, rule: dismissal.rule });
      set({ dismissals: model().dismissals.filter((one) => one !== dismissal) });
      notice('note.undone', null);
      writing.redraw();
      await keep(given, false, null);
    },
  };
}
