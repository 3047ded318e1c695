import { wishOfKey } from '../../components/panel/keys.ts';
import type { On } from '../../components/panel/view.ts';
import type { Session } from '../chat.content/session.ts';
import { selectHole } from './holes.ts';
import { noticeView, screeningView, suggestionsView } from './view.ts';

/** Tab in the editor goes to the next hole of the script that was placed, as long as one is left. */
function fillsNext(session: Session, event: KeyboardEvent): boolean {
  const { holes } = session.model();
  if (event.code !== 'Tab' || event.shiftKey || event.altKey || event.ctrlKey || event.isComposing)
    return false;
  const composer = session.composer();
  return (
    holes.length > 0 &&
    composer !== null &&
    event.composedPath().includes(composer.element) &&
    selectHole(composer, holes)
  );
}

/** A slash as the first sign in the editor, typed with or without an input method, asks for the search. */
function opensSearch({ model, adapter, composer }: Session, event: InputEvent): boolean {
  const target = composer()?.element;
  return (
    /^[/／、]$/u.test(event.data ?? '') &&
    event.cancelable &&
    model().draft.text === '' &&
    !adapter.ownShortcuts.includes('/') &&
    target !== undefined &&
    event.composedPath().includes(target)
  );
}

/**
 * Hears the panel's keys wherever the focus is. A key that is ours is stopped whole, so that the console never
 * acts on it; any other is left alone. An untrusted key is the page's own doing and means nothing to us.
 */
export function listenForKeys(session: Session, on: On): void {
  let ours: string | null = null;
  const claim = (event: KeyboardEvent) => {
    ours = event.code;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const options = { capture: true, signal: session.signal };
  window.addEventListener(
    'keydown',
    (event) => {
      if (!event.isTrusted) return;
      const model = session.model();
      const { search } = model;
      if (fillsNext(session, event)) return claim(event);
      const wish = wishOfKey(event, {
        screening: screeningView(model),
        suggestions: suggestionsView(model),
        search: search && { query: search.query },
        notice: noticeView(model),
      });
      ours = null;
      if (!wish) return;
      claim(event);
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
  window.addEventListener(
    'beforeinput',
    (event) => {
      if (event.isTrusted && opensSearch(session, event)) {
        event.preventDefault();
        on({ kind: 'search', query: '' }, event);
      }
    },
    options,
  );
}
