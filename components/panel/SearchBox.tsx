import { Action } from './Action.tsx';
import { takeFocus } from './isolate.ts';
import { isPlain, KEYS } from './keys.ts';
import type { Ui } from './ui.ts';

/**
 * Search in all scripts. A bare digit or Enter places what was found; nothing is asked for and nothing placed
 * while an input method composes.
 */
export function SearchBox({ query, found, ui }: { query: string; found: number; ui: Ui }) {
  const ask = (event: Event) => {
    const { value } = event.currentTarget as HTMLInputElement;
    if (!(event as InputEvent).isComposing) ui.on({ kind: 'search', query: value }, event);
  };
  const press = (event: KeyboardEvent) => {
    const index = event.key === 'Enter' ? 0 : Number(event.key) - 1;
    if (!isPlain(event) || !(index >= 0 && index < found)) return;
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
