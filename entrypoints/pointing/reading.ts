import { isWeak } from '../../adapters/calibrate.ts';
import type { Adapter } from '../../adapters/define.ts';
import { chooseEditor } from '../../adapters/editor-choice.ts';
import { NOTHING } from '../../adapters/nothing.ts';
import { readChat } from '../../adapters/read.ts';
import type { Reading } from '../../components/pointing/view.ts';

/** As many of the last messages as one takes in at a glance. */
const SHOWN = 5;

/** What the adapter reads on this page now, for a person to judge. */
export function readingOf(adapter: Adapter, page: Document): Reading {
  const { rows } = readChat(adapter, page, Date.now());
  return {
    lines: rows.slice(-SHOWN).map(({ by, text }) => ({ by, text: text.slice(0, 120) })),
    composer: chooseEditor(adapter, page) !== null,
    send: adapter.send !== NOTHING,
    weak: isWeak(adapter),
  };
}
