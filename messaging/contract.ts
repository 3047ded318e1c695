import type { Adapter } from '../core/adapter.ts';
import type {
  BuyerCard,
  DeskCatalogue,
  DeskDoing,
  Home,
  OpenCase,
  PanelLayout,
  Settings,
  SettingsChange,
  TodayFigures,
} from '../core/desk.ts';
import type { Observation, Place, Signals } from '../core/event.ts';
import type { DayFigures } from '../core/figures/day.ts';
import type { MetricProfile } from '../core/profile.ts';
import type { Proposal } from '../core/proposal.ts';
import type { Roster } from '../core/shifts/roster.ts';
import type { PostedNotice } from '../scripts-library/notices.ts';
import type { Consent, PackIssue } from '../scripts-library/pack-issue.ts';
import type { CaseClass } from '../scripts-library/pack-sections.ts';
import type { CompiledRules } from '../scripts-library/screen/compile.ts';
import type { SlotValues, Suggestion, Turn } from '../scripts-library/suggest/suggestion.ts';
import type { LeftKey } from './left-behind.ts';

/**
 * Every question that one context may ask the background, with what it may send and what it gets.
 * Types only, so that a content script pays nothing; the receiver checks with `contract.schema.ts`.
 */
export interface Calls {
  /** Which console this page is, by its address as the browser tells it; null if it is none that we read. */
  'adapter.mine': { ask: null; answer: Adapter | null };
  /** Keeps an adapter that a person made; a page may bring one for its own host alone. */
  'adapter.save': { ask: { adapter: Adapter }; answer: null };
  /** Forgets one; a shipped adapter that it repaired reads again. */
  'adapter.drop': { ask: { id: string }; answer: null };
  /** Looks for the chat on an allowed page that has no adapter, in the frame that asks. */
  'chat.look': { ask: null; answer: null };
  /** Lets the person point out the chat: in the frame that asks, or in the tab that a page of ours names. */
  'chat.point': { ask: { tab: number | null }; answer: null };
  /** Whether the page can be read now; the toolbar's badge says so. */
  'health.tell': { ask: { health: 'fine' | 'broken' }; answer: null };
  /**
   * What a script that reads a console works with, in one answer: what holds there, and the key for what an update keeps
   * it from sending. The files that it asks to `bring` are there by then, or come first where the answer takes long.
   */
  begin: {
    ask: { console: string; boot: string; bring: readonly PanelPart[] };
    answer: { hello: HelloAnswer; left: LeftKey };
  };
  /** What holds on a console, for a page of ours. */
  hello: { ask: { console: string }; answer: HelloAnswer };
  /** Facts to keep. Answered after the commit with the ids that are now safe (stored now or before). */
  append: {
    ask: { observations: readonly Observation[] };
    answer: {
      stored: readonly string[];
      /** What kind of saying each message among them is, by the sender's own ids: the page carries no word lists. */
      classes: Readonly<Record<string, Signals['class']>>;
      /** Rules with something to say of a buyer's words, likewise; messages of which none has are left out. */
      advice: Readonly<Record<string, readonly string[]>>;
      /** The conversation that was opened last among them, by the console's key, and its open case. */
      opened: { readonly conversation: string; readonly case: OpenCase | null } | null;
    };
  };
  /** Passes on what an ended script has left in the page's storage. Answered once it is safe or known to be lost. */
  'left.take': { ask: { left: readonly string[] }; answer: null };
  /** Injects the panel or a further file of it into the tab that asks; one that is there already does nothing. */
  'part.load': { ask: { part: PanelPart }; answer: null };
  suggest: { ask: SuggestAsk; answer: { suggestions: readonly Suggestion[] } };
  /**
   * 存为话术: hands in a sent reply. `known`: a script says so already; `waiting`: the same words are handed in. Taken
   * back by the conversation that it came from, taken away by a page of ours.
   */
  'proposal.keep': {
    ask: { id: string; home: ConversationOf; asked: string; text: string };
    answer: { outcome: 'kept' | 'waiting' | 'known' };
  };
  'proposal.drop': { ask: { id: string; home: ConversationOf | null }; answer: null };
  /** Puts back what was taken away. */
  'proposal.restore': { ask: { row: Proposal }; answer: null };
  /** Where the panel sits on this console. */
  'layout.save': { ask: { console: string; layout: PanelLayout }; answer: null };
  /** What this person did today on this machine, for the panel's 今日 tab. */
  today: { ask: { console: string }; answer: TodayFigures };
  /** The forms and flows that hold here. */
  'desk.catalogue': { ask: null; answer: DeskCatalogue };
  /** What is known of a conversation's buyer: the open case, earlier ones, what was promised, tags and a note. */
  'desk.card': { ask: { place: Place; conversation: string }; answer: BuyerCard };
  /**
   * Keeps what an agent did with cases and follow-ups, all of it or none, and answers with the card as it is then.
   * `id` is sender-made: asking twice adds nothing. A page of ours may leave `home` out where the case tells it.
   */
  'desk.act': {
    ask: { id: string; home: Home | null; acts: readonly DeskDoing[] };
    answer: BuyerCard | null;
  };
  /** What a conversation seems to be about: a class for the case that an agent may open. */
  'case.suggest': {
    ask: { place: Place; turns: readonly Turn[] };
    answer: { category: CaseClass | null };
  };
  /** Tags and a note on a buyer's card. */
  'buyer.save': {
    ask: { place: Place; conversation: string; tags: readonly string[]; note: string };
    answer: null;
  };
  /** Figures of past days, counted once and kept. */
  'desk.days': { ask: { days: readonly string[]; person: string | null }; answer: readonly DayFigures[] };
  /** An item of a desk checklist was ticked or unticked. */
  'checklist.tick': {
    ask: { id: string; list: string; run: string; item: string; done: boolean; found: string };
    answer: null;
  };
  /** Keeps the roster (排班表) that a person has read in, or forgets it. */
  'roster.save': { ask: { roster: Roster | null }; answer: null };
  /** What the rules of kinds that no draft can break say of a turn that is over: the rules' ids, all of them 提示. */
  'turn.judge': { ask: JudgeAsk; answer: { rules: readonly string[] } };
  /** Silences a rule in one shop of a console (`quiet`), or lets it speak there again. Never one of level `block`. */
  'rule.quiet': { ask: { place: Place; rule: string; quiet: boolean }; answer: null };
  /**
   * Installs a pack from its file. `consents` are the warnings that a person has seen and agreed to. All or nothing:
   * an answer that is not ok has changed nothing.
   */
  'packs.install': { ask: { file: string; consents: readonly Consent[] }; answer: InstallAnswer };
  /** Goes to another kept version of a pack; false if that one is not kept. */
  'packs.use': { ask: { pack: string; hash: string }; answer: boolean };
  'packs.remove': { ask: { pack: string }; answer: null };
  /** Switches one entry of a pack off or on; `item` as `scripts/ship-when`. */
  'packs.item': { ask: { pack: string; item: string; on: boolean }; answer: null };
  'page.open': { ask: { page: 'desk' | 'manual' | 'supervisor' | 'options' }; answer: null };
  /** Seals and signs all that the log holds, so that it can be exported as it stands. */
  'log.seal': { ask: null; answer: { events: number } };
  /** Somebody has read that entries were lost. */
  'loss.read': { ask: null; answer: null };
  /** Erases what this machine holds of a buyer, by the name that the console shows. */
  'buyer.erase': { ask: { buyer: string }; answer: { conversations: number; values: number } };
  'settings.save': { ask: SettingsChange; answer: Settings };
  /** Takes the person on duty on or off (上岗/交班); logged. */
  'person.set': { ask: { person: string | null }; answer: null };
}

/** A conversation by the console's own key of it. */
export interface ConversationOf {
  readonly place: Place;
  readonly conversation: string;
}

/** Files that join the content script or its panel when they are needed, each a script of the build. */
export const PANEL_PARTS = ['panel', 'notices', 'case-form', 'screening', 'waiters', 'proposing'] as const;
export type PanelPart = (typeof PANEL_PARTS)[number];

export type Call = keyof Calls;

/** Calls that only our own pages may make; a content script gets a refusal. */
export const PAGE_ONLY = [
  'desk.days',
  'checklist.tick',
  'roster.save',
  'adapter.drop',
  'proposal.restore',
  'settings.save',
  'person.set',
  'packs.install',
  'packs.use',
  'packs.remove',
  'packs.item',
  'log.seal',
  'loss.read',
  'buyer.erase',
] as const satisfies readonly Call[];

/** The wire format version; a caller of another version gets a typed refusal, never a guess. */
export const PROTOCOL = 1;

export type Reply<C extends Call = Call> =
  | { readonly ok: true; readonly answer: Calls[C]['answer'] }
  | { readonly ok: false; readonly error: RefusalCode; readonly message: string };

export type RefusalCode = 'protocol' | 'unknown-call' | 'not-allowed' | 'bad-input' | 'read-only' | 'failed';

export type InstallAnswer =
  | { readonly ok: true; readonly id: string; readonly version: number; readonly hash: string }
  | { readonly ok: false; readonly issues: readonly PackIssue[] };

/**
 * What the background tells pages by itself: say hello again, what the last one told is old; or send at once what waits
 * to be saved, since an update is coming.
 */
export interface News {
  readonly news: 'hello-again' | 'drain';
}

export interface HelloAnswer {
  readonly settings: Settings;
  readonly layout: PanelLayout | null;
  readonly person: string | null;
  readonly rules: CompiledRules;
  /** The profile that this console's live timer follows. */
  readonly profile: MetricProfile;
  readonly packTitle: string;
  /** 今日口径 that the person on duty has not read yet, those to come included. */
  readonly notices: readonly PostedNotice[];
  /** Rules that agents have silenced in a shop of this console. */
  readonly quiet: readonly { readonly shop: string; readonly rule: string }[];
}

export interface SuggestAsk {
  readonly place: Place;
  readonly turns: readonly Turn[];
  /** What the agent typed into the panel's search, if anything. */
  readonly query?: string;
  readonly slots: SlotValues;
  /** Texts of ours already in this conversation: nothing is offered twice. */
  readonly sent: readonly string[];
}

/** One turn of our side, and what this page life has seen of the conversation before it. */
export interface JudgeAsk {
  readonly place: Place;
  /** What a person of our side wrote since the buyer's last words, in order. */
  readonly replies: readonly string[];
  /** What our side had written before. */
  readonly earlier: readonly string[];
  /** Whether the console or a robot had greeted. */
  readonly welcomed: boolean;
}
