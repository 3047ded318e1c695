import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';
import { Action, Key } from './Action.tsx';
import { KEYED_SUGGESTIONS, KEYS } from './keys.ts';
import { SearchBox } from './SearchBox.tsx';
import { Slots } from './Slots.tsx';
import type { On, PanelView } from './view.ts';
import { useSay } from './words.ts';

/** What to say: the frozen list, or what the search found. */
export function Suggestions({
  suggestions,
  search,
  on,
}: Pick<PanelView, 'suggestions' | 'search'> & { on: On }) {
  const say = useSay();
  const found = suggestions.kind === 'list' ? suggestions.items.length : 0;
  const because = suggestions.kind === 'list' ? suggestions.because : null;
  return (
    <>
      {search && <SearchBox query={search.query} found={found} on={on} />}
      <div class="sec">
        <h2>{search ? say('search.found') : because ? say('say.because', { because }) : say('say.title')}</h2>
        {suggestions.kind === 'list' && suggestions.newer && !search && (
          <Action kind="link" onClick={(event) => on({ kind: 'show-newer' }, event)}>
            {say('say.newer')}
          </Action>
        )}
      </div>
      <Body suggestions={suggestions} search={search} on={on} />
    </>
  );
}

function Body({ suggestions, search, on }: Pick<PanelView, 'suggestions' | 'search'> & { on: On }) {
  const say = useSay();
  if (suggestions.kind === 'loading')
    return (
      <div class="skeleton late-in" role="status" aria-label={say('say.loading')}>
        <i />
        <i />
        <i />
      </div>
    );
  if (suggestions.kind === 'none' || suggestions.items.length === 0)
    return <p class="empty">{say(!search ? 'say.empty' : search.query ? 'search.none' : 'search.ask')}</p>;
  return (
    <ol class="list">
      {suggestions.items.map((item, index) => (
        <li key={item.script}>
          <Row
            item={item}
            cap={capOf(index, search !== null)}
            onClick={(event) => on({ kind: 'insert', index }, event)}
          />
        </li>
      ))}
    </ol>
  );
}

/** In the search list bare digits place a reply; beside the editor they need Alt. */
function capOf(index: number, searching: boolean): string {
  if (searching) return index < 9 ? String(index + 1) : '';
  return index < KEYED_SUGGESTIONS ? KEYS.insert(index) : '';
}

function Row({ item, cap, onClick }: { item: Suggestion; cap: string; onClick: (event: Event) => void }) {
  const say = useSay();
  const missing = item.slots.filter((slot) => slot.state === 'missing').length;
  const notes = [
    item.title,
    item.why,
    ...(item.holding ? [say('say.holding')] : []),
    ...(missing > 0 ? [say('say.missing', { n: missing })] : []),
  ];
  return (
    <button type="button" class="s" title={item.text} onClick={onClick}>
      <span class="cap">{cap && <Key cap={cap} />}</span>
      <span>
        <Slots text={item.text} slots={item.slots} />
        <span class="y">{notes.filter(Boolean).join(' · ')}</span>
      </span>
    </button>
  );
}
