import { render } from 'preact';
import { CaseForm } from '../../components/case/CaseForm.tsx';
import caseCss from '../../components/case/case.css?inline';
import type { CaseFormView } from '../../components/case/view.ts';
import { PAGE_ZONE } from '../../components/ui/days.ts';
import type { PanelDoor } from '../chat.content/bridge.ts';
import { placeOf, type Session } from '../chat.content/session.ts';
import { createCaseActs } from './acts.ts';

/** What the page shows that a case is opened with: order, shop, the buyer's name. */
function knownOf(session: Session): Record<string, string> {
  const { page } = session.model();
  if (page.kind !== 'ready') return {};
  const { console, shop } = placeOf(session);
  const { order, conversation } = page;
  return {
    ...(shop === 'unknown' || shop === '' ? {} : { shop: `${console}/${shop}`.slice(0, 120) }),
    ...(order && /^[\w-]{1,60}$/.test(order) ? { order } : {}),
    ...(conversation.buyer ? { 'buyer-id': conversation.buyer.slice(0, 80) } : {}),
  };
}

/**
 * Puts the focus on the button that opens the case, once the suggested class is picked in the form: Enter confirms it.
 * Only from the tab that the agent has just chosen; nobody is taken away from what they write.
 */
function offerToConfirm(root: HTMLElement, home: HTMLElement): void {
  const within = root.getRootNode();
  const focused = within instanceof ShadowRoot ? within.activeElement : null;
  if (focused?.id === 'tab-case') home.querySelector<HTMLElement>('.new-case button.main')?.focus();
}

/** Draws the form whenever the panel is drawn, in the place that the panel leaves for it. */
export function drawCaseForm({ session, root, follow }: PanelDoor): void {
  const home = session.page.createElement('div');
  const style = session.page.createElement('style');
  style.textContent = caseCss;
  root.before(style);
  const acts = createCaseActs(session, () => draw());
  /** The conversation whose suggested class was offered since the agent turned to this tab. */
  let offered: string | null = null;

  const draw = () => {
    const place = root.querySelector('#part-case');
    // A panel that was folded up has let its places go.
    if (place && home.parentElement !== place) place.append(home);
    const { page, language, tab, hello } = session.model();
    const conversation = page.kind === 'ready' ? page.conversation.key : null;
    const { card, notice, suggested } = acts.stateFor(conversation, tab === 'case');
    const view: CaseFormView = {
      language,
      conversation,
      card,
      known: knownOf(session),
      suggested,
      notice,
      person: hello?.person ?? null,
      now: Date.now(),
      timeZone: PAGE_ZONE,
    };
    render(
      <CaseForm
        view={view}
        newId={session.newId}
        on={(wish, event) => event.isTrusted && void acts.act(wish)}
      />,
      home,
    );
    if (tab !== 'case') offered = null;
    else if (suggested !== null && card.kind === 'known' && offered !== conversation) {
      offered = conversation;
      offerToConfirm(root, home);
    }
  };
  follow(draw);
}
