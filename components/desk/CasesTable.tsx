import { useState } from 'preact/hooks';
import { type Case, hasLateNode, ownerOf } from '../../core/cases.ts';
import type { DeskCatalogue } from '../../core/desk.ts';
import { nodesOf } from '../../core/flows/run.ts';
import { CASE_CATEGORIES } from '../case/view.ts';
import { type CaseKey, caseText } from '../i18n/case.ts';
import { say, spoken } from '../i18n/say.ts';
import { PAGE_ZONE } from '../ui/days.ts';
import { count, moment } from '../ui/format.ts';
import { CASE_STATES, type CaseFilter, type CaseState } from './case-rows.ts';
import { useRows } from './use-rows.ts';

const ROW = 36;

/** Where a case's flow stands, in words. */
function stepOf(one: Case, { flows }: DeskCatalogue, now: number): string {
  const words = caseText(spoken());
  if (one.closed)
    return words(
      one.closed.outcome === 'merged' ? 'outcome.solved' : (`outcome.${one.closed.outcome}` as CaseKey),
    );
  const flow = flows.find(({ id }) => id === one.flow?.flow);
  if (!flow || !one.flow) return '';
  const current = nodesOf(flow, one.flow, now, PAGE_ZONE).find(({ state }) => state === 'current');
  if (!current) return words('flow.through');
  const title = spoken() === 'en' ? current.node.titleEn : current.node.title;
  return hasLateNode(one) ? `${words('case.late')} · ${title}` : title;
}

/** All cases as a list that is as fast with a hundred thousand: arrows walk, Enter opens. */
export function CasesTable({
  cases,
  filter,
  catalogue,
  now,
  onFilter,
  onOpen,
}: {
  cases: readonly Case[];
  filter: CaseFilter;
  catalogue: DeskCatalogue;
  now: number;
  onFilter: (filter: CaseFilter) => void;
  onOpen: (one: Case) => void;
}) {
  const [at, setAt] = useState(0);
  const rows = useRows(cases.length, ROW);
  const words = caseText(spoken());
  const go = (to: number) => {
    const next = Math.min(Math.max(to, 0), cases.length - 1);
    setAt(next);
    rows.reveal(next);
  };
  const press = (event: KeyboardEvent) => {
    const by = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 12,
      PageUp: -12,
      Home: -cases.length,
      End: cases.length,
    }[event.key];
    const chosen = cases[at];
    if (by !== undefined) go(at + by);
    else if (event.key === 'Enter' && chosen) onOpen(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div class="cases-head">
        <input
          type="search"
          class="grow"
          aria-label={say('cases.search')}
          placeholder={say('cases.search')}
          value={filter.words}
          onInput={(event) => onFilter({ ...filter, words: event.currentTarget.value })}
        />
        <select
          aria-label={say('cases.state')}
          value={filter.state}
          onChange={(event) => onFilter({ ...filter, state: event.currentTarget.value as CaseState })}
        >
          {CASE_STATES.map((state) => (
            <option key={state} value={state}>
              {say(`cases.state.${state}`)}
            </option>
          ))}
        </select>
        <select
          aria-label={say('cases.category')}
          value={filter.category}
          onChange={(event) => onFilter({ ...filter, category: event.currentTarget.value })}
        >
          <option value="">{say('cases.state.all')}</option>
          {CASE_CATEGORIES.map((category) => (
            <option key={category} value={category}>
              {words(`case.${category}`)}
            </option>
          ))}
        </select>
        <span class="muted" role="status">
          {say('cases.count', { n: count(cases.length) })}
        </span>
      </div>
      {cases.length === 0 ? (
        <p class="muted">{say('cases.noMatch')}</p>
      ) : (
        <div
          class="cases-rows"
          role="listbox"
          tabIndex={0}
          aria-label={say('desk.nav.cases')}
          aria-activedescendant={`case-${at}`}
          ref={rows.frame}
          onKeyDown={press}
        >
          <div style={{ position: 'relative', height: `${rows.height}px` }}>
            {rows.shown.map(({ index, start }) => {
              const one = cases[index];
              if (!one) return null;
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys for its rows
                <div
                  key={one.id}
                  id={`case-${index}`}
                  class="cases-row"
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  data-case={one.id}
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={() => {
                    setAt(index);
                    onOpen(one);
                  }}
                >
                  <span>{moment(one.openedAt).slice(0, 11)}</span>
                  <span>{words(`case.${one.category}` as CaseKey)}</span>
                  <span>
                    {one.fields.urgency === 'urgent' && <b class="care">{words('case.urgent')} </b>}
                    {one.fields.question ?? ''}
                  </span>
                  <span>{one.fields.order ?? ''}</span>
                  <span>{ownerOf(one) ?? ''}</span>
                  <span class={hasLateNode(one) && !one.closed ? 'care' : 'muted'}>
                    {stepOf(one, catalogue, now)}
                  </span>
                </div>
              );
            })}
          </div>
        </div>
      )}
    </>
  );
}
