import type { PanelLayout, TodayFigures } from '../../core/desk.ts';
import type { DismissScope, Level, OverrideReason } from '../../core/event.ts';
import type { Suggestion } from '../../scripts-library/suggest/suggestion.ts';
import type { Language } from '../i18n/language.ts';

/** All that the panel draws. Data in; {@link Wish}es out. No storage, no browser, no clock in here. */
export interface PanelView {
  readonly language: Language;
  /** The marketplace's name as the agent knows it: 拼多多. */
  readonly console: string;
  readonly layout: PanelLayout;
  readonly page: PageView;
  /** Facts not yet confirmed by the background; null while it answers as it should. */
  readonly unsaved: number | null;
  readonly wait: WaitView;
  /** Other conversations that wait, from the console's list. */
  readonly others: { readonly count: number; readonly longestSeconds: number } | null;
  readonly screening: ScreeningView;
  /** What the rules say of what was written already, by the buyer or by us. */
  readonly advice: readonly { readonly rule: string; readonly title: string; readonly message: string }[];
  readonly suggestions: SuggestionsView;
  /** The search box, while it is open; `suggestions` then holds what `query` found. */
  readonly search: { readonly query: string } | null;
  readonly tab: Tab;
  /** Whether this conversation has an open case. */
  readonly openCase: boolean;
  readonly today: TodayFigures | null;
  readonly person: string | null;
  /** One short line after an act: what happened, with undo where there is one. */
  readonly notice: Notice | null;
}

export type Tab = 'reply' | 'case' | 'today';

export type PageView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'no-conversation' }
  | {
      readonly kind: 'ready';
      /** The console's own key. What is typed into the case form never follows the agent into another one. */
      readonly conversation: string;
      readonly buyer: string | null;
      readonly order: string | null;
    }
  | {
      readonly kind: 'unusable';
      readonly reason: 'kicked' | 'login' | 'connecting' | 'no-permission';
      readonly shown: string;
    }
  | { readonly kind: 'broken'; readonly missing: readonly string[] }
  /** The extension was updated or removed under the page: what is unsaved waits here for the next script, or is lost. */
  | { readonly kind: 'orphaned'; readonly kept: boolean };

export type WaitView =
  | { readonly kind: 'nobody' }
  | {
      readonly kind: 'waiting';
      readonly seconds: number;
      readonly targetSeconds: number;
      readonly profileLabel: string;
      /** `at-least`: the wait began before we could see it. */
      readonly certainty: 'exact' | 'at-least';
    }
  /** A holding reply stopped the platform's clock; the buyer still waits for the substance. */
  | { readonly kind: 'held-off'; readonly seconds: number }
  | { readonly kind: 'paused' };

export interface FindingView {
  readonly id: string;
  readonly rule: string;
  readonly level: Level;
  readonly title: string;
  readonly message: string;
  readonly why: string;
  readonly clause: string | null;
  readonly penalty: string | null;
  /** The offending words as typed. */
  readonly match: string;
  readonly replacement: string | null;
  readonly underlined: boolean;
}

export type ScreeningView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'off'; readonly reason: 'no-composer' | 'unhealthy' }
  | { readonly kind: 'clean' }
  | { readonly kind: 'found'; readonly findings: readonly FindingView[]; readonly current: number }
  /** A send was stopped; the agent decides. `choosing`: 仍要发送 was asked for, the five reasons are shown. */
  | {
      readonly kind: 'held';
      readonly findings: readonly FindingView[];
      readonly current: number;
      readonly choosing: boolean;
    }
  /** A reason was given: the agent's next send passes. We never send. */
  | { readonly kind: 'released'; readonly reason: OverrideReason };

export type SuggestionsView =
  | { readonly kind: 'loading' }
  | { readonly kind: 'none' }
  | {
      readonly kind: 'list';
      readonly because: string | null;
      readonly items: readonly Suggestion[];
      /** Newer suggestions wait behind 有新推荐. */
      readonly newer: boolean;
    };

export interface Notice {
  readonly text: string;
  readonly tone: 'fine' | 'trouble';
  readonly undo: boolean;
}

/** How the panel gives a wish back; `event` is the person's act, so that the wiring can ask `isTrusted`. */
export type On = (wish: Wish, event: Event) => void;

/** Everything that a person can want from the panel. */
export type Wish =
  | { readonly kind: 'insert'; readonly index: number }
  | { readonly kind: 'show-newer' }
  /** An empty query opens the box. */
  | { readonly kind: 'search'; readonly query: string }
  | { readonly kind: 'close-search' }
  | { readonly kind: 'replace'; readonly finding: string }
  | { readonly kind: 'step'; readonly by: 1 | -1 }
  | { readonly kind: 'dismiss'; readonly finding: string; readonly scope: DismissScope }
  /** 仍要发送: show the reasons. The card takes the focus, for its keys 1–5. */
  | { readonly kind: 'choose-reason' }
  /** The reason was given: release the draft. The focus goes back to the editor; the agent sends again. */
  | { readonly kind: 'override'; readonly reason: OverrideReason }
  | { readonly kind: 'keep-editing' }
  | { readonly kind: 'undo' }
  | { readonly kind: 'tab'; readonly tab: Tab }
  | { readonly kind: 'layout'; readonly layout: PanelLayout }
  | { readonly kind: 'open-page'; readonly page: 'desk' | 'supervisor' | 'options' }
  | { readonly kind: 'copy-health' }
  /** 重新指认: the page changed, and a person shows where things are now. */
  | { readonly kind: 'point' };
