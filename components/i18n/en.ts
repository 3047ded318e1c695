import { panelEn } from './panel.ts';
import type { MessageKey } from './zh-CN.ts';

export const en: Readonly<Record<MessageKey, string>> = { ...panelEn };
