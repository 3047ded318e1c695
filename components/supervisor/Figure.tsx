import type { ComponentChildren } from 'preact';
import { say } from '../i18n/say.ts';
import type { Act, FigureKind } from './view.ts';

/** A figure that opens to what it was computed from. */
export function Figure({
  agent,
  figure,
  what,
  act,
  children,
}: {
  agent: string;
  figure: FigureKind;
  /** Column and agent in words, for who cannot see the table. */
  what: string;
  act: Act;
  children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      class="figure"
      title={say('sup.openFigure', { what })}
      onClick={(event) => {
        event.stopPropagation();
        act({ kind: 'open', agent, figure });
      }}
    >
      {children}
    </button>
  );
}
