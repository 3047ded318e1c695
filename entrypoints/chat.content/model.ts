import type { ConversationRef, PageState, WaitingRow } from '../../adapters/sighting.ts';
import type { Language } from '../../components/i18n/language.ts';
import type { PanelKey } from '../../components/i18n/panel.ts';
import { DEFAULT_LAYOUT } from '../../components/panel/placement.ts';
import type { Tab } from '../../components/panel/view.ts';
import type { OpenCase, PanelLayout, TodayFigures } from '../../core/desk.ts';
import type { OverrideReason, Place } from '../../core/event.ts';
import type { HelloAnswer } from '../../messaging/contract.ts';
import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';
import { type Draft, NO_DRAFT } from './draft.ts';
import type { Replies } from './replies.ts';
import type { Dismissal, Held } from './screening.ts';

/** What the agent was asked about a stopped send, and how far it got. */
export type Gating =
  | { readonly kind: 'open' }
  | { readonly kind: 'held'; readonly held: Held; readonly choosing: boolean }
  /** The next send of exactly these words passes. */
  | { readonly kind: 'released'; readonly held: Held; readonly reason: OverrideReason };

/** What an undo would take back. */
export type Undoable =
  | { readonly kind: 'edit' }
  | {
      readonly kind: 'dismissal';
      readonly dismissal: Dismissal;
      /** Where it was given: the agent may be elsewhere by the time that they want it back. */
      readonly draft: string;
      readonly conversation: ConversationRef;
      readonly place: Place;
    };

/** One line after an act, and what an undo would take back. */
export interface PanelNotice {
  readonly key: PanelKey;
  readonly values: Readonly<Record<string, number>>;
  readonly tone: 'fine' | 'trouble';
  readonly undoes: Undoable | null;
}

/** All that this page's panel knows. Replaced, never changed. */
export interface Model {
  readonly language: Language;
  readonly hello: HelloAnswer | null;
  /** Whether the panel is there: without it nothing is held, since nobody could say why. */
  readonly shown: boolean;
  readonly page: PageState | { readonly kind: 'orphaned'; readonly kept: boolean };
  readonly layout: PanelLayout;
  readonly unsaved: number | null;
  readonly waiting: readonly WaitingRow[];
  /** When each waiting row was first seen to wait, wall time by conversation key. */
  readonly listed: ReadonlyMap<string, number>;
  readonly composer: boolean;
  readonly draft: Draft;
  /** Whether the rules are ready to judge it. */
  readonly judging: boolean;
  readonly underlined: boolean;
  /** Which of the speaking findings the panel shows. */
  readonly current: number;
  readonly dismissals: readonly Dismissal[];
  readonly gating: Gating;
  readonly replies: Replies;
  readonly search: { readonly query: string; readonly items: readonly Suggestion[] } | null;
  readonly tab: Tab;
  readonly case: OpenCase | null;
  readonly today: TodayFigures | null;
  /** Marks of holes in the placed script that the agent has still to fill; Tab walks through them. */
  readonly holes: readonly string[];
  readonly notice: PanelNotice | null;
  /** Rules with something to say of what was written, by the buyer or in our last turn; gone with the next one. */
  readonly advice: readonly string[];
}

/** Before anybody answered: the panel stands and says that it is loading. */
export function initialModel(language: Language): Model {
  return {
    language,
    hello: null,
    shown: false,
    page: { kind: 'loading' },
    layout: DEFAULT_LAYOUT,
    unsaved: null,
    waiting: [],
    listed: new Map(),
    composer: false,
    draft: NO_DRAFT,
    judging: false,
    underlined: true,
    current: 0,
    dismissals: [],
    gating: { kind: 'open' },
    replies: { kind: 'none' },
    search: null,
    tab: 'reply',
    case: null,
    today: null,
    holes: [],
    notice: null,
    advice: [],
  };
}
