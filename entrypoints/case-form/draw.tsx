import { render } from 'preact';
import { CaseForm } from '../../components/case/CaseForm.tsx';
import type { CaseFormView, CaseView } from '../../components/case/view.ts';
import type { PanelDoor } from '../chat.content/bridge.ts';
import type { Model } from '../chat.content/model.ts';
import { createCaseActs } from './acts.ts';

function caseView({ case: open }: Model): CaseView {
  if (open === null) return { kind: 'none' };
  const { id, category, openedAt, fields } = open;
  return { kind: 'open', id, category, openedAt, note: fields.note ?? '' };
}

/** Draws the form whenever the panel is drawn, in the place that the panel leaves for it. */
export function drawCaseForm({ session, root, follow }: PanelDoor): void {
  const home = session.page.createElement('div');
  /** What was said of the last act, and where: it is no word on another conversation. */
  let said: { readonly notice: CaseFormView['notice']; readonly conversation: string } | null = null;
  const act = createCaseActs(session, (notice, conversation) => {
    said = { notice, conversation };
  });
  follow(() => {
    const place = root.querySelector('#part-case');
    // A panel that was folded up has let its places go.
    if (place && home.parentElement !== place) place.append(home);
    const model = session.model();
    const { page, language } = model;
    const conversation = page.kind === 'ready' ? page.conversation.key : null;
    const notice = said?.conversation === conversation ? said.notice : null;
    const view = { language, conversation, case: caseView(model), notice };
    render(<CaseForm view={view} on={(wish, event) => event.isTrusted && act(wish)} />, home);
  });
}
