import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';
import { Action } from './Action.tsx';
import { KEYED_SUGGESTIONS, KEYS } from './keys.ts';
import { SearchBox } from './SearchBox.tsx';
import { Skeleton } from './Skeleton.tsx';
import { Slots } from './Slots.tsx';
import type { Ui } from './ui.ts';
import type { PanelView, SuggestionsView } from './view.ts';

type SuggestionList = Extract<SuggestionsView, { kind: 'list' }>;

/** What to say: the frozen list, or what the search found. */
export function Suggestions({
  suggestions,
  search,
  ui,
}: Pick<PanelView, 'suggestions' | 'search'> & { ui: Ui }) {
  const listed = suggestions.kind === 'list' ? suggestions : null;
  const found = listed?.items.length ?? 0;
  return (
    <>
      {search && <SearchBox query={search.query} found={found} ui={ui} />}
      {listed && found ? (
        <List list={listed} searching={!!search} ui={ui} />
      ) : suggestions.kind === 'loading' ? (
        <Skeleton word="say.loading" ui={ui} />
      ) : (
        <Nothing search={search} ui={ui} />
      )}
    </>
  );
}

function List({ list, searching, ui }: { list: SuggestionList; searching: boolean; ui: Ui }) {
  const { because, items, newer } = list;
  return (
    <>
      <div class="row sec">
        <h2>
          {ui.say(searching ? 'search.found' : 'say.title')}
          {because && !searching && ` · ${because}`}
        </h2>
        {newer && !searching && <Action ui={ui} look="link" word="say.newer" wish={{ kind: 'show-newer' }} />}
      </div>
      {items.map((item, index) => (
        <Row
          key={item.script}
          item={item}
          cap={capOf(index, searching)}
          ui={ui}
          place={(event) => ui.on({ kind: 'insert', index }, event)}
        />
      ))}
    </>
  );
}

/** In the search list bare digits place a reply; beside the editor they need Alt. */
function capOf(index: number, searching: boolean): string {
  if (searching) return index < 9 ? `${index + 1}` : '';
  return index < KEYED_SUGGESTIONS ? KEYS.insert(index) : '';
}

/** What will appear here, and how to get something now. */
function Nothing({ search, ui }: Pick<PanelView, 'search'> & { ui: Ui }) {
  return (
    <div class="empty">
      <p>{ui.say(!search ? 'say.empty' : search.query ? 'search.none' : 'search.ask')}</p>
      {!search && <Action ui={ui} word="head.search" wish={{ kind: 'search', query: '' }} />}
    </div>
  );
}

function Row({
  item,
  cap,
  place,
  ui,
}: {
  item: Suggestion;
  cap: string;
  place: (event: Event) => void;
  ui: Ui;
}) {
  const missing = item.slots.filter(({ state }) => state === 'missing').length;
  const notes = [
    item.code && `/${item.code}`,
    item.title,
    item.why,
    item.gloss,
    item.pictures && ui.say('say.pictures', { what: item.pictures.join('、') }),
    item.holding && ui.say('say.holding'),
    missing && ui.say('say.missing', { n: missing }),
  ];
  return (
    <button type="button" class="reply" title={item.text} onClick={place}>
      <span>{cap && <kbd>{cap}</kbd>}</span>
      <Slots text={item.text} slots={item.slots} />
      <small>{notes.filter(Boolean).join(' · ')}</small>
    </button>
  );
}
