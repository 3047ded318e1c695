import type { Settings } from '../../core/desk.ts';
import type { PacksView, PackWish } from '../packs/view.ts';
import type { ProposalsView, ProposalWish } from '../proposals/view.ts';
import type { NoticeView } from '../ui/Notice.tsx';

/** All that the settings page draws. */
export interface OptionsView {
  readonly settings: Settings | null;
  /** Keys that consoles have for themselves, by the consoles' names. */
  readonly keyOwners: Readonly<Record<string, readonly string[]>>;
  readonly packs: PacksView;
  readonly proposals: ProposalsView;
  readonly consoles: readonly ConsoleRow[];
  /** Sites that a person allowed beside the shipped consoles. */
  readonly sites: readonly SiteRow[];
  /** Rules silenced in a shop, the latest first; null while they are read. */
  readonly quiet: readonly QuietRow[] | null;
  readonly notice: NoticeView | null;
}

/** A console that Counterside works on, and how it fared when last seen. */
export interface ConsoleRow {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly health:
    | { readonly kind: 'healthy'; readonly at: number }
    | { readonly kind: 'broken'; readonly at: number; readonly missing: readonly string[] }
    | { readonly kind: 'unseen' }
    | { readonly kind: 'denied' };
}

/** A site that a person allowed, and what reads it. */
export interface SiteRow {
  readonly host: string;
  readonly adapter: { readonly id: string; readonly label: string } | null;
  /** `denied`: an adapter is kept, but the site is no longer allowed. */
  readonly state: 'read' | 'unread' | 'denied';
  /** Whether the site itself was allowed and can be taken back. */
  readonly origin: boolean;
}

export type SiteWish =
  | { readonly kind: 'allow' | 'revoke'; readonly host: string }
  | { readonly kind: 'export' | 'drop'; readonly id: string }
  | { readonly kind: 'import'; readonly file: File };

/** A rule that agents have silenced in one shop, since `since` (epoch milliseconds). */
export interface QuietRow {
  readonly console: string;
  readonly consoleName: string;
  /** `unknown` where the console's page does not name its shop. */
  readonly shop: string;
  readonly rule: string;
  readonly title: string;
  readonly since: number;
}

export type OptionsWish =
  | { readonly kind: 'save'; readonly settings: Partial<Settings> }
  | { readonly kind: 'restore'; readonly row: QuietRow }
  | { readonly kind: 'packs'; readonly wish: PackWish }
  | { readonly kind: 'proposals'; readonly wish: ProposalWish }
  | { readonly kind: 'sites'; readonly wish: SiteWish }
  | { readonly kind: 'undo' }
  | { readonly kind: 'close-notice' };

export type OptionsAct = (wish: OptionsWish) => void;
