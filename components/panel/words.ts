import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { panelText, type Say } from '../i18n/panel.ts';

/** The panel's language, for every part of it. */
export const Words = createContext<Say>(panelText('zh-CN'));

export function useSay(): Say {
  return useContext(Words);
}
