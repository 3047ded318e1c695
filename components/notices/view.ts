import type { PostedNotice } from '../../scripts-library/notices.ts';
import type { Language } from '../i18n/language.ts';

/** What the person on duty has still to read. */
export interface NoticesView {
  readonly language: Language;
  readonly notices: readonly PostedNotice[];
}

export type OnRead = (notice: string, event: Event) => void;
