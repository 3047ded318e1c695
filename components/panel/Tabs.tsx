import type { On, PanelView, Tab } from './view.ts';
import { useSay } from './words.ts';

const TABS: readonly Tab[] = ['reply', 'case', 'today'];

/** The rest, behind tabs. One stop for the Tab key; arrows move between them. */
export function Tabs({ tab, caseForm, on }: Pick<PanelView, 'tab' | 'caseForm'> & { on: On }) {
  const say = useSay();
  const press = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = by && TABS[(TABS.indexOf(tab) + by + TABS.length) % TABS.length];
    if (!next || event.altKey) return;
    event.preventDefault();
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
    on({ kind: 'tab', tab: next }, event);
  };
  return (
    <div class="tabs" role="tablist" aria-label={say('tab.name')} onKeyDown={press}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-controls={`part-${one}`}
          aria-selected={one === tab}
          tabIndex={one === tab ? 0 : -1}
          onClick={(event) => on({ kind: 'tab', tab: one }, event)}
        >
          {say(`tab.${one}`)}
          {one === 'case' && caseForm.kind === 'open' && ' 1'}
        </button>
      ))}
    </div>
  );
}
