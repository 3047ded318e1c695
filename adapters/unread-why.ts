/** Why no adapter ships for a console that is known by its address alone; not carried into pages. */
export const UNREAD_WHY: Readonly<Record<string, string>> = {
  xiaohongshu: 'The chat is in a frame; its list recycles its rows.',
  aliexpress: 'Its robot answers under the seller’s own account.',
  amazon: 'Its parts are web components with shadow roots.',
  ebay: 'Only its addresses were seen.',
  lazada: 'The address is from 2023 or before.',
  qianniu: 'Most teams use the desktop client, which no extension reaches: there is a page for work by hand.',
};
