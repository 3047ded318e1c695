import type { CaseFormView, CaseWish } from '../../components/case/view.ts';
import { openConversation, type Session } from '../chat.content/session.ts';

/** Opens, changes and closes the conversation's case (跟进单); each act is a fact in the log. */
export function createCaseActs(
  session: Session,
  say: (notice: CaseFormView['notice'], conversation: string) => void,
): (wish: CaseWish) => void {
  return (wish) => {
    const ref = openConversation(session);
    const open = session.model().case;
    if (!ref) return;
    if (wish.kind === 'open-case') {
      const id = session.newId();
      const fields: Record<string, string> = wish.note === '' ? {} : { note: wish.note };
      session.observe.conversation(ref, { kind: 'case-opened', case: id, category: wish.category });
      if (wish.note !== '') session.observe.conversation(ref, { kind: 'case-changed', case: id, fields });
      say('case-opened', ref.key);
      session.set({ case: { id, category: wish.category, fields, openedAt: Date.now() } });
      return;
    }
    if (!open) return;
    if (wish.kind === 'close-case') {
      session.observe.conversation(ref, { kind: 'case-closed', case: open.id, outcome: wish.outcome });
      say('case-closed', ref.key);
      session.set({ case: null });
      return;
    }
    const fields = { ...open.fields, note: wish.note, category: wish.category };
    session.observe.conversation(ref, { kind: 'case-changed', case: open.id, fields });
    say('case-saved', ref.key);
    session.set({ case: { ...open, category: wish.category, fields } });
  };
}
