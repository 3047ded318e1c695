/** What is said in every kit's chat. `own` is the side that types; at 14:02 and on, a minute apart. */
const START = new Date(2026, 10, 20, 14, 2, 11).getTime();

export const story = [
  ['other', '你好，这款杯子能装开水吗'],
  ['own', '亲，可以的，耐热到一百二十度'],
  ['other', '那什么时候发货'],
  ['other', '我周五之前要用，麻烦看看今天能不能寄出来，不行的话我就去别家买了，谢谢'],
  ['own', '今天下单的话，下午五点前从杭州仓库发出，一般后天就能到您那里，周五之前来得及，您放心拍'],
  ['own', '拍下后我给您备注加急'],
  ['other', '好'],
  ['other', 'ok, thanks!'],
  ['own', '不客气，有事随时找我'],
].map(([by, text], index) => ({ id: `message-${index}`, by, text, at: new Date(START + index * 60_000) }));

/** Tells the test which elements are the right ones. Each is a function, for frameworks build anew. */
export function tell({ composer, send }) {
  window.truth = { messages: story.map(({ by, text }) => ({ by, text })), composer, send };
}

export const one =
  (css, root = document) =>
  () =>
    root.querySelector(css);
