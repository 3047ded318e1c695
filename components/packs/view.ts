import type { Layer } from '../../scripts-library/pack.ts';
import type { PackChange } from '../../scripts-library/pack-diff.ts';
import type { PackIssue } from '../../scripts-library/pack-issue.ts';
import type { Section } from '../../scripts-library/pack-layers.ts';

/** The packs of this machine and the file that is being looked at. */
export interface PacksView {
  /** In use, the built-in one first; null while they are read. */
  readonly packs: readonly PackInUseView[] | null;
  readonly conflicts: readonly PackIssue[];
  readonly offered: OfferedView | null;
  /** A file is being read or a pack installed. */
  readonly busy: boolean;
}

export interface PackInUseView {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly publisher: string;
  readonly layer: Layer;
  readonly builtIn: boolean;
  /** The publisher's key as people compare it; null for an unsigned pack. */
  readonly fingerprint: string | null;
  readonly installedAt: number | null;
  readonly state: 'in-use' | 'ended' | 'to-come';
  readonly entries: readonly EntryView[];
  /** The version before, if it is kept: one click goes back. */
  readonly before: { readonly hash: string; readonly version: number } | null;
  /** A later version that is kept, after one went back. */
  readonly after: { readonly hash: string; readonly version: number } | null;
}

export interface EntryView {
  readonly section: Section;
  readonly id: string;
  readonly title: string;
  readonly on: boolean;
}

/** A file that somebody wants to install. */
export type OfferedView =
  | { readonly kind: 'bad'; readonly file: string; readonly issues: readonly PackIssue[] }
  | {
      readonly kind: 'good';
      readonly file: string;
      readonly title: string;
      readonly publisher: string;
      readonly layer: Layer;
      readonly from: number | null;
      readonly to: number;
      readonly fingerprint: string | null;
      readonly signedOff: readonly {
        readonly step: 'prepared' | 'reviewed' | 'approved';
        readonly by: string;
        readonly on: string;
      }[];
      readonly changes: readonly PackChange[];
      /** Warnings and news, those that need consent included. */
      readonly issues: readonly PackIssue[];
      /** Is in use already, content and all. */
      readonly same: boolean;
    };

export type PackWish =
  | { readonly kind: 'offer'; readonly files: readonly File[] }
  | { readonly kind: 'install' }
  | { readonly kind: 'put-aside' }
  | { readonly kind: 'use'; readonly pack: string; readonly hash: string; readonly version: number }
  | { readonly kind: 'remove'; readonly pack: string; readonly title: string }
  | { readonly kind: 'switch'; readonly pack: string; readonly item: string; readonly on: boolean };

export type PackAct = (wish: PackWish) => void;
