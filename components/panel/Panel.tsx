import type { Language } from '../i18n/language.ts';
import { panelText } from '../i18n/panel.ts';
import { Advice } from './Advice.tsx';
import { Announce } from './Announce.tsx';
import { Edge } from './Edge.tsx';
import { Header } from './Header.tsx';
import { Health } from './Health.tsx';
import { isolate, keepEditorFocus } from './isolate.ts';
import { wishOfKey } from './keys.ts';
import { NoticeLine, unsavedWord } from './NoticeLine.tsx';
import { isFolded, placed } from './placement.ts';
import { Rail } from './Rail.tsx';
import { Screening } from './Screening.tsx';
import { Suggestions } from './Suggestions.tsx';
import { still } from './still.ts';
import { Tabs } from './Tabs.tsx';
import { Today } from './Today.tsx';
import type { Ui } from './ui.ts';
import type { On, PanelView } from './view.ts';
import { type Clock, Waiting } from './Waiting.tsx';

const NO_ADVICE: PanelView['advice'] = [];

/** The clock draws the panel once a second: these are drawn only when what they show has changed. */
const Still = {
  Edge: still(Edge),
  Header: still(Header),
  Health: still(Health),
  Screening: still(Screening),
  Advice: still(Advice),
  Suggestions: still(Suggestions),
  Today: still(Today),
  NoticeLine: still(NoticeLine),
  Tabs: still(Tabs),
};

/** The whole panel over a console: draws the view, gives back wishes. It never sends and never stores. */
export function Panel({ view, on, clock }: { view: PanelView; on: On; clock?: Clock }) {
  const ui = uiOf(view.language, on);
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
      {isFolded(view) ? <Rail view={view} ui={ui} /> : <Unfolded view={view} ui={ui} clock={clock} />}
    </aside>
  );
}

const uis = new WeakMap<On, Ui & { readonly language: Language }>();

/** The same for the same language, so that a part can tell that nothing changed for it. */
function uiOf(language: Language, on: On): Ui {
  const known = uis.get(on);
  if (known?.language === language) return known;
  const ui = { language, say: panelText(language), on };
  uis.set(on, ui);
  return ui;
}

function Unfolded({ view, ui, clock }: { view: PanelView; ui: Ui; clock: Clock | undefined }) {
  const { page, tab, wait, others } = view;
  const ready = page.kind === 'ready';
  const open = ready || wait.kind === 'waiting';
  const part = (one: typeof tab) => ({
    role: 'tabpanel' as const,
    id: `part-${one}`,
    'aria-labelledby': `tab-${one}`,
    hidden: one !== tab,
  });
  return (
    <>
      <Still.Edge layout={view.layout} ui={ui} />
      <Still.Header
        page={page}
        console={view.console}
        layout={view.layout}
        checked={view.screening.kind !== 'off'}
        searching={view.search !== null}
        ui={ui}
      />
      <Announce view={view} ui={ui} />
      {/* 今日口径 is a file of its own, which draws in here. */}
      <div id="notices" />
      {/* So is the reminder of who waits too long. */}
      <div id="waiters" />
      {(open || others) && <Waiting clock={clock} open={open} wait={wait} others={others} ui={ui} />}
      <div class="scroll">
        {ready ? (
          <Still.Screening screening={view.screening} ui={ui} />
        ) : (
          <Still.Health page={page} ui={ui} />
        )}
        <div {...part('reply')}>
          <Still.Advice advice={ready ? view.advice : NO_ADVICE} />
          {ready && <Still.Suggestions suggestions={view.suggestions} search={view.search} ui={ui} />}
        </div>
        {/* The case form is a file of its own, which draws in here. */}
        <div {...part('case')} />
        <div {...part('today')}>
          {tab === 'today' && <Still.Today today={view.today} person={view.person} ui={ui} />}
        </div>
      </div>
      {/* And the offer to save what was sent as a script. */}
      <div id="proposing" />
      <Still.NoticeLine notice={view.notice} unsaved={view.unsaved} word={unsavedWord(page)} ui={ui} />
      <Still.Tabs tab={tab} openCase={view.openCase} ui={ui} />
    </>
  );
}
