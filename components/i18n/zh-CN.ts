import { panelZh } from './panel.ts';

/** zh-CN first: the catalogue of keys. `en.ts` must hold the same ones. */
export const zh = { ...panelZh } as const;

export type MessageKey = keyof typeof zh;
