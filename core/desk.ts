import type { Case } from './cases.ts';
import type { Chord } from './chord.ts';
import type { ConversationAct, Level, Place } from './event.ts';
import type { Authority, EscalationRule } from './flows/authority.ts';
import type { Flow } from './flows/flow.ts';
import type { FollowUp } from './follow-ups/follow-up.ts';
import type { Form } from './forms/form.ts';

export interface Settings {
  readonly language: 'auto' | 'zh-CN' | 'en';
  readonly salutation: string;
  /** Whether redacted message text is kept in the log. */
  readonly keepText: boolean;
  /** Whether words as typed are kept beside it for some days, where they say more. */
  readonly keepRaw: boolean;
  readonly holdAt: Level | 'never';
  /** Opens who has waited longest elsewhere; empty for no key. */
  readonly waiterKey: Chord;
}

/** Some settings to change; what is absent or undefined stays. */
export type SettingsChange = { readonly [K in keyof Settings]?: Settings[K] | undefined };

export interface PanelLayout {
  readonly side: 'right' | 'left' | 'free';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly collapsed: boolean;
}

export interface TodayFigures {
  readonly conversations: number;
  readonly meanSeconds: number | null;
  readonly turns: number;
  readonly withinTarget: number;
  readonly targetSeconds: number;
  readonly sentFindings: number;
  readonly fixedDrafts: number;
  readonly openCases: number;
}

export interface OpenCase {
  readonly id: string;
  readonly category: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly openedAt: number;
}

/** A conversation as a page names it, for what happens in it beside messages. */
export interface Home {
  readonly place: Place;
  /** The console's own key of it. */
  readonly conversation: string;
  readonly buyer: string | null;
}

/** What an agent does with cases and follow-ups. What time does to them, the background finds by itself. */
export type DeskDoing = Extract<
  ConversationAct,
  {
    kind:
      | `case-${'opened' | 'changed' | 'closed' | 'reopened' | 'merged' | 'noted' | 'contacted' | 'attached'}`
      | `case-${'flow' | 'node' | 'handed' | 'taken'}`
      | `follow-up-${'set' | 'moved' | 'done'}`
      | 'promise-kept';
  }
>;

/** What is known of a conversation's buyer when the chat opens (买家卡). */
export interface BuyerCard {
  /** The pseudonym under which the log knows it. */
  readonly conversation: string;
  readonly open: Case | null;
  /** Closed ones, the latest first. */
  readonly earlier: readonly Case[];
  /** Open ones, the next due first. */
  readonly followUps: readonly FollowUp[];
  readonly tags: readonly string[];
  readonly note: string;
}

/** The forms and flows that hold on this machine, with who may grant what and when a case goes up. */
export interface DeskCatalogue {
  readonly forms: readonly Form[];
  readonly flows: readonly Flow[];
  readonly authority: Authority;
  readonly rules: readonly EscalationRule[];
}

/** One export of this machine's log, as the log tells of it. */
export interface LogExport {
  readonly id: string;
  readonly at: number;
  readonly recipient: string;
  readonly events: number;
  readonly purpose?: string;
  readonly words?: 'redacted' | 'full';
}
