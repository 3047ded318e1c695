import type { Language } from '../i18n/language.ts';

/** What a person points at, in this order. */
export type Step = 'buyer' | 'own' | 'composer' | 'send' | 'name';
export const STEPS: readonly Step[] = ['buyer', 'own', 'composer', 'send', 'name'];

/** A message as it is read now. */
export interface ReadLine {
  readonly by: 'buyer' | 'agent' | 'robot' | 'system' | 'unknown';
  readonly text: string;
}

/** What an adapter reads on the page. */
export interface Reading {
  readonly lines: readonly ReadLine[];
  readonly composer: boolean;
  readonly send: boolean;
  /** Parts are known by their place only. */
  readonly weak: boolean;
}

export type PointingView = { readonly language: Language } & (
  | { readonly kind: 'ask'; readonly reading: Reading }
  | { readonly kind: 'point'; readonly step: Step; readonly trouble: 'no-editor' | 'not-rows' | null }
  | {
      readonly kind: 'check';
      readonly reading: Reading;
      readonly copied: boolean;
      readonly failed: string | null;
    }
  | { readonly kind: 'saved' }
);

export type PointingWish = 'accept' | 'point' | 'close' | 'skip' | 'back' | 'save' | 'copy' | 'reload';
