import { textIn } from './language.ts';

const words = {
  title: ['柜边：有 {n} 件事到时间了', 'Counterside: {n} due'],
  message: ['打开“我的工作台”查看跟进和超时的节点。', 'Open your desk for follow-ups and late steps.'],
} as const;

/** What a browser notification says: how many, nothing of a chat. */
export const reminderText = (language: 'zh-CN' | 'en') => textIn<keyof typeof words>(words, language);
