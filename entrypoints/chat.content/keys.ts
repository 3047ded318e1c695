import { wishOfKey } from '../../components/panel/keys.ts';
import type { On } from '../../components/panel/view.ts';
import type { Session } from './session.ts';
import { screeningView, suggestionsView } from './view.ts';

/**
 * Hears the panel's keys wherever the focus is. A key that is ours is stopped whole, so that the console never
 * acts on it; any other is left alone. An untrusted key is the page's own doing and means nothing to us.
 */
export function listenForKeys(session: Session, on: On): void {
  let ours: string | null = null;
  const options = { capture: true, signal: session.signal };
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      const model = session.model();
      const { search, notice } = model;
      const wish = wishOfKey(event, {
        screening: screeningView(model),
        suggestions: suggestionsView(model),
        search: search && { query: search.query },
        notice: notice && { ...notice, undo: notice.undoes !== null },
      });
      ours = wish ? event.code : null;
      if (!wish) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      on(wish, event);
    },
    options,
  );
  window.addEventListener(
    'keyup',
    (event) => {
      if (!event.isTrusted || event.code !== ours) return;
      ours = null;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    options,
  );
}
