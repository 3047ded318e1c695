/** What stands in a reading of a page, or of a frame, in which there is nothing to read. */
export const NOTHING = {
  sure: null,
  state: 'none',
  shown: null,
  conversation: null,
  shop: null,
  order: null,
  messages: [],
  waiting: [],
  composer: null,
  send: null,
} as const;
