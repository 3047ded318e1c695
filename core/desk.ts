import type { Level } from './event.ts';

export interface Settings {
  readonly language: 'auto' | 'zh-CN' | 'en';
  readonly salutation: string;
  /** Whether redacted message text is kept in the log. */
  readonly keepText: boolean;
  readonly holdAt: Level | 'never';
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
