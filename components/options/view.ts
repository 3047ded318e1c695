import type { Settings } from '../../core/desk.ts';
import type { NoticeView } from '../ui/Notice.tsx';

/** All that the settings page draws. */
export interface OptionsView {
  readonly settings: Settings | null;
  readonly pack: PackView;
  readonly consoles: readonly ConsoleRow[];
  readonly notice: NoticeView | null;
}

export interface PackView {
  readonly title: string;
  readonly version: string;
  readonly scripts: number;
  readonly rules: number;
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

export type OptionsWish =
  | { readonly kind: 'save'; readonly settings: Partial<Settings> }
  | { readonly kind: 'close-notice' };

export type OptionsAct = (wish: OptionsWish) => void;
