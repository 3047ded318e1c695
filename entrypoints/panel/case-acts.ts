import type { Wish } from '../../components/panel/view.ts';
import { openConversation, type Session } from '../chat.content/session.ts';

type CaseWish = Extract<Wish, { kind: 'open-case' | 'save-case' | 'close-case' }>;

/** Opens, changes and closes the conversation's case (跟进单); each act is a fact in the log. */
export function createCaseActs(session: Session): (wish: CaseWish) => void {
  const done = (key: 'note.case-opened' | 'note.case-saved' | 'note.case-closed') => {
    session.set({ notice: { key, values: {}, tone: 'fine', undoes: null } });
  };

  return (wish) => {
    const ref = openConversation(session);
    const open = session.model().case;
    if (!ref) return;
    if (wish.kind === 'open-case') {
      const id = session.newId();
      const fields: Record<string, string> = wish.note === '' ? {} : { note: wish.note };
      session.observe.conversation(ref, { kind: 'case-opened', case: id, category: wish.category });
      if (wish.note !== '') session.observe.conversation(ref, { kind: 'case-changed', case: id, fields });
      session.set({ case: { id, category: wish.category, fields, openedAt: Date.now() } });
      return done('note.case-opened');
    }
    if (!open) return;
    if (wish.kind === 'close-case') {
      session.observe.conversation(ref, { kind: 'case-closed', case: open.id, outcome: wish.outcome });
      session.set({ case: null });
      return done('note.case-closed');
    }
    const fields = { ...open.fields, note: wish.note, category: wish.category };
    session.observe.conversation(ref, { kind: 'case-changed', case: open.id, fields });
    session.set({ case: { ...open, category: wish.category, fields } });
    return done('note.case-saved');
  };
}
