import { panelText } from '../i18n/panel.ts';
import { Announce } from './Announce.tsx';
import { CaseForm } from './CaseForm.tsx';
import { Edge } from './Edge.tsx';
import { Header } from './Header.tsx';
import { Health } from './Health.tsx';
import { isolate, keepEditorFocus } from './isolate.ts';
import { wishOfKey } from './keys.ts';
import { NoticeLine } from './NoticeLine.tsx';
import { placed } from './placement.ts';
import { Rail } from './Rail.tsx';
import { Screening } from './Screening.tsx';
import { Suggestions } from './Suggestions.tsx';
import { Tabs } from './Tabs.tsx';
import { Today } from './Today.tsx';
import type { On, PanelView } from './view.ts';
import { Waiting } from './Waiting.tsx';
import { Words } from './words.ts';

/** The whole panel over a console: draws the view, gives back wishes. It never sends and never stores. */
export function Panel({ view, on }: { view: PanelView; on: On }) {
  const say = panelText(view.language);
  // A held send must be seen: the person pressed send and nothing happened.
  const collapsed = view.layout.collapsed && view.screening.kind !== 'held';
  const press = (event: KeyboardEvent) => {
    const wish = wishOfKey(event, view);
    if (!wish) return;
    event.preventDefault();
    on(wish, event);
  };
  return (
    <Words.Provider value={say}>
      <aside
        class="cs"
        lang={view.language}
        aria-label={say('panel.name')}
        style={placed({ ...view.layout, collapsed })}
        data-collapsed={collapsed}
        ref={isolate}
        onMouseDown={keepEditorFocus}
        onKeyDown={press}
      >
        {collapsed ? <Rail view={view} on={on} /> : <Open view={view} on={on} />}
      </aside>
    </Words.Provider>
  );
}

function Open({ view, on }: { view: PanelView; on: On }) {
  const { page, tab } = view;
  const ready = page.kind === 'ready';
  const part = (one: typeof tab) => ({
    role: 'tabpanel' as const,
    id: `part-${one}`,
    'aria-labelledby': `tab-${one}`,
    hidden: one !== tab,
  });
  return (
    <>
      <Edge layout={view.layout} on={on} />
      <Header view={view} on={on} />
      <Announce screening={view.screening} />
      {(ready || view.wait.kind === 'waiting' || view.others) && (
        <Waiting wait={view.wait} others={view.others} />
      )}
      <div class="scroll">
        {!ready && <Health page={page} on={on} />}
        {ready && <Screening screening={view.screening} on={on} />}
        <div {...part('reply')}>
          {ready && <Suggestions suggestions={view.suggestions} search={view.search} on={on} />}
        </div>
        <div {...part('case')}>
          {ready && (
            <CaseForm
              key={`${page.conversation} ${view.caseForm.kind === 'open' ? view.caseForm.id : ''}`}
              view={view.caseForm}
              language={view.language}
              on={on}
            />
          )}
        </div>
        <div {...part('today')}>
          <Today today={view.today} person={view.person} on={on} />
        </div>
      </div>
      <NoticeLine notice={view.notice} unsaved={view.unsaved} on={on} />
      <Tabs tab={tab} caseForm={view.caseForm} on={on} />
    </>
  );
}
