/** Where in a sale a script belongs. The panel groups by it; ranking knows greeting and closing apart. */
export const STAGES = [
  'greeting',
  'pre-sale',
  'in-sale',
  'logistics',
  'after-sale',
  'complaint',
  'callback',
  'care',
  'crisis',
  'closing',
] as const;
export type Stage = (typeof STAGES)[number];

/** One thing that a buyer may want, with questions as buyers type them. */
export interface Intent {
  readonly name: string;
  readonly examples: readonly string[];
}

/** 分情况: what the agent finds out, and the script that then fits. */
export interface Branch {
  readonly when: string;
  readonly script: string;
}

/** A reply that a team has approved (话术). Dates are local days, `YYYY-MM-DD`; `expiry` is the first day on which it no longer holds. */
export interface Script {
  readonly kind?: undefined;
  readonly id: string;
  readonly title: string;
  readonly language?: 'zh-CN' | 'en';
  /** 快捷编码: what agents type to find it, as 千牛 and others hold it. */
  readonly code?: string;
  readonly tags?: readonly string[];
  readonly stage: Stage;
  readonly intents: readonly Intent[];
  /** With slots such as `{{买家昵称|亲}}`: name, then what stands in when nobody knows it. */
  readonly body: string;
  /** Approved other wordings, so that one buyer never reads the same text twice. */
  readonly variants?: readonly string[];
  readonly branches?: readonly Branch[];
  /** A holding reply (安抚回复) stops the platform's clock, not the substantive one. */
  readonly holding?: boolean;
  /** Consoles on which it may be used; absent means all. */
  readonly platforms?: readonly string[];
  readonly effective?: string;
  readonly expiry?: string;
  readonly owner?: string;
  readonly reviewBy?: string;
  /** 对照: what a foreign-language body says, in Chinese. Shown to the agent, never inserted. */
  readonly gloss?: string;
  /** To the agent, never inserted: what to check before sending. */
  readonly note?: string;
  /** To the agent: pictures that belong with it, by file or by what they show. We place words only. */
  readonly pictures?: readonly string[];
  /** Rows that it comes from, such as `seed 000 附表4`. */
  readonly source: readonly string[];
}

/** Advice that law or platform rules no longer allow: kept for the trace with its reason, never suggested. */
export interface SupersededAdvice {
  readonly kind: 'superseded';
  readonly id: string;
  readonly title: string;
  readonly source: readonly string[];
  readonly reason: string;
  /** Where the reason comes from. */
  readonly basis: string;
  readonly confidence: 'high' | 'medium' | 'low';
  /** Scripts that do it the compliant way. */
  readonly instead: readonly string[];
}
