import type { PanelDoor } from '../chat.content/bridge.ts';

export interface PanelPlace {
  /** Where to draw. */
  readonly target: HTMLElement;
  /** Moves it to where the panel leaves room now: a panel that was folded up has let its places go. */
  settle(): void;
}

/** A place for what joins the panel from a file of its own, with its own styles: the element of this id, once drawn. */
export function placeInPanel({ session, root }: PanelDoor, id: string, css: string): PanelPlace {
  const home = session.page.createElement('div');
  const style = session.page.createElement('style');
  style.textContent = css;
  const target = session.page.createElement('div');
  home.append(style, target);
  return {
    target,
    settle: () => {
      const place = root.querySelector(`#${id}`);
      if (place && home.parentElement !== place) place.append(home);
    },
  };
}
