import type { Ui } from './ui.ts';
import type { PanelView, Tab } from './view.ts';

const TABS: readonly Tab[] = ['reply', 'case', 'today'];

/** The rest, behind tabs. One stop for the Tab key; arrows move between them. */
export function Tabs({ tab, openCase, ui }: Pick<PanelView, 'tab' | 'openCase'> & { ui: Ui }) {
  const press = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowLeft: 2 }[event.key] ?? 0;
    const next = TABS[(TABS.indexOf(tab) + by) % TABS.length];
    if (!by || !next || event.altKey) return;
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#tab-${next}`)?.focus();
    ui.on({ kind: 'tab', tab: next }, event);
  };
  return (
    <div class="row tabs" role="tablist" aria-label={ui.say('panel.name')} onKeyDown={press}>
      {TABS.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          id={`tab-${one}`}
          aria-controls={`part-${one}`}
          aria-selected={one === tab}
          tabIndex={one === tab ? 0 : -1}
          onClick={(event) => ui.on({ kind: 'tab', tab: one }, event)}
        >
          {ui.say(`tab.${one}`)}
          {one === 'case' && openCase && ' 1'}
        </button>
      ))}
    </div>
  );
}
