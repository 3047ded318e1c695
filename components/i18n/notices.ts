import { type Language, textIn } from './language.ts';

/** The notices' words, both languages side by side: [zh-CN, en]. */
const noticeWords = {
  'notices.title': ['今日口径', 'Today’s notices'],
  'notices.unread': ['{n} 条未读', '{n} unread'],
  'notices.must': ['必读', 'Must read'],
  'notices.read': ['已读', 'Read'],
  'notices.readOne': ['已读：{title}', 'Read: {title}'],
  'notices.until': ['有效到 {time}', 'until {time}'],
} as const satisfies Readonly<Record<string, readonly [zh: string, en: string]>>;

type NoticeKey = keyof typeof noticeWords;

export type SayNotice = (key: NoticeKey, values?: Readonly<Record<string, string | number>>) => string;

export const noticeText = (language: Language): SayNotice => textIn(noticeWords, language);
