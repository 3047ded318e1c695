import type { Language } from './language.ts';
import { textIn } from './language.ts';

/** Words of the card that asks about a chat that was found, and guides a person who points it out: [zh-CN, en]. */
export const pointingWords = {
  'ask.title': ['在此页面找到了聊天，这样读对吗？', 'A chat was found on this page. Is this right?'],
  'ask.yes': ['对，开始使用', 'Yes, start'],
  'ask.no': ['不对，我来指认', 'No, let me point'],
  'ask.later': ['这次不用', 'Not now'],
  'point.title': ['页面识别 · 第 {n} 步，共 {of} 步', 'Point out the chat · step {n} of {of}'],
  'point.buyer': ['点一条买家发来的消息', 'Click a message from the buyer'],
  'point.own': ['点一条自己发出的消息', 'Click a message of your own'],
  'point.composer': ['点写消息的输入框', 'Click the box that you write in'],
  'point.send': ['点发送按钮', 'Click the send button'],
  'point.name': ['点当前买家的名字', "Click the open buyer's name"],
  'point.skip.send': ['没有按钮，只用 Enter', 'No button, Enter only'],
  'point.skip.name': ['页面上没有名字', 'No name on the page'],
  'point.keys': [
    '↑ ↓ 换到外层、内层，← → 换到旁边，Enter 选定，Esc 取消',
    '↑ ↓ outer or inner, ← → beside, Enter to choose, Esc to cancel',
  ],
  'point.back': ['上一步', 'Back'],
  'point.cancel': ['取消', 'Cancel'],
  'point.no-editor': ['这里不能写字，请点输入框', 'Nothing can be written there: click the message box'],
  'point.not-rows': [
    '这两处看不出是同一种消息，请重新点两条消息的文字',
    'These two do not look like messages of one list: click the words of two messages',
  ],
  'check.title': ['现在这样读', 'What is read now'],
  'check.nothing': ['还读不到消息', 'No message is read yet'],
  'check.buyer': ['买家', 'Buyer'],
  'check.agent': ['自己', 'You'],
  'check.robot': ['机器人', 'Robot'],
  'check.system': ['系统', 'System'],
  'check.unknown': ['不清楚', 'Unclear'],
  'check.picture': ['（图片）', '(picture)'],
  'check.composer': ['输入框', 'Message box'],
  'check.send': ['发送按钮', 'Send button'],
  'check.enter': ['只用 Enter 发送', 'Enter sends'],
  'check.weak': [
    '有些部分只能按位置认，页面改动后可能要重新指认',
    'Some parts are known by their place only; a change of the page may need pointing again',
  ],
  'check.save': ['保存', 'Save'],
  'check.again': ['重来', 'Start over'],
  'check.copy': ['复制识别设置', 'Copy as JSON'],
  'check.copied': ['已复制', 'Copied'],
  'saved.title': ['已保存，刷新页面后生效', 'Saved. Load the page again to use it'],
  'saved.why': ['刷新前请先发出或复制正在写的内容。', 'Send or copy what you are writing first.'],
  'saved.reload': ['刷新页面', 'Reload'],
  'failed.title': ['没能保存：{why}', 'Not saved: {why}'],
  'failed.kept': ['指认的内容还在，可以再试一次。', 'What you pointed out is still here; try again.'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

export type PointingKey = keyof typeof pointingWords;
export const pointingText = (language: Language) => textIn(pointingWords, language);
