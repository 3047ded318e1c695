import { type Language, textIn } from './language.ts';

/** The reminder's words, both languages side by side: [zh-CN, en]. */
export const waiterWords = {
  'waiters.title': ['等待提醒', 'Buyers waiting'],
  'waiters.one': ['{name} 等了', '{name} has waited'],
  'waiters.many': ['{n} 位已超时，最久的是 {name}，等了', '{n} are overdue; longest is {name},'],
  'waiters.unnamed': ['一位买家', 'a buyer'],
  'waiters.open': ['打开', 'Open'],
  'waiters.muteOne': ['不提醒这位', 'Mute this one'],
  'waiters.muteAll': ['{n} 分钟内不提醒', 'Mute for {n} min'],
  'waiters.missing': [
    '会话列表里现在没有这一行：滚动列表让它出现，再按一次。',
    'Its row is not in the list now: scroll the list to it and press again.',
  ],
  'waiters.unheard': [
    '这个页面只认人的点击：那一行已经标出，点一下就打开。',
    'This page takes a person’s click only: the row is marked, click it to open.',
  ],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

type WaiterKey = keyof typeof waiterWords;

export type SayWaiter = (key: WaiterKey, values?: Readonly<Record<string, string | number>>) => string;

export const waiterText = (language: Language): SayWaiter => textIn(waiterWords, language);
