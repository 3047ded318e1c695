import { Search, X } from 'lucide';
import { IconAction } from './Action.tsx';
import { Icon } from './Icon.tsx';
import { KEYS } from './keys.ts';
import type { On } from './view.ts';
import { useSay } from './words.ts';

function takeFocus(input: HTMLInputElement | null): void {
  input?.focus();
}

/**
 * Search in all scripts. A bare digit or Enter places what was found; nothing is asked for and nothing placed
 * while an input method composes.
 */
export function SearchBox({ query, found, on }: { query: string; found: number; on: On }) {
  const say = useSay();
  const ask = (event: Event) =>
    on({ kind: 'search', query: (event.currentTarget as HTMLInputElement).value }, event);
  const press = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229 || event.altKey || event.ctrlKey || event.metaKey) return;
    const index = event.key === 'Enter' ? 0 : /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : -1;
    if (index < 0 || index >= found) return;
    event.preventDefault();
    on({ kind: 'insert', index }, event);
  };
  return (
    <search class="search">
      <Icon node={Search} />
      <input
        type="text"
        ref={takeFocus}
        defaultValue={query}
        aria-label={say('search.label')}
        placeholder={say('search.label')}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => {
          if (!event.isComposing) ask(event);
        }}
        onCompositionEnd={ask}
        onKeyDown={press}
      />
      <IconAction
        name={`${say('search.close')} ${KEYS.keepEditing}`}
        onClick={(event) => on({ kind: 'close-search' }, event)}
      >
        <Icon node={X} />
      </IconAction>
    </search>
  );
}
