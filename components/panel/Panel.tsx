import { panelText } from '../i18n/panel.ts';
import { Advice } from './Advice.tsx';
import { Announce } from './Announce.tsx';
import { Edge } from './Edge.tsx';
import { Header } from './Header.tsx';
import { Health } from './Health.tsx';
import { isolate, keepEditorFocus } from './isolate.ts';
import { wishOfKey } from './keys.ts';
import { NoticeLine } from './NoticeLine.tsx';
import { isFolded, placed } from './placement.ts';
import { Rail } from './Rail.tsx';
import { Screening } from './Screening.tsx';
import { Suggestions } from './Suggestions.tsx';
import { Tabs } from './Tabs.tsx';
import { Today } from './Today.tsx';
import type { Ui } from './ui.ts';
import type { On, PanelView } from './view.ts';
import { Waiting } from './Waiting.tsx';

/** The whole panel over a console: draws the view, gives back wishes. It never sends and never stores. */
export function Panel({ view, on }: { view: PanelView; on: On }) {
  const ui: Ui = { say: panelText(view.language), on };
  const press = (event: KeyboardEvent) => {
    const wish = wishOfKey(event, view);
    if (!wish) return;
    event.preventDefault();
    on(wish, event);
  };
  return (
    <aside
      class={`cs at-${view.layout.side}`}
      lang={view.language}
      aria-label={ui.say('panel.name')}
      style={placed(view)}
      ref={isolate}
      onMouseDown={keepEditorFocus}
      onKeyDown={press}
    >
      {isFolded(view) ? <Rail view={view} ui={ui} /> : <Unfolded view={view} ui={ui} />}
    </aside>
  );
}

function Unfolded({ view, ui }: { view: PanelView; ui: Ui }) {
  const { page, tab, wait, others } = view;
  const ready = page.kind === 'ready';
  const shown = ready || wait.kind === 'waiting' ? wait : null;
  const part = (one: typeof tab) => ({
    role: 'tabpanel' as const,
    id: `part-${one}`,
    'aria-labelledby': `tab-${one}`,
    hidden: one !== tab,
  });
  return (
    <>
      <Edge layout={view.layout} ui={ui} />
      <Header view={view} ui={ui} />
      <Announce view={view} ui={ui} />
      {/* 今日口径 is a file of its own, which draws in here. */}
      <div id="notices" />
      {/* So is the reminder of who waits too long. */}
      <div id="waiters" />
      {(shown || others) && <Waiting wait={shown} others={others} ui={ui} />}
      <div class="scroll">
        {ready ? <Screening screening={view.screening} ui={ui} /> : <Health page={page} ui={ui} />}
        <div {...part('reply')}>
          <Advice advice={ready ? view.advice : []} />
          {ready && <Suggestions suggestions={view.suggestions} search={view.search} ui={ui} />}
        </div>
        {/* The case form is a file of its own, which draws in here. */}
        <div {...part('case')} />
        <div {...part('today')}>
          <Today today={view.today} person={view.person} ui={ui} />
        </div>
      </div>
      <NoticeLine notice={view.notice} unsaved={view.unsaved} ui={ui} />
      <Tabs tab={tab} openCase={view.openCase} ui={ui} />
    </>
  );
}
