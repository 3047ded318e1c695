import type { Say } from '../i18n/panel.ts';
import type { On } from './view.ts';

/**
 * What every part of the panel needs to speak and to be heard. Handed down as a plain value: the content script
 * carries neither contexts nor hooks.
 */
export interface Ui {
  readonly say: Say;
  readonly on: On;
}
