/** The panel's words, both languages side by side, since the content script carries no others. */
export const panelZh = {
  'panel.name': '柜边',
} as const;

export const panelEn: Readonly<Record<keyof typeof panelZh, string>> = {
  'panel.name': 'Counterside',
};
