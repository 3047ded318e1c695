import { Action } from './Action.tsx';
import { takeFocus } from './isolate.ts';
import { isPlain, KEYS } from './keys.ts';
import type { Ui } from './ui.ts';

/** What an input method shows of pinyin before a word is chosen: letters, and marks between syllables. */
const LETTERS = /^[a-z][a-z'’ ]+$/i;

/**
 * Search in all scripts. Enter places the first that was found, a bare digit the one of that number. While an input method composes its letters are
 * looked for as pinyin, and nothing is placed.
 */
export function SearchBox({ query, found, ui }: { query: string; found: number; ui: Ui }) {
  const ask = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    if (!(event as InputEvent).isComposing) ui.on({ kind: 'search', query: value }, event);
    else if (LETTERS.test(value)) ui.on({ kind: 'search', query: value.replaceAll(/['’ ]/g, '') }, event);
  };
  const press = (event: KeyboardEvent) => {
    const index = event.key === 'Enter' ? 0 : Number(event.key) - 1;
    // Who has typed digits so far types a code or a goods number.
    const number = /^\d+$/.test((event.currentTarget as HTMLInputElement).value);
    if (!isPlain(event) || (number && event.key !== 'Enter') || !(index >= 0 && index < found)) return;
    event.preventDefault();
    ui.on({ kind: 'insert', index }, event);
  };
  const label = ui.say('search.label');
  return (
    <search class="row">
      <input
        ref={takeFocus}
        defaultValue={query}
        aria-label={label}
        placeholder={label}
        autocomplete="off"
        onInput={ask}
        onCompositionEnd={ask}
        onKeyDown={press}
      />
      <Action
        ui={ui}
        look="ic"
        bare
        word="search.close"
        cap={KEYS.keepEditing}
        wish={{ kind: 'close-search' }}
      />
    </search>
  );
}
